import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useRef, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { numberTyped } from "#client/format.ts";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import type { OwnTrackView } from "#core/contracts/practice.ts";
import { BETTER_DIRECTIONS } from "#core/vocabulary/track.ts";
import { figure } from "#core/vocabulary/wording.ts";
import { NamedRow } from "./NamedRow.tsx";
import classes from "./settings.module.css";
import { useTracks } from "./themes-and-tracks.ts";

const BETTER_WORDS: Record<OwnTrackView["better"], string> = {
  higher: "higher is better",
  lower: "lower is better",
  neither: "neither way is better",
};

const BLANK = { name: "", lowest: "0", highest: "10", better: "higher" as OwnTrackView["better"] };

export function TracksForm() {
  const { tracks, add, change } = useTracks();
  const [input, setInput] = useState(BLANK);
  const field = useRef<HTMLInputElement>(null);
  const requestKey = useRef(crypto.randomUUID());
  const lowest = numberTyped(input.lowest);
  const highest = numberTyped(input.highest);
  const rangeFault = lowest !== null && highest !== null && lowest >= highest ? "The highest must be above the lowest." : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (input.name.trim() === "" || lowest === null || highest === null || rangeFault !== null || add.isPending) return;
    add.mutate(
      { requestKey: requestKey.current, name: input.name.trim(), lowest, highest, better: input.better },
      {
        onSuccess: () => {
          setInput(BLANK);
          requestKey.current = crypto.randomUUID();
          // The button that was pressed is disabled now; the next track is typed here.
          field.current?.focus();
        },
      },
    );
  }

  if (tracks.isError) return <ErrorState sentence={sentenceFor(tracks.error)} onRetry={() => void tracks.refetch()} />;
  if (!tracks.data) return <LoadingState label="Reading the tracks" heights={[32, 32]} />;
  const error = add.error ?? change.error;
  return (
    <div className={classes.form}>
      <p className={classes.rule}>Seven tracks are built in, 0–10. Add what else you rate over time; it is offered on every log.</p>
      {tracks.data.length > 0 && (
        <ul className={classes.list}>
          {tracks.data.map((track) => (
            <NamedRow
              key={track.id}
              name={track.name}
              archived={track.archived}
              about={`${figure(track.lowest)} to ${figure(track.highest)}, ${BETTER_WORDS[track.better]}${track.caseLabel === null ? "" : `, only in ${track.caseLabel}`}`}
              busy={change.isPending && change.variables.trackId === track.id}
              onChange={(next) => change.mutate({ trackId: track.id, ...next })}
            />
          ))}
        </ul>
      )}
      {error && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(error)}
        </p>
      )}
      <form className={classes.inline} onSubmit={submit} noValidate>
        <TextInput
          ref={field}
          label="A track of your own"
          maxLength={80}
          value={input.name}
          onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
        />
        <TextInput
          label="Lowest"
          inputMode="decimal"
          w="5.5rem"
          value={input.lowest}
          onChange={(event) => setInput({ ...input, lowest: event.currentTarget.value })}
        />
        <TextInput
          label="Highest"
          inputMode="decimal"
          w="5.5rem"
          value={input.highest}
          error={rangeFault}
          onChange={(event) => setInput({ ...input, highest: event.currentTarget.value })}
        />
        <NativeSelect
          label="Which way is better"
          value={input.better}
          onChange={(event) => setInput({ ...input, better: BETTER_DIRECTIONS.find((way) => way === event.currentTarget.value) ?? "higher" })}
        >
          {BETTER_DIRECTIONS.map((way) => (
            <option key={way} value={way}>
              {BETTER_WORDS[way]}
            </option>
          ))}
        </NativeSelect>
        <Button
          type="submit"
          variant="default"
          loading={add.isPending}
          disabled={input.name.trim() === "" || lowest === null || highest === null || rangeFault !== null}
        >
          Add track
        </Button>
      </form>
    </div>
  );
}
