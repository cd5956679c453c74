import type { Choice } from "#client/ui/ChoiceRow.tsx";
import type { FormItem, MeasureForm, MeasureView } from "#core/contracts/measure.ts";

/** Every item in order; what was not answered is null, never 0. */
export function answersGiven(form: MeasureForm, answers: Readonly<Record<string, number>>): { linkId: string; value: number | null }[] {
  return form.items.map(({ linkId }) => ({ linkId, value: answers[linkId] ?? null }));
}

/** An item's options with their keys: the number they count where that is one digit each, else their place. */
export function optionChoices({ options }: FormItem): Choice<number>[] {
  const values = options.map((option) => option.value);
  const byValue = new Set(values).size === values.length && values.every((value) => Number.isInteger(value) && value >= 0 && value <= 9);
  return options.map(({ label, value }, at) => ({ value, label, keys: byValue ? [String(value)] : at < 9 ? [String(at + 1)] : [] }));
}

/** "2 of 5 answered", and what follows where more is missing than the measure allows. */
export function answeredWords({ form, mostMissing }: MeasureView, answers: Readonly<Record<string, number>>): { words: string; noScore: boolean } {
  const items = form?.items ?? [];
  const answered = items.filter(({ linkId }) => answers[linkId] !== undefined).length;
  const missing = items.length - answered;
  const allowed = mostMissing ?? 0;
  const noScore = missing > allowed;
  const count = `${answered} of ${items.length} answered`;
  if (!noScore || answered === 0) return { words: `${count}.`, noScore: false };
  const may = allowed === 0 ? "none may be" : `at most ${allowed} may be`;
  return { words: `${count}: ${missing} missing, and ${may}. It is recorded without a score.`, noScore };
}
