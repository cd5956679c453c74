import { Button } from "@mantine/core";
import { shortDay } from "#client/format.ts";
import type { ScoreView } from "#core/contracts/measure.ts";
import { figure } from "#core/vocabulary/wording.ts";
import classes from "./measures.module.css";

/** What can be done with one score. */
export type ScoreAct = "correct" | "void" | "versions";

interface ScoreListProps {
  readonly name: string;
  /** Newest first. */
  readonly scores: readonly ScoreView[];
  readonly today: string;
  readonly closed: boolean;
  readonly wordsOf: (score: ScoreView) => string;
  /** What is to be asked about this score, where anything is. */
  readonly askOf: (score: ScoreView) => string | null;
  readonly onAct: (act: ScoreAct, score: ScoreView) => void;
}

/** The scores of one line, newest first: each can be corrected or voided, and its earlier versions stay readable. */
export function ScoreList({ name, scores, today, closed, wordsOf, askOf, onAct }: ScoreListProps) {
  return (
    <ul className={classes.scores}>
      {scores.map((score) => {
        const day = shortDay(score.day, today);
        const act = (what: ScoreAct, words: string, aloud = words) => (
          <Button size="compact-sm" variant="subtle" aria-label={`${aloud} ${name} of ${day}`} onClick={() => onAct(what, score)}>
            {words}
          </Button>
        );
        return (
          <li key={score.id} className={classes.score}>
            <span className={classes.scoreDay}>{day}</span>
            <span className={classes.scoreWords}>
              {score.score === null ? <em className="dim">no score</em> : <strong className="numbers">{figure(score.score)}</strong>}
              <span className="dim">{[wordsOf(score), answeredWords(score)].filter((words) => words !== "").join(" · ")}</span>
              {askOf(score) === null ? null : <span className={classes.ask}>{askOf(score)}</span>}
            </span>
            <span className={classes.acts}>
              {score.version > 1 ? act("versions", "Versions", "Versions of") : null}
              {closed ? null : act("correct", "Correct")}
              {closed ? null : act("void", "Void")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Said where something is missing: "7 of 9 answered". */
function answeredWords({ itemsAsked, itemsAnswered }: ScoreView): string {
  return itemsAsked === null || itemsAnswered === null || itemsAnswered === itemsAsked ? "" : `${itemsAnswered} of ${itemsAsked} answered`;
}
