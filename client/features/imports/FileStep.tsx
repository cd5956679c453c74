import { type DragEvent, useId, useState } from "react";
import { REFUSAL_SENTENCES } from "#client/api/refusal-sentences.ts";
import { refusalOf, sentenceFor } from "#client/api/refusals.ts";
import { count } from "#client/format.ts";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { fileDetail } from "./import-words.ts";
import classes from "./imports.module.css";
import type { ImportUnderWay } from "./use-import.ts";

/** Step 1: a file from this computer, by button or by dropping it here. */
export function FileStep({ work }: { readonly work: ImportUnderWay }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) void work.choose(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const trouble = work.tooLarge ? `${REFUSAL_SENTENCES["file-too-large"]}${fileDetail("size")}` : fileTrouble(work.readError);
  return (
    <Panel title="1 · The file">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is everybody's */}
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          aria-describedby={`${id}-about`}
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file, corrected, can be chosen again.
            event.currentTarget.value = "";
          }}
        />
        <label htmlFor={id} className={classes.choose}>
          {work.file === null ? "Choose a file" : "Choose another file"}
        </label>
        <span id={`${id}-about`} className="dim">
          or drop it here: a .csv or an .xlsx, one row a session. Nothing is kept until you bring it in.
        </span>
      </div>
      {work.reading && (
        <p className={classes.line} role="status">
          <strong>{work.reading.fileName}</strong> · {count(work.reading.rows, "row")}, {count(work.reading.columns.length, "column")}
          {work.reading.remembered && " · read as you chose last time"}
        </p>
      )}
      {work.isReading && <LoadingState label="Reading the file" heights={[40]} />}
      {trouble !== null && (
        <p className={classes.trouble} role="alert">
          {trouble}
        </p>
      )}
    </Panel>
  );
}

function fileTrouble(error: unknown): string | null {
  return error ? `${sentenceFor(error)}${fileDetail(refusalOf(error)?.field)}` : null;
}
