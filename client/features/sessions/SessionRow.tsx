import { Link } from "@tanstack/react-router";
import { shortDay, weekday } from "#client/format.ts";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import type { OccasionSummary } from "#core/contracts/record.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { stageWord } from "#core/vocabulary/engagement.ts";
import { DIRECTION_MARKS, DIRECTION_WORDS, SHIFT_MEANINGS } from "#core/vocabulary/shift.ts";
import { attendanceWord, hourWords, kindWords, presenceWord, ratingsSummary, themeNames } from "./occasion-words.ts";
import classes from "./sessions.module.css";

interface SessionRowProps {
  readonly occasion: OccasionSummary;
  readonly timelineView: TimelineView;
  /** Which of the held sessions it is, as the words beside the chart count them. */
  readonly number: number | null;
  /** Where the partner stood when the case was opened: no change between sessions. */
  readonly isFirstStance: boolean;
}

/** One occasion in the list, without narrative: anybody may be looking over a shoulder. */
export function SessionRow({ occasion, timelineView, number, isFirstStance }: SessionRowProps) {
  const held = occasion.kind !== "session" || occasion.attendance === "held";
  const ratings = ratingsSummary(occasion.ratings, timelineView.tracks);
  const themes = themeNames(occasion.themes, timelineView.themes);
  const stage = occasion.observation?.stage ?? null;
  return (
    <li className={classes.item} data-kind={occasion.kind} data-held={held}>
      <div className={classes.when}>
        <Link to="/cases/$caseId/sessions/$sessionId" params={{ caseId: timelineView.caseId, sessionId: occasion.id }} className={classes.day}>
          {occasion.day.slice(0, 4) === timelineView.today.slice(0, 4) ? weekday(occasion.day) : shortDay(occasion.day, timelineView.today)}
        </Link>
        {number === null ? null : <span className="dim">session {number}</span>}
        <span className="dim">{occasion.kind === "session" ? hourWords(occasion) : isFirstStance ? "first stance" : kindWords(occasion)}</span>
        {occasion.kind === "session" && occasion.imported ? <span className="dim">imported</span> : null}
      </div>
      <div className={classes.seen}>
        {held ? (
          <>
            {occasion.observation === null ? null : <SeatGlyph stage={stage} decorative />}
            <span>
              {occasion.observation === null ? (
                // A score or a check-in does not ask where the observing partner stands.
                occasion.kind === "session" && <span className="dim">observing partner not rated</span>
              ) : (
                <>
                  {stageWord(stage)}
                  {occasion.kind === "session" ? <span className="dim"> · {presenceWord(occasion)}</span> : null}
                </>
              )}
            </span>
          </>
        ) : (
          <span className={classes.notHeld}>{attendanceWord(occasion)}</span>
        )}
      </div>
      <div className={classes.what}>
        {ratings === null ? null : <span className="numbers">{ratings}</span>}
        {themes === "" ? null : <span className="dim">{themes}</span>}
        {occasion.shifts.map((shift, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shifts of a session have no identity but their place
          <span key={at}>
            <span aria-hidden className={shift.direction}>
              {DIRECTION_MARKS[shift.direction]}
            </span>
            <span className="visually-hidden">{DIRECTION_WORDS[shift.direction]}: </span> {SHIFT_MEANINGS[shift.kind].words}
          </span>
        ))}
      </div>
    </li>
  );
}
