import { Button } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { type Choice, ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { FormRow } from "#client/ui/FormRow.tsx";
import { useKeptText } from "#client/ui/kept-text.ts";
import { tabbableIn } from "#client/ui/stops.ts";
import type { MeasureBetter } from "#core/vocabulary/measure.ts";
import { FhirFileField } from "./FhirFileField.tsx";
import { faultWords } from "./file-faults.ts";
import classes from "./measures-settings.module.css";
import { useCatalogue } from "./use-measures.ts";

const BETTER_CHOICES: readonly Choice<MeasureBetter>[] = [
  { value: "higher", label: "higher is better", keys: ["1", "h"] },
  { value: "lower", label: "lower is better", keys: ["2", "l"] },
];

interface TypedFile {
  readonly text: string;
  readonly better: MeasureBetter | null;
  readonly requestKey: string;
}

const blankFile = (): TypedFile => ({ text: "", better: null, requestKey: crypto.randomUUID() });

/** A questionnaire from a FHIR file becomes a form that can be filled in. What does not fit is said with its place. */
export function ImportQuestionnaireForm() {
  const { importQuestionnaire } = useCatalogue();
  const { value, change, forget, startOver } = useKeptText("import-questionnaire", blankFile);
  const [asked, setAsked] = useState(false);
  const direction = useRef<HTMLDivElement>(null);
  const { data, error, isPending, mutate, reset } = importQuestionnaire;
  const faults = data && !data.imported ? data.faults.map(faultWords) : [];
  const needsDirection = value.better !== null || (data !== undefined && !data.imported && data.needsDirection);

  // No questionnaire says which way is better: the question comes up where it is needed, and the keys go to it.
  useEffect(() => {
    if (needsDirection && value.better === null && direction.current) tabbableIn(direction.current)?.focus();
  }, [needsDirection, value.better]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    setAsked(true);
    if (value.text.trim() === "" || (needsDirection && value.better === null)) return;
    mutate(value, {
      onSuccess: (answer) => {
        setAsked(false);
        if (!answer.imported) return;
        forget();
        startOver();
      },
    });
  }

  return (
    <form className={classes.add} onSubmit={submit} noValidate>
      <div className={classes.fill}>
        <FhirFileField
          pasteLabel="Or paste the questionnaire here"
          about="a FHIR R4 Questionnaire, as a .json; its options need numbers (ordinals)"
          text={value.text}
          faults={asked && value.text.trim() === "" ? ["Choose the file, or paste it."] : faults}
          onText={(text) => {
            reset();
            // Another text is another request.
            change(() => ({ ...blankFile(), text }));
          }}
        />
      </div>
      {needsDirection ? (
        <div ref={direction} className={classes.fill}>
          <FormRow
            labelId="questionnaire-better"
            label="Which way is better"
            hint="the file does not say"
            error={asked && value.better === null ? "Say which way is better, then bring it in." : undefined}
          >
            <ChoiceRow
              labelledBy="questionnaire-better"
              choices={BETTER_CHOICES}
              chosen={value.better ?? undefined}
              onChoose={(better) => change((before) => ({ ...before, better, requestKey: crypto.randomUUID() }))}
            />
          </FormRow>
        </div>
      ) : null}
      {data?.imported ? (
        <div role="status">
          <p className={classes.rule}>
            {data.already
              ? `${data.name} is here already; nothing was added.`
              : `${data.name} is brought in: its form opens when you record a score.`}
          </p>
          {data.remarks.length === 0 ? null : (
            <ul className={classes.remarks}>
              {data.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          )}
        </div>
      ) : null}
      {error ? (
        <p className={classes.trouble} role="alert">
          {sentenceFor(error)}
        </p>
      ) : null}
      <Button type="submit" variant="default" loading={isPending}>
        Bring it in
      </Button>
    </form>
  );
}
