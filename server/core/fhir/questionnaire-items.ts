import type { FormItem } from "#core/contracts/measure.ts";
import { MOST_POINTS } from "#core/vocabulary/measure.ts";
import { areNumbered, optionsOf } from "./answer-options.ts";
import { isOnSelfHarm } from "./instruments.ts";
import { codesIn, listIn, type Parts, placeWords, textIn } from "./parts.ts";

const LONGEST_TEXT = 2_000;

/** What a file's items come to: those that count, what is wrong, and what was left out and why. */
export interface ReadItems {
  readonly items: readonly FormItem[];
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
}

/** The items of a questionnaire or of its answers, out of their groups, in order; titles between them are none. */
export function flatItems(parts: Parts): Parts[] {
  return listIn(parts, "item").flatMap((item) => {
    const inside = [...flatItems(item), ...listIn(item, "answer").flatMap(flatItems)];
    return item.type === "group" || item.type === "display" ? inside : [item, ...inside];
  });
}

/**
 * The items that count, each with the numbers its options carry. Left out with a remark: an item without options (a total, a free text)
 * and one none of whose options carries a number. A fault: an item that could count and cannot be read whole, because a score
 * without it would be another score.
 */
export function readItems(questionnaire: Parts): ReadItems {
  const all = flatItems(questionnaire);
  const seen = new Set<string>();
  const items: FormItem[] = [];
  const faults: string[] = [];
  const remarks: string[] = [];
  for (const [index, item] of all.entries()) {
    const linkId = textIn(item, "linkId");
    const place = capitalPlace(index, all.length, linkId);
    if (linkId === null) faults.push(`${place} has no linkId, so no answer can be matched to it.`);
    else if (linkId.length > 200) faults.push(`${place} has a linkId of more than 200 characters.`);
    else if (seen.has(linkId)) faults.push(`${place} has the linkId of an earlier item.`);
    else {
      seen.add(linkId);
      const read = readItem(item, { questionnaire, linkId, place });
      if ("fault" in read) faults.push(read.fault);
      else if ("leftOut" in read) remarks.push(read.leftOut);
      else items.push(read.item);
    }
  }
  return { items, faults, remarks };
}

interface At {
  readonly questionnaire: Parts;
  readonly linkId: string;
  readonly place: string;
}

type ReadItem = { readonly item: FormItem } | { readonly fault: string } | { readonly leftOut: string };

function readItem(item: Parts, { questionnaire, linkId, place }: At): ReadItem {
  const options = optionsOf(item, questionnaire);
  if ("outside" in options)
    return { fault: `${place} takes its options from a value set that is not in this file (${options.outside.slice(0, 120)}).` };
  const { found } = options;
  if (found.length === 0) return { leftOut: `${place} has no options to choose from: it is left out of the score.` };
  if (found.every((option) => option.value === null)) return { leftOut: `${place} has options without numbers: it is left out of the score.` };
  if (!areNumbered(found)) {
    const bare = found.findIndex((option) => option.value === null);
    return { fault: `${place}: option ${bare + 1} of ${found.length} carries no number (ordinalValue), while others do.` };
  }
  if (found.some((option) => Math.abs(option.value) > MOST_POINTS)) return { fault: `${place} has an option with a number past ${MOST_POINTS}.` };
  if (item.repeats === true) return { fault: `${place} lets several answers be chosen: it cannot be scored by a sum.` };
  const codes = found.flatMap((option) => option.codes);
  if (new Set(codes).size < codes.length) return { fault: `${place} has two options with the same code.` };
  const itsCodes = codesIn(item, "code");
  const text = (textIn(item, "text") ?? linkId).slice(0, LONGEST_TEXT);
  return { item: { linkId, codes: itsCodes, text, options: found, safety: isOnSelfHarm(itsCodes) } };
}

function capitalPlace(index: number, of: number, linkId: string | null): string {
  const words = placeWords(index, of, linkId);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
