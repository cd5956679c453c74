import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import { sentencesOf } from "#client/api/refusals.ts";
import { FormDialog } from "#client/ui/FormDialog.tsx";
import { FormError } from "#client/ui/FormError.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import { useDialogForm } from "#client/ui/use-dialog-form.ts";
import type { CaseView, TrackView } from "#core/contracts/case.ts";
import classes from "./guesses.module.css";
import { guessable, type KnownGuess, pairsOf, type Side, textOf, typedGuess, whatIsWrong, withNumber } from "./typed-guess.ts";

interface GuessDialogProps {
  readonly coupleCase: Pick<CaseView, "id" | "label" | "tracks" | "active" | "observing">;
  readonly today: string;
  /** A check-in noted before, to be completed or put right; null for a new one. */
  readonly known: KnownGuess | null;
  readonly onClose: () => void;
}

/** What the active partner thinks the other would answer, and what the other answered, where that is known. */
export function GuessDialog({ coupleCase, today, known, onClose }: GuessDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const name = `guess/${coupleCase.id}/${known?.checkInId ?? "new"}`;
  const form = useDialogForm(name, () => ({ typed: typedGuess(today, known) }), onClose);
  const { typed, requestKey } = form;
  const asked = guessable(coupleCase.tracks);
  const { mutate, isPending, error } = useMutation(
    trpc.guesses.note.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: "Numbers noted" });
        form.close();
      },
    }),
  );
  const save = () => {
    const wrong = whatIsWrong(typed, coupleCase.tracks, today);
    form.report(wrong);
    if (wrong) return;
    const corrects = known && { checkInId: known.checkInId, version: known.version };
    mutate({ caseId: coupleCase.id, requestKey, day: typed.day, corrects, pairs: pairsOf(typed, coupleCase.tracks) });
  };
  const number = ({ track, name }: TrackView, side: Side, error: string | undefined) => {
    const whose = side === "guess" ? `${coupleCase.active.label}’s guess` : `${coupleCase.observing.label}’s number`;
    return (
      <TextInput
        data-field={`${track} ${side}`}
        className={classes.number ?? ""}
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${name}, ${whose}`}
        value={textOf(typed, track, side)}
        error={error}
        onChange={(event) => {
          const text = event.currentTarget.value;
          form.change((before) => withNumber(before, track, { side, text }));
        }}
      />
    );
  };

  return (
    <FormDialog
      title="Guess and actual"
      submitLabel="Note them"
      form={form}
      firstField={`${asked[0]?.track} guess`}
      busy={isPending}
      refused={sentencesOf(error, ["day"])}
      onSave={save}
    >
      {(at) => (
        <>
          <p className="dim">
            Ask {coupleCase.active.label} what number {coupleCase.observing.label} would give. Leave the second column empty until{" "}
            {coupleCase.observing.label} was asked: an empty field is not 0.
          </p>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Track</th>
                <th scope="col">
                  <bdi>{coupleCase.active.label}</bdi>’s guess
                </th>
                <th scope="col">
                  <bdi>{coupleCase.observing.label}</bdi>’s number
                </th>
              </tr>
            </thead>
            <tbody>
              {asked.map((each) => (
                <tr key={each.track}>
                  <th scope="row">
                    {each.name} <span className="dim">{`${each.lowest}–${each.highest}`}</span>
                  </th>
                  <td>{number(each, "guess", at(`${each.track} guess`))}</td>
                  <td>{number(each, "actual", at(`${each.track} actual`))}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <FormError sentence={at("pairs")} />
          <TextInput
            type="date"
            data-field="day"
            className={classes.day ?? ""}
            label="Day"
            value={typed.day}
            error={at("day")}
            onChange={(event) => {
              const day = event.currentTarget.value;
              form.change((before) => ({ ...before, day }));
            }}
          />
        </>
      )}
    </FormDialog>
  );
}
