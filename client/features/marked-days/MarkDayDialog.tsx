import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { sentenceAtField, sentenceFor } from "#client/api/refusals.ts";
import { shortDay } from "#client/format.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { isDay } from "#core/day.ts";
import type { MarkableDay } from "#core/readings/before-after-days.ts";
import classes from "./marked-days.module.css";
import { useMarkDay } from "./use-marks.ts";

interface MarkDayDialogProps {
  readonly caseId: string;
  readonly today: string;
  /** The day the case was opened: an earlier day is asked about. */
  readonly openedOn: string;
  /** Shifts, changes of role and events, newest first. */
  readonly offered: readonly MarkableDay[];
  readonly onMarked: (markedDayId: string) => void;
  readonly onClose: () => void;
}

const ANOTHER = "another";

/** A day to look before and after: something that happened, or any day. */
export function MarkDayDialog({ caseId, today, openedOn, offered, onMarked, onClose }: MarkDayDialogProps) {
  const [requestKey] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState(offered.length === 0 ? ANOTHER : "0");
  const [day, setDay] = useState("");
  const [wording, setWording] = useState("");
  const [asked, setAsked] = useState(false);
  const [doubted, setDoubted] = useState("");
  const { mutate, isPending, error } = useMarkDay(caseId, (id) => {
    onMarked(id);
    onClose();
  });
  const known = chosen === ANOTHER ? null : (offered[Number(chosen)] ?? null);
  const dayWrong = known !== null || (isDay(day) && day <= today) ? undefined : day > today ? "That day has not come yet." : "Give the day.";
  const wordingWrong = known !== null || wording.trim() !== "" ? undefined : "Say in a few words what this day is.";
  const mark = () => {
    setAsked(true);
    if (dayWrong !== undefined || wordingWrong !== undefined) return;
    // Asked once, of each day: what was before the case may be what matters.
    if (known === null && day < openedOn && doubted !== day) return setDoubted(day);
    const marked = known ? { day: known.day, wording: known.words, origin: known.origin } : { day, wording: wording.trim(), origin: "day" as const };
    mutate({ caseId, requestKey, ...marked });
  };
  return (
    <Confirm
      opened
      title="Mark a day"
      confirmLabel={known === null && doubted !== "" && doubted === day ? "Mark it all the same" : "Mark it"}
      busy={isPending}
      onCancel={onClose}
      onConfirm={mark}
    >
      <p className={classes.quiet}>
        Best marked because something happened, not because the numbers look different there: a day picked for its numbers will look different.
      </p>
      <NativeSelect label="What happened" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
        {offered.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two shifts of one day may read alike
          <option key={at} value={String(at)}>
            {shortDay(each.day, today)}: {each.words}
          </option>
        ))}
        <option value={ANOTHER}>Another day…</option>
      </NativeSelect>
      {known === null ? (
        <>
          <TextInput
            type="date"
            className={classes.day ?? ""}
            label="Day"
            value={day}
            error={(asked ? dayWrong : undefined) ?? sentenceAtField(error, "day") ?? undefined}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            label="What it is"
            maxLength={500}
            value={wording}
            error={asked ? wordingWrong : undefined}
            onChange={(event) => setWording(event.currentTarget.value)}
          />
        </>
      ) : null}
      {known === null && doubted !== "" && doubted === day ? (
        <p role="alert" className={classes.doubt}>
          {shortDay(day, today)} is before the case was opened on {shortDay(openedOn, today)}. Is the day right?
        </p>
      ) : null}
      {error && (known !== null || !sentenceAtField(error, "day")) ? (
        <p role="alert" className={classes.error}>
          {sentenceFor(error)}
        </p>
      ) : null}
    </Confirm>
  );
}
