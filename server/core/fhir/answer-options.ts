import type { FormOption } from "#core/contracts/measure.ts";
import { codeOf, listIn, numberIn, type Parts, partIn, textIn } from "./parts.ts";

/** Where a file says what number an option counts: R4's own extension, its name since R5, and the one for item weights. */
const ORDINAL_URLS = /\/(ordinalValue|questionnaire-ordinalValue|codesystem-ordinalValue|valueset-ordinalValue|itemWeight)$/;

/** An option as the file has it; `value` null where it carries no number. */
export interface FileOption {
  readonly label: string;
  readonly value: number | null;
  readonly codes: readonly string[];
}

export type FileOptions = { readonly found: readonly FileOption[] } | { readonly outside: string };

/** The ways to answer an item, wherever the file keeps them: beside the item, or in a value set it contains. */
export function optionsOf(item: Parts, questionnaire: Parts): FileOptions {
  const named = textIn(item, "answerValueSet");
  if (named === null) return { found: listIn(item, "answerOption").map(asOption) };
  const contained = named.startsWith("#") ? listIn(questionnaire, "contained").find((each) => textIn(each, "id") === named.slice(1)) : undefined;
  if (contained === undefined || contained.resourceType !== "ValueSet") return { outside: named };
  return { found: conceptsOf(contained) };
}

function asOption(option: Parts): FileOption {
  const coding = partIn(option, "valueCoding");
  const plain = textIn(option, "valueString") ?? numberIn(option, "valueInteger")?.toString() ?? null;
  const value = ordinalIn(option) ?? (coding && ordinalIn(coding));
  if (coding === null) return { label: plain ?? "", value, codes: plain === null ? [] : [plainCode(plain)] };
  return { label: textIn(coding, "display") ?? textIn(coding, "code") ?? "", value, codes: [codeOf(coding) ?? []].flat() };
}

/** How an option without a code is matched: by its very words, ignoring case. */
export function plainCode(words: string): string {
  return `words:${words.trim().toLowerCase()}`;
}

function conceptsOf(valueSet: Parts): FileOption[] {
  const expansion = partIn(valueSet, "expansion");
  const included = listIn(partIn(valueSet, "compose") ?? {}, "include");
  const concepts = expansion
    ? listIn(expansion, "contains")
    : included.flatMap((each) => listIn(each, "concept").map((concept): Parts => ({ system: each.system, ...concept })));
  return concepts.map((concept) => ({
    label: textIn(concept, "display") ?? textIn(concept, "code") ?? "",
    value: ordinalIn(concept),
    codes: [codeOf(concept) ?? []].flat(),
  }));
}

function ordinalIn(parts: Parts): number | null {
  const its = listIn(parts, "extension").find((extension) => ORDINAL_URLS.test(textIn(extension, "url") ?? ""));
  return its ? (numberIn(its, "valueDecimal") ?? numberIn(its, "valueInteger")) : null;
}

/** Options that all carry a number. */
export function areNumbered(options: readonly FileOption[]): options is readonly FormOption[] {
  return options.every((option) => option.value !== null);
}
