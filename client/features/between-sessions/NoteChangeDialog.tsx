import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceAtField, sentenceFor } from "#client/api/refusals.ts";
import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { Dialog, DialogActions } from "#client/ui/Dialog.tsx";
import { FormRow } from "#client/ui/FormRow.tsx";
import { KeptTextLine } from "#client/ui/KeptTextLine.tsx";
import { KeyedChips } from "#client/ui/KeyedChips.tsx";
import { KeyHint } from "#client/ui/KeyHint.tsx";
import { useKeptText } from "#client/ui/kept-text.ts";
import { showNotice } from "#client/ui/notices.tsx";
import { SOURCE_CHOICES, STAGE_CHOICES, STANCE_CHIPS } from "#client/ui/observation-choices.ts";
import { advanceFrom, STOP, STOPS_WITHIN, tabbableIn } from "#client/ui/stops.ts";
import type { CaseView } from "#core/contracts/case.ts";
import { isStage, stageWord } from "#core/vocabulary/engagement.ts";
import classes from "./between.module.css";
import { changeOf, DIRECTION_CHOICES, emptyChange, HAPPENED_CHOICES, type TypedChange, whatIsMissing, withHappened } from "./typed-change.ts";

interface NoteChangeDialogProps {
  readonly coupleCase: CaseView;
  readonly today: string;
  readonly onClose: () => void;
}

/** Something changed between two sessions: noted in seconds, from the keyboard. */
export function NoteChangeDialog({ coupleCase, today, onClose }: NoteChangeDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  // The key of the wish is kept with its words: sent once before a lock and again after it, it is one note.
  const { value, change, found, forget, startOver } = useKeptText(`note-change/${coupleCase.id}`, () => ({
    typed: emptyChange(today),
    requestKey: crypto.randomUUID(),
  }));
  const { typed, requestKey } = value;
  const setTyped = (next: (before: TypedChange) => TypedChange) => change((before) => ({ ...before, typed: next(before.typed) }));
  const giveUp = () => {
    forget();
    onClose();
  };
  const [missing, setMissing] = useState<{ field: string; sentence: string } | null>(null);
  const { mutate, isPending, error } = useMutation(
    trpc.between.note.mutationOptions({
      onSuccess: () => {
        forget();
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: `Change noted for ${coupleCase.label}` });
        onClose();
      },
    }),
  );

  useEffect(() => {
    const first = form.current?.querySelector('[data-field="happened"]');
    if (first) tabbableIn(first)?.focus();
  }, []);

  const set = (part: Partial<TypedChange>) => {
    setMissing(null);
    setTyped((before) => ({ ...before, ...part }));
  };
  const save = () => {
    if (isPending) return;
    const needed = whatIsMissing(typed, today);
    setMissing(needed);
    const place = needed && form.current?.querySelector(`[data-field="${needed.field}"]`);
    if (place) tabbableIn(place)?.focus();
    if (!needed) mutate({ caseId: coupleCase.id, requestKey, ...changeOf(typed) });
  };
  const at = (field: string) => (missing?.field === field ? missing.sentence : (sentenceAtField(error, field) ?? undefined));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };

  return (
    <Dialog
      opened
      title={
        <>
          Note a change · <bdi>{coupleCase.label}</bdi>
        </>
      }
      holdsText={typed.evidence.trim() !== ""}
      onClose={giveUp}
    >
      {found ? <KeptTextLine onDiscard={startOver} /> : null}
      <form
        ref={form}
        {...STOPS_WITHIN}
        className={classes.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <FormRow labelId="note-happened" label="What happened" error={at("happened")}>
          <ChoiceRow
            shape="chip"
            name="happened"
            labelledBy="note-happened"
            choices={HAPPENED_CHOICES}
            chosen={typed.happened ?? undefined}
            onChoose={(happened) => {
              setMissing(null);
              setTyped((before) => withHappened(before, happened));
            }}
            onClear={() => set({ happened: null })}
          />
        </FormRow>
        {typed.happened === null ? null : (
          <FormRow labelId="note-direction" label="Direction" error={at("direction")}>
            <ChoiceRow
              shape="chip"
              name="direction"
              labelledBy="note-direction"
              choices={DIRECTION_CHOICES}
              chosen={typed.direction ?? undefined}
              onChoose={(direction) => set({ direction })}
            />
          </FormRow>
        )}
        <FormRow labelId="note-stage" label="How they take part now" hint="0–6, – not rated" error={at("stage")}>
          <ChoiceRow
            shape="square"
            tone="observing"
            name="stage"
            labelledBy="note-stage"
            choices={STAGE_CHOICES}
            chosen={typed.stage ?? undefined}
            last={coupleCase.stage ?? undefined}
            onChoose={(stage) => set({ stage: isStage(stage) ? stage : null })}
            onClear={() => set({ stage: null })}
          />
          {typed.stage === null ? null : <span className={classes.stageWord}>{stageWord(typed.stage)}</span>}
        </FormRow>
        <FormRow labelId="note-source" label="Evidence" error={at("source")}>
          <ChoiceRow
            shape="chip"
            name="source"
            labelledBy="note-source"
            choices={SOURCE_CHOICES}
            chosen={typed.source ?? undefined}
            onChoose={(source) => set({ source })}
          />
        </FormRow>
        <FormRow labelId="note-evidence" label={<span className="visually-hidden">One line of evidence</span>}>
          <TextInput
            {...STOP}
            data-field="evidence"
            aria-labelledby="note-evidence"
            placeholder="One line: what was said or done"
            value={typed.evidence}
            error={at("evidence")}
            onChange={(event) => set({ evidence: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              advanceFrom(event.currentTarget);
            }}
          />
        </FormRow>
        <FormRow labelId="note-stances" label="Holding back">
          <KeyedChips
            labelledBy="note-stances"
            chips={STANCE_CHIPS}
            chosen={typed.stances}
            onToggle={(stance) =>
              set({ stances: typed.stances.includes(stance) ? typed.stances.filter((kept) => kept !== stance) : [...typed.stances, stance] })
            }
          />
        </FormRow>
        <FormRow labelId="note-day" label="Day">
          <TextInput
            {...STOP}
            data-field="day"
            className={classes.day ?? ""}
            type="date"
            aria-labelledby="note-day"
            value={typed.day}
            error={at("day")}
            onChange={(event) => set({ day: event.currentTarget.value })}
          />
        </FormRow>
        {error && !["day", "observation", "shifts"].some((field) => sentenceAtField(error, field)) ? (
          <p role="alert" className={classes.error}>
            {sentenceFor(error)}
          </p>
        ) : null}
        <DialogActions>
          <Button variant="default" onClick={giveUp}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} aria-keyshortcuts="Control+Enter" rightSection={<KeyHint>Ctrl ⏎</KeyHint>}>
            Note it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
