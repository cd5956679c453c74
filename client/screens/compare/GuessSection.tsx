import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { drawGuesses } from "#client/charts/timeline/reading-panels.ts";
import { GuessDialog } from "#client/features/guesses/GuessDialog.tsx";
import type { KnownGuess } from "#client/features/guesses/typed-guess.ts";
import { count, shortDay } from "#client/format.ts";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { OccasionSummary } from "#core/contracts/record.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { type GuessReading, readGuesses } from "#core/readings/guess-reading.ts";
import classes from "./compare.module.css";
import { ReadingFigure } from "./ReadingFigure.tsx";

interface GuessSectionProps {
  readonly view: TimelineView;
  readonly coupleCase: CaseView;
}

/** What the active partner thinks the other would answer, beside what the other did answer, where there is an answer. */
export function GuessSection({ view, coupleCase }: GuessSectionProps) {
  const [noting, setNoting] = useState<"new" | KnownGuess | null>(null);
  const readings = useMemo(() => readGuesses(view), [view]);
  const checkIns = view.occasions.filter(isGuessed).toReversed();
  const closed = coupleCase.status === "closed";
  return (
    <Panel
      title="Guess and actual"
      aside={
        closed ? undefined : (
          <button type="button" className={classes.link} onClick={() => setNoting("new")}>
            Note a guess
          </button>
        )
      }
    >
      {readings.length === 0 && checkIns.length === 0 ? (
        <EmptyState title="No guess noted" actions={closed ? undefined : <Button onClick={() => setNoting("new")}>Note a guess</Button>}>
          Ask {coupleCase.active.label} what number {coupleCase.observing.label} would give. Once {coupleCase.observing.label} has answered too, both
          stand here side by side.
        </EmptyState>
      ) : null}
      {readings.map((reading) => (
        <GuessFigure key={reading.track} reading={reading} view={view} label={coupleCase.label} />
      ))}
      {checkIns.length === 0 ? null : (
        <ul className={classes.rows} aria-label="Guesses noted">
          {checkIns.map((checkIn) => (
            <li key={checkIn.id} className={classes.row}>
              <span>{shortDay(checkIn.day, view.today)}</span>
              <span className="dim">{waitingWords(checkIn)}</span>
              {closed ? null : (
                <button
                  type="button"
                  className={classes.link}
                  aria-label={`Change the numbers of ${shortDay(checkIn.day, view.today)}`}
                  onClick={() => setNoting(knownGuess(checkIn))}
                >
                  {waiting(checkIn) > 0 ? "Add the answer" : "Put right"}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {noting === null ? null : (
        <GuessDialog coupleCase={coupleCase} today={view.today} known={noting === "new" ? null : noting} onClose={() => setNoting(null)} />
      )}
    </Panel>
  );
}

function GuessFigure({ reading, view, label }: { readonly reading: GuessReading; readonly view: TimelineView; readonly label: string }) {
  const drawn = useMemo(() => drawGuesses(reading), [reading]);
  if (drawn === null) return null;
  const { lowest, highest, pairs, known } = reading;
  return (
    <div className={classes.reading}>
      <ReadingFigure
        caseId={view.caseId}
        today={view.today}
        chart="guess"
        name={`${reading.name}, guess and actual: ${label}`}
        facts={[`${lowest}–${highest}`, count(pairs.length, "guess", "guesses"), `${known} answered`].join(" · ")}
        file={`guess-${label}-${reading.name}`}
        drawn={drawn}
        sentences={reading.sentences}
      />
    </div>
  );
}

function isGuessed({ kind, ratings }: OccasionSummary): boolean {
  return kind === "check-in" && ratings.some(({ rater }) => rater === "guess");
}

function numberBy(checkIn: OccasionSummary, track: string, rater: "guess" | "observing"): number | null {
  return checkIn.ratings.find((rating) => rating.track === track && rating.rater === rater)?.value ?? null;
}

function tracksOf(checkIn: OccasionSummary): string[] {
  return [...new Set(checkIn.ratings.filter(({ rater }) => rater === "guess" || rater === "observing").map(({ track }) => track))];
}

function knownGuess(checkIn: OccasionSummary): KnownGuess {
  const pairs = tracksOf(checkIn).map((track) => ({
    track,
    guess: numberBy(checkIn, track, "guess"),
    actual: numberBy(checkIn, track, "observing"),
  }));
  return { checkInId: checkIn.id, version: checkIn.version, day: checkIn.day, pairs };
}

function waiting(checkIn: OccasionSummary): number {
  return knownGuess(checkIn).pairs.filter(({ actual }) => actual === null).length;
}

function waitingWords(checkIn: OccasionSummary): string {
  const { pairs } = knownGuess(checkIn);
  const open = waiting(checkIn);
  return open === 0 ? count(pairs.length, "pair") : `${count(pairs.length, "guess", "guesses")}, ${open} without an answer yet`;
}
