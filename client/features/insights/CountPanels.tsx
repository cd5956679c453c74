import { sentenceCase } from "#client/format.ts";
import type { InsightsView } from "#core/contracts/insights.ts";
import { isFew } from "#core/readings/insights/few-cases.ts";
import { missingWords, outcomeWords, sourceWords, themeWords } from "#core/sentences/insight-words-record.ts";
import { OUTCOME_WORDS, OUTCOMES } from "#core/vocabulary/case.ts";
import { counted } from "#core/vocabulary/wording.ts";
import { CountPanel } from "./CountPanel.tsx";

interface OfView {
  readonly view: InsightsView;
}

function heldIn({ sessions, cases }: { readonly sessions: number; readonly cases: number }): string {
  return `${counted(sessions, "session")} held in ${counted(cases, "case")}`;
}

/** In the order of the vocabulary, one colour for all four: an ending is no failure. */
export function OutcomesPanel({ view }: OfView) {
  const { closed, counts, notRecorded } = view.outcomes;
  const row = (key: string, name: string, cases: number) => ({
    key,
    name,
    counts: [`${cases} of ${closed}`],
    share: cases / closed,
    few: isFew(cases),
  });
  return (
    <CountPanel
      words={outcomeWords(view.outcomes)}
      facts={`${counted(closed, "closed case")}, as you recorded ${closed === 1 ? "it" : "them"}`}
      heads={["Outcome", "Cases"]}
      rows={
        closed === 0
          ? []
          : [
              ...OUTCOMES.map((outcome) => row(outcome, sentenceCase(OUTCOME_WORDS[outcome]), counts[outcome])),
              ...(notRecorded > 0 ? [{ ...row("none", "No outcome recorded", notRecorded), apart: true }] : []),
            ]
      }
    />
  );
}

export function ThemesPanel({ view }: OfView) {
  const { cases, sessions, themes } = view.themes;
  return (
    <CountPanel
      words={themeWords(view)}
      facts={heldIn(view.themes)}
      heads={["Theme", "Cases", "Came back in", "Sessions"]}
      rows={themes.map((theme) => ({
        key: theme.theme,
        name: theme.name,
        counts: [`${theme.cases} of ${cases}`, String(theme.cameBackIn), `${theme.sessions} of ${sessions}`],
        share: theme.cases / cases,
        few: isFew(theme.cases),
      }))}
    />
  );
}

export function MissingPanel({ view }: OfView) {
  const { cases, sessions, stage, climate, grounding } = view.missing;
  const row = (key: string, name: string, missing: number) => ({
    key,
    name,
    counts: [`${missing} of ${sessions}`],
    share: missing / sessions,
    few: isFew(cases),
  });
  return (
    <CountPanel
      words={missingWords(view.missing)}
      facts={heldIn(view.missing)}
      heads={["Not rated", "Sessions"]}
      rows={
        sessions === 0
          ? []
          : [
              row("stage", "Where the observing partner stood", stage),
              row("climate", "Between them: none of the three", climate),
              row("grounding", "Active partner: none of the four", grounding),
            ]
      }
    />
  );
}

export function SourcesPanel({ view }: OfView) {
  const { cases, seen, told, ownWords, notRecorded } = view.sources;
  const known = seen + told + ownWords;
  const row = (key: string, name: string, entries: number) => ({
    key,
    name,
    counts: [`${entries} of ${known}`],
    share: entries / known,
    few: isFew(cases),
  });
  return (
    <CountPanel
      words={sourceWords(view.sources)}
      facts={`${counted(known, "entry", "entries")} with a source, in ${counted(cases, "case")}`}
      heads={["Source", "Entries"]}
      rows={
        known === 0
          ? []
          : [
              row("told", "Told by the client", told),
              row("seen", "Seen by you", seen),
              row("own-words", "In their own words", ownWords),
              ...(notRecorded > 0
                ? [{ key: "none", name: "Source not recorded", counts: [String(notRecorded)], share: null, few: isFew(cases), apart: true }]
                : []),
            ]
      }
    />
  );
}
