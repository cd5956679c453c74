import { Button } from "@mantine/core";
import { sentenceFor } from "#client/api/refusals.ts";
import { count } from "#client/format.ts";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import type { MeasureView } from "#core/contracts/measure.ts";
import { AddMeasureForm } from "./AddMeasureForm.tsx";
import { ImportQuestionnaireForm } from "./ImportQuestionnaireForm.tsx";
import { MeasureFacts } from "./MeasureFacts.tsx";
import classes from "./measures-settings.module.css";
import { useCatalogue } from "./use-measures.ts";

/** Every measure a score can be kept of: the published ones with their sources, and the practice's own. */
export function MeasuresForm() {
  const { measures, archive } = useCatalogue();
  if (measures.isError) return <ErrorState sentence={sentenceFor(measures.error)} onRetry={() => void measures.refetch()} />;
  if (!measures.data) return <LoadingState label="Reading the measures" heights={[120, 32]} />;
  const published = measures.data.filter((measure) => !measure.own);
  const own = measures.data.filter((measure) => measure.own);
  const row = (measure: MeasureView) => (
    <li key={measure.id} className={classes.row}>
      <MeasureFacts measure={measure} />
      {measure.own || measure.formId !== null ? (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={actWords(measure).aloud}
          loading={archive.isPending && archive.variables.measureId === idToArchive(measure)}
          onClick={() => archive.mutate({ measureId: idToArchive(measure), archived: !measure.archived })}
        >
          {actWords(measure).short}
        </Button>
      ) : null}
    </li>
  );
  return (
    <div className={classes.form}>
      <p className={classes.rule}>
        Scores of these can be recorded in every case. No wording of a published questionnaire comes with Open Chair. A figure marked “unconfirmed” is
        from memory and was not looked up: every verdict that rests on it says so.
      </p>
      {archive.error ? (
        <p className={classes.trouble} role="alert">
          {sentenceFor(archive.error)}
        </p>
      ) : null}
      {own.length === 0 ? null : (
        <>
          <h3 className={classes.part}>Your own</h3>
          <ul className={classes.list}>{own.map(row)}</ul>
        </>
      )}
      <details>
        <summary>{count(published.length, "published measure")}</summary>
        <ul className={classes.list}>{published.map(row)}</ul>
      </details>
      <h3 className={classes.part}>Add one of your own</h3>
      <AddMeasureForm />
      <h3 className={classes.part}>Bring in a questionnaire</h3>
      <ImportQuestionnaireForm />
    </div>
  );
}

/** A published measure is never put aside; the practice's form of it is. */
function idToArchive({ id, own, formId }: MeasureView): string {
  return own ? id : (formId ?? id);
}

function actWords({ name, own, archived }: MeasureView): { short: string; aloud: string } {
  if (archived) return { short: "Bring back", aloud: `Bring back ${name}` };
  return own ? { short: "Archive", aloud: `Archive ${name}` } : { short: "Put the form aside", aloud: `Put the form of ${name} aside` };
}
