import { TextInput } from "@mantine/core";
import { memo, useState } from "react";
import { rating as ratingText } from "#client/format.ts";
import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { RATING_CHOICES } from "#client/ui/observation-choices.ts";
import { STOP } from "#client/ui/stops.ts";
import type { TrackView } from "#core/contracts/case.ts";
import { isBuiltInTrack, RATER_WORDS, type Rater, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import { type Change, withoutRating, withRater, withRating } from "./edits.ts";
import classes from "./rating.module.css";

/** An answer on one track; absent = untouched, `value` null = asked and not rated. */
interface TrackAnswer {
  readonly value: number | null;
  readonly rater: string;
}

interface RatingRowProps {
  readonly track: TrackView;
  readonly answer: TrackAnswer | undefined;
  readonly last: TrackAnswer | undefined;
  /** The other rater's number on the same track, where a session to be corrected has both. */
  readonly beside: TrackAnswer | undefined;
  readonly change: Change;
}

/** One track: its number (or the dash), and whose number it is. Last session's is dotted, never filled in. */
export const RatingRow = memo(function RatingRow({ track, answer, last, beside, change }: RatingRowProps) {
  // Only a proposal: whose number it was last time, until something is answered here.
  const [raterNext, setRaterNext] = useState<Rater | null>(null);
  const rater = asRater(answer?.rater) ?? raterNext ?? asRater(last?.rater) ?? "clinician";
  const labelId = `log-track-${track.track}`;

  const choose = (value: number | null) => change(withRating(track.track, value, rater));
  const clear = () => change(withoutRating(track.track));
  const swapRater = () => {
    const next = rater === "clinician" ? "active" : "clinician";
    setRaterNext(next);
    if (answer) change(withRater(track.track, next));
  };
  const onOtherKey = (key: string) => {
    if (key !== "m") return false;
    swapRater();
    return true;
  };

  return (
    <div className={classes.rating}>
      <div>
        <span id={labelId} className={classes.ratingName} title={asks(track)}>
          {shortName(track)}
        </span>{" "}
        <button
          type="button"
          tabIndex={-1}
          className={classes.rater}
          aria-keyshortcuts="M"
          data-rater={rater}
          title="m: mine or the client's number"
          aria-label={`${track.name}: ${RATER_WORDS[rater]}. Change whose number it is`}
          onClick={swapRater}
        >
          {RATER_WORDS[rater]}
        </button>
        {beside === undefined ? null : (
          <span className={classes.beside}>
            {RATER_WORDS[asRater(beside.rater) ?? "active"]}: {ratingText(beside.value)}
          </span>
        )}
      </div>
      {hasSquares(track) ? (
        <ChoiceRow
          shape="square"
          tone="active"
          labelledBy={labelId}
          choices={RATING_CHOICES}
          chosen={answer?.value}
          last={last?.value ?? undefined}
          onChoose={choose}
          onClear={clear}
          onOtherKey={onOtherKey}
        />
      ) : (
        <NumberAnswer track={track} labelId={labelId} answer={answer} last={last} onChoose={choose} onClear={clear} onOtherKey={onOtherKey} />
      )}
    </div>
  );
});

interface NumberAnswerProps extends Omit<RatingRowProps, "change" | "beside"> {
  readonly labelId: string;
  readonly onChoose: (value: number | null) => void;
  readonly onClear: () => void;
  readonly onOtherKey: (key: string) => boolean;
}

/** A track of another range: a number is typed. The dash alone is "not rated", as on the squares. */
function NumberAnswer({ track, labelId, answer, last, onChoose, onClear, onOtherKey }: NumberAnswerProps) {
  const [text, setText] = useState(() => (answer === undefined ? "" : answer.value === null ? "-" : String(answer.value)));
  const type = (typed: string) => {
    // Only what a number is made of can be typed, so that every text on the form means something.
    const kept = typed
      .replaceAll(",", ".")
      .replaceAll("–", "-")
      .replace(/[^\d.-]/g, "");
    setText(kept);
    const value = Number.parseFloat(kept);
    if (kept === "-") onChoose(null);
    else if (Number.isNaN(value)) onClear();
    else onChoose(value);
  };
  return (
    <div className={classes.number}>
      <TextInput
        {...STOP}
        className={classes.short ?? ""}
        aria-labelledby={labelId}
        inputMode="decimal"
        value={text}
        error={isOutOfRange(track, answer?.value ?? null) ? rangeSentence(track) : undefined}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (onOtherKey(event.key.toLowerCase())) event.preventDefault();
        }}
      />
      <span className="dim">
        {track.lowest}–{track.highest}
        {last === undefined ? null : `, last ${ratingText(last.value)}`}
      </span>
    </div>
  );
}

/** What to say at the row whose number is out of range. */
export function rangeSentence({ name, lowest, highest }: TrackView): string {
  return `${name} goes from ${lowest} to ${highest}. Change the number, or press – for not rated.`;
}

/** Outside the ends of its track; not rated is never out of range. */
export function isOutOfRange(track: TrackView, value: number | null): boolean {
  return value !== null && (value < track.lowest || value > track.highest);
}

function hasSquares(track: TrackView): boolean {
  return track.lowest === 0 && track.highest === 10;
}

function shortName(track: TrackView): string {
  return isBuiltInTrack(track.track) ? TRACK_MEANINGS[track.track].short : track.name;
}

function asks(track: TrackView): string | undefined {
  return isBuiltInTrack(track.track) ? TRACK_MEANINGS[track.track].asks : undefined;
}

function asRater(rater: string | undefined): Rater | null {
  return rater === "clinician" || rater === "active" || rater === "observing" ? rater : null;
}
