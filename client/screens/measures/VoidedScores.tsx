import { Button } from "@mantine/core";
import { count, shortDay } from "#client/format.ts";
import type { MeasuresView } from "#core/contracts/measure.ts";
import classes from "./measures-tab.module.css";

interface VoidedScoresProps {
  readonly view: MeasuresView;
  readonly onRead: (scoreId: string) => void;
}

/** Scores that count nowhere any more: named with their reason, and readable. */
export function VoidedScores({ view, onRead }: VoidedScoresProps) {
  const { voided, measures, today } = view;
  if (voided.length === 0) return null;
  return (
    <details className={classes.voided}>
      <summary>{count(voided.length, "voided score")}</summary>
      <ul>
        {voided.map(({ id, day, measure, reason }) => {
          const words = `${measures.find((each) => each.id === measure)?.name ?? "A measure no longer here"} of ${shortDay(day, today)}`;
          return (
            <li key={id}>
              {words}
              {reason === null ? null : <span className="dim"> · {reason}</span>}{" "}
              <Button size="compact-sm" variant="subtle" aria-label={`Read ${words}`} onClick={() => onRead(id)}>
                Read
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
