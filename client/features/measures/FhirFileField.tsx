import { Textarea } from "@mantine/core";
import { useId, useState } from "react";
import { count } from "#client/format.ts";
import { STOP } from "#client/ui/stops.ts";
import classes from "./measures.module.css";

/** What the server takes (`FhirText`). */
export const MOST_BYTES = 2_000_000;

interface FhirFileFieldProps {
  /** "Or paste the questionnaire here". */
  readonly pasteLabel: string;
  readonly about: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is wrong with it, each with its place. */
  readonly faults: readonly string[];
}

/** A FHIR file: chosen from this computer, or pasted. What is wrong with it stands below it, each fault with its place. */
export function FhirFileField({ pasteLabel, about, text, onText, faults }: FhirFileFieldProps) {
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const told = refused === null ? faults : [refused];
  const take = (next: string) => {
    setRefused(null);
    onText(next);
  };
  // Before it is read: a large file would hold up the whole window, and what is no such file is not shown as text.
  const choose = async (file: File) => {
    if (file.size > MOST_BYTES) return setRefused("The file is larger than 2 MB, which no questionnaire is. Choose another.");
    const chosen = await file.text();
    if (chosen.trim() === "") return setRefused("The file is empty.");
    if (!/^\uFEFF?\s*\{/.test(chosen)) return setRefused("This is not a FHIR file in JSON.");
    take(chosen);
  };
  return (
    <div className={classes.file} data-field="file">
      <div className={classes.fileLine}>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".json,application/json,application/fhir+json"
          aria-describedby={`${id}-about`}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file, corrected, can be chosen again.
            event.currentTarget.value = "";
            if (file) void choose(file);
          }}
        />
        <label htmlFor={id} className={classes.choose}>
          {text === "" ? "Choose a file" : "Choose another file"}
        </label>
        <span id={`${id}-about`} className="dim">
          {about}
        </span>
      </div>
      <Textarea
        {...STOP}
        label={pasteLabel}
        rows={told.length > 0 ? 8 : 4}
        spellCheck={false}
        value={text}
        aria-invalid={told.length > 0 || undefined}
        aria-describedby={told.length > 0 ? `${id}-faults` : undefined}
        classNames={{ input: classes.code ?? "" }}
        onChange={(event) => take(event.currentTarget.value)}
      />
      {told.length === 0 ? null : (
        <div id={`${id}-faults`} role="alert" className={classes.faults}>
          <p>{told.length === 1 ? "This file could not be used:" : `This file could not be used, for ${count(told.length, "reason")}:`}</p>
          <ul>
            {told.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
