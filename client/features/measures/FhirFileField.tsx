import { Textarea } from "@mantine/core";
import { useId } from "react";
import { count } from "#client/format.ts";
import { STOP } from "#client/ui/stops.ts";
import classes from "./measures.module.css";

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
            if (file) void file.text().then(onText);
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
        rows={faults.length > 0 ? 8 : 4}
        spellCheck={false}
        value={text}
        aria-invalid={faults.length > 0 || undefined}
        aria-describedby={faults.length > 0 ? `${id}-faults` : undefined}
        classNames={{ input: classes.code ?? "" }}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {faults.length === 0 ? null : (
        <div id={`${id}-faults`} role="alert" className={classes.faults}>
          <p>{faults.length === 1 ? "This file could not be used:" : `This file could not be used, for ${count(faults.length, "reason")}:`}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
