import type { ReactNode } from "react";
import { rating, sentenceCase } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { SessionVersion } from "#core/contracts/record.ts";
import { stageWord } from "#core/vocabulary/engagement.ts";
import { NOTE_FORMAT_WORDS, NOTE_SECTIONS, SOURCE_WORDS, STANCE_WORDS } from "#core/vocabulary/occasion.ts";
import { DIRECTION_MARKS, DIRECTION_WORDS, SHIFT_MEANINGS, WHO_WORDS } from "#core/vocabulary/shift.ts";
import { RATER_WORDS } from "#core/vocabulary/track.ts";
import {
  attendanceWord,
  hourWords,
  inTrackOrder,
  kindWords,
  otherHourFacts,
  otherSeenFacts,
  presenceWord,
  themeNames,
  trackName,
} from "./occasion-words.ts";
import classes from "./sessions.module.css";

interface VersionFactsProps {
  readonly version: SessionVersion;
  readonly coupleCase: CaseView;
  /** Of tracks that the case no longer offers. */
  readonly trackNames: Readonly<Record<string, string>>;
  readonly headingLevel: 2 | 3;
}

/** One version of a session, whole but for its private note. */
export function VersionFacts({ version, coupleCase, trackNames, headingLevel }: VersionFactsProps) {
  const { observation } = version;
  // Beside the version that counts, an older one says which it is, so that no two sheets have one name.
  const named = (title: string) => (headingLevel === 2 ? title : `${title} · version ${version.version}`);
  return (
    <>
      <Panel title={named("The hour")} headingLevel={headingLevel}>
        <dl className={classes.facts}>
          <dt>What</dt>
          <dd>
            {sentenceCase(kindWords(version))}
            {version.attendance === null ? "" : `, ${attendanceWord(version)}`}
          </dd>
          {hourWords(version) === "" ? null : (
            <>
              <dt>When and how</dt>
              <dd>{hourWords(version)}</dd>
            </>
          )}
          {version.attendance === "held" && version.activePresent === false ? (
            <>
              <dt>Active partner</dt>
              <dd>not present</dd>
            </>
          ) : null}
          {otherHourFacts(version).map(({ name, words }) => (
            <Row key={name} name={name}>
              {words}
            </Row>
          ))}
        </dl>
      </Panel>
      {observation === null ? null : (
        <Panel title={named("Observing partner")} headingLevel={headingLevel}>
          <dl className={classes.facts}>
            {version.kind === "session" ? (
              <>
                <dt>Presence</dt>
                <dd>{presenceWord(version)}</dd>
              </>
            ) : null}
            <dt>How they took part</dt>
            <dd>
              {observation.stage === null ? "" : `${observation.stage}, `}
              {stageWord(observation.stage)}
            </dd>
            {observation.source === null && observation.evidence === null ? null : (
              <>
                <dt>Evidence</dt>
                <dd>
                  {[observation.source === null ? null : SOURCE_WORDS[observation.source], observation.evidence]
                    .filter((part) => part !== null)
                    .join(": ")}
                </dd>
              </>
            )}
            {observation.stances.length === 0 ? null : (
              <>
                <dt>Holding back</dt>
                <dd>{observation.stances.map((stance) => STANCE_WORDS[stance]).join(", ")}</dd>
              </>
            )}
            {otherSeenFacts(observation).map(({ name, words }) => (
              <Row key={name} name={name}>
                {words}
              </Row>
            ))}
          </dl>
        </Panel>
      )}
      {version.ratings.length === 0 ? null : (
        <Panel title={named("Ratings")} headingLevel={headingLevel}>
          <dl className={classes.facts}>
            {inTrackOrder(version.ratings, coupleCase.tracks).map(({ track, value, rater }) => (
              <Row key={`${track} ${rater}`} name={sentenceCase(trackName(track, coupleCase.tracks, trackNames))}>
                <span className="numbers">{rating(value)}</span>
                {value === null ? null : <span className="dim">, {RATER_WORDS[rater]}</span>}
              </Row>
            ))}
          </dl>
        </Panel>
      )}
      {version.themes.length + version.shifts.length + version.goalsTouched.length === 0 ? null : (
        <Panel title={named("What was explored, what moved")} headingLevel={headingLevel}>
          {version.themes.length === 0 ? null : <p className={classes.note}>{themeNames(version.themes, coupleCase.themes)}</p>}
          <ul className={classes.shifts}>
            {version.shifts.map((shift, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: shifts of a session have no identity but their place
              <li key={at}>
                <span className={shift.direction} aria-hidden>
                  {DIRECTION_MARKS[shift.direction]}
                </span>{" "}
                {SHIFT_MEANINGS[shift.kind].words}
                <span className="dim">
                  , {DIRECTION_WORDS[shift.direction]}, {WHO_WORDS[shift.who]}, {SOURCE_WORDS[shift.source]}
                </span>
                {shift.remark === null ? null : <>: {shift.remark}</>}
              </li>
            ))}
            {version.goalsTouched.map((goal) => (
              <li key={goal.id}>
                <span className="dim">Goal touched:</span> {goal.wording}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {version.note === null ? null : (
        <Panel
          title={named(version.note.format === "free" ? "Note" : `Note · ${NOTE_FORMAT_WORDS[version.note.format]}`)}
          headingLevel={headingLevel}
        >
          {NOTE_SECTIONS[version.note.format].map(([key, heading]) => {
            const text = version.note?.sections[key] ?? "";
            if (text.trim() === "") return null;
            return (
              <div key={key}>
                {version.note?.format === "free" ? null : <p className={classes.sectionName}>{heading}</p>}
                <p className={classes.note}>{text}</p>
              </div>
            );
          })}
        </Panel>
      )}
    </>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
