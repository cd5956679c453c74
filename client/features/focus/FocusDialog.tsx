import { NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { sentenceCase } from "#client/format.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { TrackView } from "#core/contracts/case.ts";
import type { ChooseFocus, FocusView } from "#core/contracts/reading.ts";
import type { MOST_FOCUS_TRACKS } from "#core/vocabulary/marked-day.ts";
import { LINE_RATERS, RATER_WORDS } from "#core/vocabulary/track.ts";
import classes from "./focus.module.css";

type Chosen = ChooseFocus["tracks"][number];

interface FocusDialogProps {
  readonly caseId: string;
  readonly tracks: readonly TrackView[];
  /** What is watched now. */
  readonly focus: readonly FocusView[];
  readonly onClose: () => void;
}

const NONE = "";
const PLACES = ["First", "Second"] as const satisfies { readonly length: typeof MOST_FOCUS_TRACKS };

/** Which tracks the case is watched on, and whose number. Chosen before their numbers are in: the words count from today. */
export function FocusDialog({ caseId, tracks, focus, onClose }: FocusDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState<readonly string[]>(() => PLACES.map((_, at) => (focus[at] ? keyOf(focus[at]) : NONE)));
  const twice = chosen[0] !== NONE && chosen[0] === chosen[1];
  const { mutate, isPending, error } = useMutation(
    trpc.focus.choose.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: "Saved what this case is watched on" });
        onClose();
      },
    }),
  );
  const known = new Set(focus.map(keyOf));
  const dropped = focus.filter((each) => !chosen.includes(keyOf(each)));
  return (
    <Confirm
      opened
      title="Watched on"
      confirmLabel="Save"
      busy={isPending}
      disabled={twice}
      onCancel={onClose}
      onConfirm={() => mutate({ caseId, requestKey, tracks: chosen.filter((key) => key !== NONE).map(chosenOf) })}
    >
      <p>
        Choose at most two, before their numbers are in. Only on these does Open Chair say rising, falling or unusual: on seven tracks at once
        something would seem to move in most cases where nothing does.
      </p>
      {PLACES.map((place, at) => (
        <NativeSelect
          key={place}
          label={place}
          value={chosen[at] ?? NONE}
          error={twice && at === 1 ? "That is the first one already. Choose another, or none." : undefined}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setChosen(chosen.map((key, index) => (index === at ? value : key)));
          }}
        >
          <option value={NONE}>None</option>
          {tracks.map((track) => (
            <optgroup key={track.track} label={track.name}>
              {LINE_RATERS.map((rater) => {
                const key = keyOf({ track: track.track, rater });
                return (
                  <option key={rater} value={key}>
                    {track.name}: {RATER_WORDS[rater]}
                  </option>
                );
              })}
            </optgroup>
          ))}
        </NativeSelect>
      ))}
      <p className={classes.quiet}>
        {chosen.some((key) => key !== NONE && !known.has(key))
          ? "Counted from today on. What was rated before is drawn, and not judged: a track chosen because it moved would always have moved."
          : "Each keeps the day on which it was chosen."}
        {dropped.length > 0 ? " A track taken off here begins anew when it is chosen again." : ""}
      </p>
      {error ? (
        <p role="alert" className={classes.error}>
          {sentenceFor(error)}
        </p>
      ) : null}
    </Confirm>
  );
}

function keyOf({ track, rater }: Chosen): string {
  return `${rater} ${track}`;
}

function chosenOf(key: string): Chosen {
  const [rater = "", track = ""] = key.split(" ");
  return { track, rater: LINE_RATERS.find((each) => each === rater) ?? "clinician" };
}

/** "Tone of communication, the client's number". */
export function focusWords({ track, rater }: Chosen, tracks: readonly TrackView[]): string {
  const name = tracks.find((each) => each.track === track)?.name ?? "A track no longer offered";
  return `${sentenceCase(name)}, ${RATER_WORDS[rater]}`;
}
