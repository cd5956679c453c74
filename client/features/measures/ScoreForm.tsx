import { NativeSelect, TextInput } from "@mantine/core";
import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { FormRow } from "#client/ui/FormRow.tsx";
import { STOP } from "#client/ui/stops.ts";
import type { MeasureView } from "#core/contracts/measure.ts";
import { versionAnswered } from "#core/measures/published.ts";
import { FhirFileField } from "./FhirFileField.tsx";
import { FormItems } from "./FormItems.tsx";
import classes from "./measures.module.css";
import { aboutChoices, answeredByChoices, howChoices, rangeWords, WAY_CHOICES } from "./score-choices.ts";
import { aboutOf, highestSafetyAnswer, type TypedScore, withAnsweredBy, withMeasure, withWay } from "./typed-score.ts";

interface ScoreFormProps {
  readonly typed: TypedScore;
  readonly set: (next: (before: TypedScore) => TypedScore) => void;
  readonly measures: readonly MeasureView[];
  readonly today: string;
  /** The sentence that says what is not ready at a field. */
  readonly at: (field: string) => string | undefined;
  readonly fileFaults: readonly string[];
  /** A correction stays with its measure. */
  readonly isCorrection?: boolean;
}

/** One score: first what it is, then who, about whom, how and when, which are mostly right as they stand. */
export function ScoreForm({ typed, set, measures, today, at, fileFaults, isCorrection = false }: ScoreFormProps) {
  const measure = measures.find(({ id }) => id === typed.measure);
  const part = (change: Partial<TypedScore>) => set((before) => ({ ...before, ...change }));
  return (
    <>
      <FormRow labelId="score-measure" label="Measure" error={at("measure")}>
        {isCorrection ? (
          <span>{measure?.name}</span>
        ) : (
          <MeasureSelect
            measures={measures}
            chosen={typed.measure}
            onChoose={(id) =>
              set((before) =>
                withMeasure(
                  before,
                  measures.find((each) => each.id === id),
                  today,
                ),
              )
            }
          />
        )}
        {measure === undefined || measure.version === "" ? null : (
          <p className={classes.about}>Version: {typed.way === "total" ? measure.version : versionAnswered(measure)}</p>
        )}
      </FormRow>
      {measure === undefined ? null : <Content {...{ typed, set, part, measure, today, at, fileFaults, isCorrection }} />}
      <FormRow labelId="score-by" label="Who answered" error={at("answeredBy")}>
        <ChoiceRow
          name="answeredBy"
          labelledBy="score-by"
          choices={answeredByChoices(measure)}
          chosen={typed.answeredBy}
          onChoose={(answeredBy) => set((before) => withAnsweredBy(before, answeredBy, measure))}
        />
      </FormRow>
      <FormRow labelId="score-how" label="How" error={at("how")}>
        <ChoiceRow
          name="how"
          labelledBy="score-how"
          choices={howChoices(measure, typed.answeredBy)}
          chosen={typed.how}
          onChoose={(how) => part({ how })}
        />
      </FormRow>
      <FormRow labelId="score-about" label="About whom" error={at("about")}>
        <ChoiceRow
          name="about"
          labelledBy="score-about"
          choices={aboutChoices(measure, typed)}
          chosen={aboutOf(typed, measure)}
          onChoose={(about) => part({ about })}
        />
      </FormRow>
      <FormRow labelId="score-day" label="Day" hint={typed.way === "file" ? "empty: the day in the file" : undefined}>
        <TextInput
          {...STOP}
          data-field="day"
          className={classes.day ?? ""}
          type="date"
          aria-labelledby="score-day"
          value={typed.day}
          error={at("day")}
          onChange={(event) => part({ day: event.currentTarget.value })}
        />
      </FormRow>
    </>
  );
}

interface MeasureSelectProps {
  readonly measures: readonly MeasureView[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function MeasureSelect({ measures, chosen, onChoose }: MeasureSelectProps) {
  const offered = measures.filter((measure) => !measure.archived || measure.id === chosen);
  const groups = [
    { words: "Your own", measures: offered.filter(({ own }) => own) },
    { words: "Published", measures: offered.filter(({ own }) => !own) },
  ].filter((group) => group.measures.length > 0);
  return (
    <NativeSelect
      {...STOP}
      data-field="measure"
      aria-labelledby="score-measure"
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {chosen === "" ? <option value="">Choose a measure</option> : null}
      {groups.map((group) => (
        <optgroup key={group.words} label={group.words}>
          {group.measures.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

interface ContentProps extends Omit<ScoreFormProps, "measures"> {
  readonly part: (change: Partial<TypedScore>) => void;
  readonly measure: MeasureView;
}

function Content({ typed, set, part, measure, today, at, fileFaults, isCorrection }: ContentProps) {
  return (
    <>
      {measure.form === null ? null : (
        <FormRow labelId="score-way" label="How it comes in">
          <ChoiceRow
            name="way"
            labelledBy="score-way"
            choices={isCorrection ? WAY_CHOICES.filter(({ value }) => value !== "file") : WAY_CHOICES}
            chosen={typed.way}
            onChoose={(way) => set((before) => withWay(before, { way, today }))}
          />
        </FormRow>
      )}
      {typed.way === "total" ? <Total typed={typed} part={part} measure={measure} at={at} /> : null}
      {typed.way === "answers" ? (
        <FormItems
          measure={measure}
          answers={typed.answers}
          error={at("answers")}
          onAnswer={(linkId, value) => {
            const { [linkId]: _, ...others } = typed.answers;
            part({ answers: value === null ? others : { ...others, [linkId]: value } });
          }}
        />
      ) : null}
      {typed.way === "file" ? (
        <FhirFileField
          pasteLabel="Or paste the answers here"
          about="a FHIR QuestionnaireResponse, as a .json"
          text={typed.file}
          faults={at("file") === undefined ? fileFaults : [at("file") as string, ...fileFaults]}
          onText={(file) => part({ file })}
        />
      ) : null}
    </>
  );
}

function Total({ typed, part, measure, at }: Pick<ContentProps, "typed" | "part" | "measure" | "at">) {
  return (
    <>
      <FormRow labelId="score-total" label="Score" hint={rangeWords(measure)}>
        <TextInput
          {...STOP}
          data-field="total"
          className={classes.number ?? ""}
          inputMode="decimal"
          autoComplete="off"
          aria-labelledby="score-total"
          value={typed.total}
          error={at("total") ?? at("score")}
          onChange={(event) => part({ total: event.currentTarget.value })}
        />
      </FormRow>
      {measure.safetyItem === null ? null : (
        <FormRow labelId="score-safety" label={`Answer to item ${measure.safetyItem}`} hint={`0–${highestSafetyAnswer(measure)}, empty if not known`}>
          <TextInput
            {...STOP}
            data-field="safety"
            className={classes.number ?? ""}
            inputMode="numeric"
            autoComplete="off"
            aria-labelledby="score-safety"
            value={typed.safety}
            error={at("safety") ?? at("safetyItem")}
            onChange={(event) => part({ safety: event.currentTarget.value })}
          />
        </FormRow>
      )}
    </>
  );
}
