import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceAtField, sentenceFor } from "#client/api/refusals.ts";
import { Dialog, DialogActions } from "#client/ui/Dialog.tsx";
import { KeptTextLine } from "#client/ui/KeptTextLine.tsx";
import { KeyHint } from "#client/ui/KeyHint.tsx";
import { useKeptText } from "#client/ui/kept-text.ts";
import { showNotice } from "#client/ui/notices.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import classes from "./guesses.module.css";
import { guessable, type KnownGuess, type Missing, pairsOf, type Side, textOf, typedGuess, whatIsWrong, withNumber } from "./typed-guess.ts";

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
  const form = useRef<HTMLFormElement>(null);
  const { value, change, found, forget, startOver } = useKeptText(`guess/${coupleCase.id}/${known?.checkInId ?? "new"}`, () => ({
    typed: typedGuess(today, known),
    requestKey: crypto.randomUUID(),
  }));
  const { typed, requestKey } = value;
  const [wrong, setWrong] = useState<Missing | null>(null);
  const { mutate, isPending, error } = useMutation(
    trpc.guesses.note.mutationOptions({
      onSuccess: () => {
        forget();
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: "Numbers noted" });
        onClose();
      },
    }),
  );
  const giveUp = () => {
    forget();
    onClose();
  };
  const save = () => {
    if (isPending) return;
    const found = whatIsWrong(typed, coupleCase.tracks, today);
    setWrong(found);
    if (found) form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(found.field)}"]`)?.focus();
    else {
      const corrects = known && { checkInId: known.checkInId, version: known.version };
      mutate({ caseId: coupleCase.id, requestKey, day: typed.day, corrects, pairs: pairsOf(typed, coupleCase.tracks) });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  const number = (track: string, name: string, side: Side) => {
    const whose = side === "guess" ? `${coupleCase.active.label}’s guess` : `${coupleCase.observing.label}’s number`;
    return (
      <TextInput
        data-field={`${track} ${side}`}
        className={classes.number ?? ""}
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${name}, ${whose}`}
        value={textOf(typed, track, side)}
        error={wrong?.field === `${track} ${side}` ? wrong.sentence : undefined}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setWrong(null);
          change((before) => ({ ...before, typed: withNumber(before.typed, track, { side, text }) }));
        }}
      />
    );
  };

  return (
    <Dialog opened title="Guess and actual" holdsText={found} onClose={giveUp}>
      {found ? <KeptTextLine onDiscard={startOver} /> : null}
      <form
        ref={form}
        className={classes.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
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
            {guessable(coupleCase.tracks).map(({ track, name, lowest, highest }) => (
              <tr key={track}>
                <th scope="row">
                  {name} <span className="dim">{`${lowest}–${highest}`}</span>
                </th>
                <td>{number(track, name, "guess")}</td>
                <td>{number(track, name, "actual")}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {wrong?.field === "pairs" ? (
          <p role="alert" className={classes.error}>
            {wrong.sentence}
          </p>
        ) : null}
        <TextInput
          type="date"
          data-field="day"
          className={classes.day ?? ""}
          label="Day"
          value={typed.day}
          error={wrong?.field === "day" ? wrong.sentence : (sentenceAtField(error, "day") ?? undefined)}
          onChange={(event) => {
            const day = event.currentTarget.value;
            setWrong(null);
            change((before) => ({ ...before, typed: { ...before.typed, day } }));
          }}
        />
        {error && !sentenceAtField(error, "day") ? (
          <p role="alert" className={classes.error}>
            {sentenceFor(error)}
          </p>
        ) : null}
        <DialogActions>
          <Button variant="default" onClick={giveUp}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} aria-keyshortcuts="Control+Enter" rightSection={<KeyHint>Ctrl ⏎</KeyHint>}>
            Note them
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
