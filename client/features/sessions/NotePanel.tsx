import { Textarea } from "@mantine/core";
import { memo } from "react";
import { type Choice, ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { STOP } from "#client/ui/stops.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { isNoteFormat, keptSections } from "#core/rules/draft-note.ts";
import { tooLongNote } from "#core/rules/note-length.ts";
import { NOTE_FORMAT_WORDS, NOTE_FORMATS, NOTE_SECTIONS } from "#core/vocabulary/occasion.ts";
import { type Change, withSection } from "./edits.ts";
import type { FieldErrors } from "./field-errors.ts";
import classes from "./log.module.css";

const FORMATS: readonly Choice<string>[] = NOTE_FORMATS.map((format) => ({
  value: format,
  label: NOTE_FORMAT_WORDS[format],
  keys: [format.charAt(0)],
}));

interface NotePanelProps extends Pick<DraftBody, "noteFormat" | "noteSections"> {
  readonly change: Change;
  readonly errors: FieldErrors;
}

/** The progress note. Changing its format moves no word: what belongs to another format stays in sight, below. */
export const NotePanel = memo(function NotePanel({ noteFormat, noteSections, change, errors }: NotePanelProps) {
  const format = isNoteFormat(noteFormat) ? noteFormat : "free";
  const sections = NOTE_SECTIONS[format];
  const kept = keptSections(format, noteSections);
  const someTooLong = Object.values(noteSections).some((text) => tooLongNote(text) !== null);
  return (
    <Panel title="Note">
      <span id="log-note-format" className="visually-hidden">
        Format of the note
      </span>
      <ChoiceRow
        labelledBy="log-note-format"
        choices={FORMATS}
        chosen={format}
        onChoose={(next) => change((body) => ({ ...body, noteFormat: next }))}
      />
      <div className={classes.sections} data-field="noteSections">
        {sections.map(([key, heading]) => (
          <Textarea
            {...STOP}
            key={key}
            className={classes.text ?? ""}
            data-size={sections.length > 1 ? "section" : undefined}
            label={sections.length > 1 ? heading : undefined}
            aria-label={sections.length > 1 ? undefined : heading}
            value={noteSections[key] ?? ""}
            error={tooLongNote(noteSections[key] ?? "") ?? (key === sections[0]?.[0] && !someTooLong ? errors.noteSections : undefined)}
            onChange={({ currentTarget: { value } }) => change(withSection(key, value))}
          />
        ))}
        {kept.length > 0 ? (
          <div className={classes.kept}>
            <p className={classes.apart}>Written under another format and kept. Finish adds it to “{sections[0]?.[1]}”, under its heading.</p>
            {kept.map(({ key, heading, text }) => (
              <Textarea
                {...STOP}
                key={key}
                className={classes.text ?? ""}
                data-size="section"
                label={heading}
                value={text}
                error={tooLongNote(text)}
                onChange={({ currentTarget: { value } }) => change(withSection(key, value))}
              />
            ))}
          </div>
        ) : null}
      </div>
    </Panel>
  );
});
