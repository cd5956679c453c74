import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import { sentencesOf } from "#client/api/refusals.ts";
import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { FormDialog } from "#client/ui/FormDialog.tsx";
import { FormRow } from "#client/ui/FormRow.tsx";
import { KeyedChips } from "#client/ui/KeyedChips.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import { SOURCE_CHOICES, STAGE_CHOICES, STANCE_CHIPS } from "#client/ui/observation-choices.ts";
import { advanceFrom, STOP } from "#client/ui/stops.ts";
import { useDialogForm } from "#client/ui/use-dialog-form.ts";
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
  const form = useDialogForm(`note-change/${coupleCase.id}`, () => ({ typed: emptyChange(today) }), onClose);
  const { typed, requestKey } = form;
  const { mutate, isPending, error } = useMutation(
    trpc.between.note.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: `Change noted for ${coupleCase.label}` });
        form.close();
      },
    }),
  );
  const set = (part: Partial<TypedChange>) => form.change((before) => ({ ...before, ...part }));
  const save = () => {
    const missing = whatIsMissing(typed, today);
    form.report(missing);
    if (!missing) mutate({ caseId: coupleCase.id, requestKey, ...changeOf(typed) });
  };

  return (
    <FormDialog
      title={
        <>
          Note a change · <bdi>{coupleCase.label}</bdi>
        </>
      }
      submitLabel="Note it"
      form={form}
      firstField="happened"
      hasRows
      busy={isPending}
      refused={sentencesOf(error, ["day"])}
      onSave={save}
    >
      {(at) => (
        <>
          <FormRow labelId="note-happened" label="What happened" error={at("happened")}>
            <ChoiceRow
              name="happened"
              labelledBy="note-happened"
              choices={HAPPENED_CHOICES}
              chosen={typed.happened ?? undefined}
              onChoose={(happened) => form.change((before) => withHappened(before, happened))}
              onClear={() => set({ happened: null })}
            />
          </FormRow>
          {typed.happened === null ? null : (
            <FormRow labelId="note-direction" label="Direction" error={at("direction")}>
              <ChoiceRow
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
        </>
      )}
    </FormDialog>
  );
}
