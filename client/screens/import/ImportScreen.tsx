import { sentenceFor } from "#client/api/refusals.ts";
import { CheckStep } from "#client/features/imports/CheckStep.tsx";
import { EarlierImports } from "#client/features/imports/EarlierImports.tsx";
import { FileStep } from "#client/features/imports/FileStep.tsx";
import { ImportDone } from "#client/features/imports/ImportDone.tsx";
import { PreviewStep } from "#client/features/imports/PreviewStep.tsx";
import { useImport, useMatches } from "#client/features/imports/use-import.ts";
import { useMe } from "#client/features/practice/me.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import classes from "./import-screen.module.css";

/** Bringing past work in: a file, the guesses, what will come in. Three steps, one screen. */
export function ImportScreen() {
  const work = useImport();
  const { matches, error, retry } = useMatches();
  const { timeZone } = useMe();
  const { reading, mapping, preview, result } = work;
  return (
    <>
      <PageHeader title="Bring work in" sub="From a spreadsheet you kept. You see everything before it comes in." />
      <div className={classes.steps}>
        {result === null ? (
          <>
            <FileStep work={work} />
            {reading && mapping && matches && <CheckStep {...{ work, reading, mapping, matches }} />}
            {reading && matches === null && error !== null && <ErrorState sentence={sentenceFor(error)} onRetry={retry} />}
            {reading && matches === null && error === null && <LoadingState label="Reading your cases" />}
            {preview && <PreviewStep work={work} preview={preview} />}
          </>
        ) : (
          <ImportDone result={result} onAnother={work.startOver} />
        )}
        <EarlierImports timeZone={timeZone} />
      </div>
    </>
  );
}
