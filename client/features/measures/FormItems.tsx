import { useId } from "react";
import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { FormError } from "#client/ui/FormError.tsx";
import type { FormItem, MeasureView } from "#core/contracts/measure.ts";
import { answeredWords, optionChoices } from "./form-answers.ts";
import classes from "./measures.module.css";

interface FormItemsProps {
  readonly measure: MeasureView;
  readonly answers: Readonly<Record<string, number>>;
  readonly error: string | undefined;
  /** Null takes the answer back: not answered, never 0. */
  readonly onAnswer: (linkId: string, value: number | null) => void;
}

/** The measure's own form: each item a row of answers, its number key answers it and goes on to the next. */
export function FormItems({ measure, answers, error, onAnswer }: FormItemsProps) {
  const items = measure.form?.items ?? [];
  const { words, noScore } = answeredWords(measure, answers);
  return (
    <div className={classes.items} data-field="answers">
      {items.map((item, at) => (
        <Item key={item.linkId} item={item} place={at + 1} chosen={answers[item.linkId]} onAnswer={(value) => onAnswer(item.linkId, value)} />
      ))}
      <p className={noScore ? classes.missing : "dim"} role="status">
        {words}
      </p>
      <FormError sentence={error} />
    </div>
  );
}

interface ItemProps {
  readonly item: FormItem;
  readonly place: number;
  readonly chosen: number | undefined;
  readonly onAnswer: (value: number | null) => void;
}

function Item({ item, place, chosen, onAnswer }: ItemProps) {
  const labelId = useId();
  return (
    <div className={classes.item}>
      <p id={labelId}>
        <span className={classes.place}>{place}</span> {item.text}
      </p>
      <ChoiceRow
        labelledBy={labelId}
        choices={optionChoices(item)}
        chosen={chosen}
        onChoose={(value) => onAnswer(value)}
        onClear={() => onAnswer(null)}
      />
    </div>
  );
}
