/** Every value of an occasion in words: one place, so that readout, table and chart cannot disagree. */
import type { TrackView } from "#core/contracts/case.ts";
import type { RatingView } from "#core/contracts/record.ts";
import { groundingOf } from "#core/rules/grounding.ts";
import { figure } from "#core/sentences/wording.ts";
import { NOT_RATED, stageWord } from "#core/vocabulary/engagement.ts";
import { PRESENCE_WORDS, SOURCE_WORDS } from "#core/vocabulary/occasion.ts";
import { GROUNDING_TRACKS, isClimateTrack, isGroundingTrack, type Rater } from "#core/vocabulary/track.ts";
import type { Placed } from "./axis.ts";

export interface Column {
  readonly key: string;
  readonly label: string;
}

/** `not-rated`: the session was held and nothing was given. `not-asked`: this kind of occasion does not rate it. */
export interface Figure extends Column {
  readonly words: string;
  readonly standing: "given" | "not-rated" | "not-asked";
}

const RATER_SUFFIX: Record<Rater, string> = { clinician: "yours", active: "the client’s", observing: "the partner’s", guess: "the client’s guess" };
const GROUNDING_COLUMN = "grounding";

/** The columns of a case: presence, stage and source, the climates, grounding with its four parts, the own tracks it uses. */
export function columnsOf(placed: readonly Placed[], tracks: readonly TrackView[]): Column[] {
  const used = new Set(placed.flatMap((each) => each.occasion.ratings.map((rating) => rating.track)));
  const named = (wanted: (track: TrackView) => boolean) => tracks.filter(wanted).map(({ track, name }) => ({ key: track, label: name }));
  return [
    { key: "presence", label: "Observing partner was" },
    { key: "stage", label: "Stage" },
    { key: "source", label: "Source" },
    ...named((track) => isClimateTrack(track.track)),
    { key: GROUNDING_COLUMN, label: "Grounding, median" },
    ...named((track) => isGroundingTrack(track.track)),
    ...named((track) => !track.builtIn && used.has(track.track)),
  ];
}

/** What stands in each column for one occasion. A rated 0 reads "0"; nothing given in a held session reads "not rated". */
export function figuresOf(placed: Placed, columns: readonly Column[]): Figure[] {
  return columns.map((column) => ({ ...column, ...answerIn(placed, column.key) }));
}

type Answer = Pick<Figure, "words" | "standing">;
const NOT_ASKED: Answer = { words: "–", standing: "not-asked" };

function given(words: string): Answer {
  return { words, standing: "given" };
}

function missing(placed: Placed, words: string = NOT_RATED): Answer {
  return placed.held ? { words, standing: "not-rated" } : NOT_ASKED;
}

function answerIn(placed: Placed, key: string): Answer {
  const { occasion } = placed;
  const { presence = null, stage = null, source = null } = occasion.observation ?? {};
  if (key === "presence") return presence === null ? missing(placed, "not recorded") : given(PRESENCE_WORDS[presence]);
  if (key === "stage") return stage === null ? missing(placed) : given(`${stage} ${stageWord(stage)}`);
  if (key === "source") return source === null || stage === null ? NOT_ASKED : given(SOURCE_WORDS[source]);
  if (key === GROUNDING_COLUMN) return groundingAnswer(placed);
  return ratingAnswer(placed, key);
}

function groundingAnswer(placed: Placed): Answer {
  const grounding = groundingOf(placed.occasion.ratings);
  if (!grounding) return missing(placed);
  return given(`${figure(grounding.median)} (${grounding.rated} of ${GROUNDING_TRACKS.length})`);
}

function ratingAnswer(placed: Placed, track: string): Answer {
  const ratings = placed.occasion.ratings.filter((rating) => rating.track === track);
  const numbers = ratings.filter((rating): rating is RatingView & { value: number } => rating.value !== null);
  if (numbers.length === 0) return ratings.length > 0 ? { words: NOT_RATED, standing: "not-rated" } : missing(placed);
  return given(
    numbers
      .map(({ value, rater }) => (rater === "clinician" && numbers.length === 1 ? figure(value) : `${figure(value)} ${RATER_SUFFIX[rater]}`))
      .join(", "),
  );
}
