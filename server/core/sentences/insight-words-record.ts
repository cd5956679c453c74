/** What else the records of all cases hold, and what they do not: outcomes, themes, missing ratings, where evidence comes from. */
import type { InsightsView, MissingRatings, OutcomeCounts, SourceCounts } from "#core/contracts/insights.ts";
import { OUTCOME_WORDS, OUTCOMES } from "#core/vocabulary/case.ts";
import { counted, listed } from "#core/vocabulary/wording.ts";
import { fewAside, type InsightWords } from "./insight-words.ts";

/** How the closed cases ended. All four are outcomes; none of them is told as better or worse. */
export function outcomeWords({ closed, counts, notRecorded, open }: OutcomeCounts): InsightWords {
  const stillOpen =
    open === 0 ? [] : [`${counted(open, "case")} still open: not in this count, and nothing is said of ${open === 1 ? "it" : "them"}.`];
  if (closed === 0) return { title: "No case was closed in these days: nothing to say yet", sentences: stillOpen };
  const told = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`);
  const parts = [...told, ...(notRecorded > 0 ? [`${notRecorded} without an outcome`] : [])];
  return {
    title: `${counted(closed, "case")} closed: ${listed(parts)}${fewAside(closed)}`,
    sentences: [
      ...(counts.ended > 0 ? [`That ${OUTCOME_WORDS.ended} is an outcome like the others: it says nothing about how the work went.`] : []),
      ...stillOpen,
    ],
  };
}

/** Which themes recur. */
export function themeWords({ themes: recurring }: InsightsView): InsightWords {
  const { cases, sessions, withoutTheme, themes } = recurring;
  if (sessions === 0) return { title: "No session held in these days: nothing to say yet", sentences: [] };
  const [most] = themes;
  if (!most)
    return {
      title: `No theme is ticked in ${sessions === 1 ? "the only session" : `any of ${sessions} sessions`}: nothing to say yet`,
      sentences: [],
    };
  const top = themes.filter((theme) => theme.cases === most.cases && theme.sessions === most.sessions);
  const each = top.length > 1 ? " each" : "";
  return {
    title: `Explored in most cases: ${listed(top.map(({ name }) => name))}, in ${most.cases} of ${counted(cases, "case")} and ${most.sessions} of ${counted(sessions, "session")}${each}${fewAside(cases)}`,
    sentences: [
      "Came back: explored in more than one session of the same case. What is ticked more often is not thereby what matters more.",
      ...(withoutTheme === 0 ? [] : [`${withoutTheme} of ${counted(sessions, "session")} ${withoutTheme === 1 ? "has" : "have"} no theme ticked.`]),
    ],
  };
}

/** How often ratings are missing. */
export function missingWords({ cases, sessions, stage, climate, grounding }: MissingRatings): InsightWords {
  if (sessions === 0) return { title: "No session held in these days: nothing to say yet", sentences: [] };
  const parts = [
    ...(stage > 0 ? [`no stage in ${stage}`] : []),
    ...(climate > 0 ? [`no climate in ${climate}`] : []),
    ...(grounding > 0 ? [`no grounding in ${grounding}`] : []),
  ];
  return {
    title:
      parts.length === 0
        ? `A stage, a climate and a grounding are rated in ${sessions === 1 ? "the only session" : `every one of ${sessions} sessions`}${fewAside(cases)}`
        : `Not rated, of ${counted(sessions, "session")}: ${listed(parts)}${fewAside(cases)}`,
    sentences: ["No number stands in for a missing one, here or in any chart. Silence is no low stage, and “not rated” is an answer too."],
  };
}

/** How much of what is said about the observing partners comes from the other partner alone. */
export function sourceWords({ cases, seen, told, ownWords, notRecorded }: SourceCounts): InsightWords {
  const known = seen + told + ownWords;
  const apart = notRecorded === 0 ? [] : [`${counted(notRecorded, "more entry", "more entries")} without a source, counted apart.`];
  if (known === 0)
    return notRecorded === 0
      ? { title: "Nothing is recorded about the observing partners in these days: nothing to say yet", sentences: [] }
      : {
          title: `${counted(notRecorded, "entry", "entries")} about the observing partners, none with a source: too little to say where they come from`,
          sentences: [],
        };
  return {
    title: `Told by the client alone: ${told} of ${counted(known, "entry", "entries")} about the observing partners, in ${counted(cases, "case")}${fewAside(cases)}`,
    sentences: [
      ...apart,
      "An entry is a rated stage, or a shift that is not the active partner’s alone. Where it comes from says nothing about whether it is so.",
    ],
  };
}
