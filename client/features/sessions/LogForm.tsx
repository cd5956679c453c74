import { type RefObject, useEffect } from "react";
import { listed } from "#client/format.ts";
import { STOPS_WITHIN, tabbableIn } from "#client/ui/stops.ts";
import type { CaseView } from "#core/contracts/case.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { pickFields } from "#core/fields/field.ts";
import { HOUR_FIELDS } from "#core/fields/session-fields.ts";
import { leftOutOf } from "#core/rules/left-out.ts";
import type { Change } from "./edits.ts";
import type { FieldErrors } from "./field-errors.ts";
import { GoalsPanel } from "./GoalsPanel.tsx";
import { HourPanel } from "./HourPanel.tsx";
import classes from "./log.module.css";
import pageClasses from "./log-page.module.css";
import { NextPanel } from "./NextPanel.tsx";
import { NotePanel } from "./NotePanel.tsx";
import { ObservingPanel } from "./ObservingPanel.tsx";
import { PrivateNotePanel } from "./PrivateNotePanel.tsx";
import { isOutOfRange } from "./RatingRow.tsx";
import { RatingsPanels } from "./RatingsPanel.tsx";
import { ThemesAndShifts } from "./ThemesAndShifts.tsx";

interface LogFormProps {
  readonly coupleCase: CaseView;
  readonly body: DraftBody;
  readonly privateNote: string;
  readonly change: Change;
  readonly changePrivateNote: (text: string) => void;
  readonly errors: FieldErrors;
  readonly correcting: boolean;
  readonly page: RefObject<HTMLDivElement | null>;
}

/** What a cancelled hour or no-show will leave out, said before it is finished; null when nothing is lost. */
export function leftOutSentence(body: DraftBody): string | null {
  const left = leftOutOf(body);
  if (left.length === 0) return null;
  const hour = body.attendance === "no-show" ? "A no-show" : "A cancelled hour";
  return `${hour} keeps its day, its note and the next date. It leaves out ${listed(left)}. The draft keeps them until you finish.`;
}

/** The one-screen log, top to bottom; Tab order is page order. */
export function LogForm({ coupleCase, body, privateNote, change, changePrivateNote, errors, correcting, page }: LogFormProps) {
  useOpenOnFirstAnswer(page);
  const held = body.attendance === "held";
  const { last } = coupleCase;
  // Said at its row.
  const someOutOfRange = coupleCase.tracks.some((track) => isOutOfRange(track, body.ratings[track.track]?.value ?? null));
  // A correction shows what was logged then; the dotted answers of a later session would only mislead.
  const dotted = correcting ? null : last;
  return (
    <div ref={page} {...STOPS_WITHIN} className={`${classes.page} ${pageClasses.form}`}>
      <HourPanel day={body.day} {...pickFields(HOUR_FIELDS, body)} change={change} errors={errors} leftOut={leftOutSentence(body)} />
      {held ? (
        <>
          <ObservingPanel
            presence={body.presence}
            stage={body.stage}
            source={body.source}
            evidence={body.evidence}
            stances={body.stances}
            last={dotted}
            change={change}
            errors={errors}
          />
          <RatingsPanels tracks={coupleCase.tracks} ratings={body.ratings} last={dotted} change={change} />
          {errors.ratings === undefined || someOutOfRange ? null : (
            <p className={classes.error} role="alert">
              {errors.ratings}
            </p>
          )}
          <ThemesAndShifts themes={body.themes} shifts={body.shifts} offered={coupleCase.themes} change={change} errors={errors} />
          <GoalsPanel
            goals={coupleCase.goals}
            things={coupleCase.things}
            goalsTouched={body.goalsTouched}
            newGoals={body.newGoals}
            triesAnswered={body.triesAnswered}
            newTries={body.newTries}
            change={change}
            errors={errors}
            correcting={correcting}
          />
        </>
      ) : null}
      <div className={classes.notes}>
        <NotePanel noteFormat={body.noteFormat} noteSections={body.noteSections} change={change} errors={errors} />
        <PrivateNotePanel text={privateNote} onChange={changePrivateNote} error={errors.privateNote} />
      </div>
      <NextPanel
        day={body.day}
        startTime={body.startTime}
        nextSessionOn={body.nextSessionOn}
        nextSessionStart={body.nextSessionStart}
        change={change}
        errors={errors}
      />
    </div>
  );
}

/**
 * The frame of the hour is nearly always right, so the log opens on the first answer; the frame is one Shift+Tab away.
 * An hour that is not held opens on that choice.
 */
function useOpenOnFirstAnswer(page: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    // After the router has given the focus to the title.
    const timer = setTimeout(() => {
      const first = page.current?.querySelector('[data-field="presence"]') ?? page.current?.querySelector('[data-field="attendance"]');
      const place = first ? tabbableIn(first) : null;
      place?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(timer);
  }, [page]);
}
