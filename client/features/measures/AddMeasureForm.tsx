import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { sentenceAtField, sentenceFor } from "#client/api/refusals.ts";
import { useKeptText } from "#client/ui/kept-text.ts";
import { showNotice } from "#client/ui/notices.tsx";
import { CUT_OFF_SIDES } from "#core/vocabulary/measure.ts";
import { SIDE_WORDS } from "./measure-figures.ts";
import classes from "./measures-settings.module.css";
import { BLANK_MEASURE, cutOffSideOf, type MeasureField, measureFaults, measureOf } from "./typed-measure.ts";
import { useCatalogue } from "./use-measures.ts";

/** A measure of the practice's own: a name and a range are enough; its figures only with where they come from. */
export function AddMeasureForm() {
  const { add } = useCatalogue();
  const first = useRef<HTMLInputElement>(null);
  const { value, change, forget, startOver } = useKeptText("add-measure", () => ({
    typed: BLANK_MEASURE,
    requestKey: crypto.randomUUID() as string,
  }));
  const [asked, setAsked] = useState(false);
  const { typed, requestKey } = value;
  const faults = measureFaults(typed);
  const at = (field: MeasureField) => (asked ? faults[field] : undefined) ?? sentenceAtField(add.error, field);
  const set = (field: MeasureField, text: string) => change((before) => ({ ...before, typed: { ...before.typed, [field]: text } }));
  const hasFigures = [typed.cutOff, typed.changePoints, typed.reliability, typed.normSd, typed.source].some((text) => text !== "");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (add.isPending) return;
    setAsked(true);
    const [fault] = Object.keys(faults);
    if (fault !== undefined) return event.currentTarget.querySelector<HTMLElement>(`[name="${fault}"]`)?.focus();
    add.mutate(
      { requestKey, ...measureOf(typed) },
      {
        onSuccess: () => {
          showNotice({ kind: "done", words: `${typed.name.trim()} can be recorded in every case now` });
          forget();
          startOver();
          setAsked(false);
          first.current?.focus();
        },
      },
    );
  }

  const field = (name: MeasureField, label: string, more: Record<string, unknown> = {}) => (
    <TextInput name={name} label={label} value={typed[name]} error={at(name)} onChange={(event) => set(name, event.currentTarget.value)} {...more} />
  );
  const decimal = { inputMode: "decimal" as const, w: "8rem" };

  return (
    <form className={classes.add} onSubmit={submit} noValidate>
      <div className={classes.fields}>
        {field("name", "Name", { ref: first, maxLength: 80, className: classes.grow })}
        {field("version", "Version", { maxLength: 80, w: "9rem" })}
        {field("lowest", "Lowest", { ...decimal, w: "6rem" })}
        {field("highest", "Highest", { ...decimal, w: "6rem" })}
        {field("items", "Items", { ...decimal, inputMode: "numeric", w: "6rem" })}
        <NativeSelect
          label="Which way is better"
          name="better"
          value={typed.better}
          onChange={(event) => set("better", event.currentTarget.value === "lower" ? "lower" : "higher")}
        >
          <option value="higher">higher is better</option>
          <option value="lower">lower is better</option>
        </NativeSelect>
      </div>
      <details className={classes.fill} open={hasFigures || undefined}>
        <summary>Published figures, where you have them</summary>
        <div className={classes.inside}>
          <p className="dim">
            Without them a score is shown as it is and no verdict is spoken. With points of change, or with reliability and spread, a change is
            compared with measurement error.
          </p>
          <div className={classes.fields}>
            {field("cutOff", "Cut-off", decimal)}
            <NativeSelect
              label="Distress is"
              name="cutOffSide"
              value={typed.cutOffSide}
              onChange={(event) => set("cutOffSide", cutOffSideOf(event.currentTarget.value))}
            >
              {CUT_OFF_SIDES.map((side) => (
                <option key={side} value={side}>
                  {SIDE_WORDS[side]}
                </option>
              ))}
            </NativeSelect>
            {field("changePoints", "Points of change", decimal)}
            {field("reliability", "Reliability", decimal)}
            {field("normSd", "Spread (SD)", decimal)}
          </div>
          {field("source", "Where the figures come from", { maxLength: 500 })}
        </div>
      </details>
      {add.error && !sentenceAtField(add.error, "name") ? (
        <p className={classes.trouble} role="alert">
          {sentenceFor(add.error)}
        </p>
      ) : null}
      <Button type="submit" variant="default" loading={add.isPending}>
        Add measure
      </Button>
    </form>
  );
}
