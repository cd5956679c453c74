import classes from "./FormError.module.css";

/** What went wrong with a form as a whole. What stands at a field is said there (`error` of the field). */
export function FormError({ sentence }: { readonly sentence: string | undefined }) {
  return sentence === undefined ? null : (
    <p className={classes.error} role="alert">
      {sentence}
    </p>
  );
}
