import type { DraftBody } from "#core/contracts/draft.ts";
import { besideKey } from "#core/fields/list-kinds.ts";
import { sourceProposedBy } from "#core/rules/evidence-source.ts";
import { SHIFT_MEANINGS, type ShiftKind } from "#core/vocabulary/shift.ts";
import type { Rater } from "#core/vocabulary/track.ts";

/** Every change the log form makes to a draft: a body in, a body out. */
export type Edit = (body: DraftBody) => DraftBody;
/** Hands a change to the draft on the form. Stable, so that a panel draws again only when its own answers change. */
export type Change = (edit: Edit) => void;

/** Presence chosen: the proposed source (of the shifts too) follows it, unless the clinician chose another one by hand. */
export function withPresence(presence: string | null): Edit {
  return (body) => {
    const byProposal = body.source === null || body.source === sourceProposedBy(body.presence);
    const [before, next] = [sourceProposedBy(body.presence) ?? "", sourceProposedBy(presence) ?? ""];
    const shifts = body.shifts.map((shift) => (shift.source === before ? { ...shift, source: next } : shift));
    return { ...body, presence, source: byProposal ? sourceProposedBy(presence) : body.source, shifts };
  };
}

/** `null` = the dash: asked and not rated. */
export function withRating(track: string, value: number | null, rater: Rater): Edit {
  return (body) => ({ ...body, ratings: { ...body.ratings, [track]: { value, rater } } });
}

/** Whose number it is changes; where that rater's number is known already, the two change places. */
export function withRater(track: string, rater: Rater): Edit {
  return (body) => {
    const { [track]: here, [besideKey(track, rater)]: beside, ...ratings } = body.ratings;
    if (!here) return body;
    if (!beside) return { ...body, ratings: { ...ratings, [track]: { ...here, rater } } };
    return { ...body, ratings: { ...ratings, [track]: beside, [besideKey(track, here.rater)]: here } };
  };
}

/** Back to untouched: neither a number nor "not rated". */
export function withoutRating(track: string): Edit {
  return (body) => {
    const { [track]: _, ...ratings } = body.ratings;
    return { ...body, ratings };
  };
}

type ListField = "stances" | "themes" | "goalsTouched";

export function toggled(field: ListField, value: string): Edit {
  return (body) => ({
    ...body,
    [field]: body[field].includes(value) ? body[field].filter((kept) => kept !== value) : [...body[field], value],
  });
}

/** A shift with what its kind proposes. Who saw it follows who was there, until it is chosen; before that is known it is asked. */
export function withShift(kind: string): Edit {
  return (body) => {
    const { direction, who } = SHIFT_MEANINGS[kind as ShiftKind];
    const source = sourceProposedBy(body.presence) ?? "";
    return { ...body, shifts: [...body.shifts, { kind, direction, who, source, remark: "" }] };
  };
}

export function withShiftChanged(at: number, change: Partial<DraftBody["shifts"][number]>): Edit {
  return (body) => ({ ...body, shifts: body.shifts.map((shift, index) => (index === at ? { ...shift, ...change } : shift)) });
}

export function withoutShift(at: number): Edit {
  return (body) => ({ ...body, shifts: body.shifts.filter((_, index) => index !== at) });
}

export function withTry(thingId: string, standing: string | null): Edit {
  return (body) => {
    const { [thingId]: _, ...others } = body.triesAnswered;
    return { ...body, triesAnswered: standing === null ? others : { ...others, [thingId]: standing } };
  };
}

export function withSection(key: string, text: string): Edit {
  return (body) => ({ ...body, noteSections: { ...body.noteSections, [key]: text } });
}
