import { refusalOf, sentenceAtField, sentenceFor } from "#client/api/refusals.ts";
import classes from "./cases.module.css";

/** The sentence for a field of a dialog's form, where the refusal names it. */
export function useFieldSentence(error: unknown): (field: string) => string | undefined {
  return (field) => sentenceAtField(error, field) ?? undefined;
}

/** What else went wrong: a refusal that no field of the form shows, or a fault. What is typed stays. */
export function DialogError({ error, fields }: { readonly error: unknown; readonly fields: readonly string[] }) {
  if (!error) return null;
  const field = refusalOf(error)?.field;
  if (field && fields.some((shown) => field === shown || field.startsWith(`${shown}.`))) return null;
  return (
    <p className={classes.error} role="alert">
      {sentenceFor(error)}
    </p>
  );
}
