import { useId } from "react";
import type { SetUp } from "#core/contracts/practice.ts";
import classes from "./set-up.module.css";

const CHOICES = [
  {
    opening: "sample",
    title: "Open the sample practice",
    words: "Twelve fictional couples with months of sessions. Look around, try the log, see the timelines. Nobody in it is real.",
  },
  {
    opening: "empty",
    title: "Start empty",
    words: "An empty caseload for your own work. Open a case by hand, or bring past sessions in from a spreadsheet.",
  },
] as const satisfies readonly { opening: SetUp["opening"]; title: string; words: string }[];

interface OpeningChoiceProps {
  readonly value: SetUp["opening"];
  readonly onChange: (opening: SetUp["opening"]) => void;
}

/** Two clear cards: one radio group, arrow keys and all. */
export function OpeningChoice({ value, onChange }: OpeningChoiceProps) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend>To begin with</legend>
      {CHOICES.map((choice) => (
        <label key={choice.opening} className={classes.card}>
          <input type="radio" name={name} checked={value === choice.opening} onChange={() => onChange(choice.opening)} />
          <span className={classes.cardTitle}>{choice.title}</span>
          <span className={classes.cardWords}>{choice.words}</span>
        </label>
      ))}
    </fieldset>
  );
}
