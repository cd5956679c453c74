import classes from "./KeyHint.module.css";

/** The key that does the same: "L", "Ctrl ⏎". Seen, not read out: `aria-keyshortcuts` on the control says it. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <span className={classes.key} aria-hidden="true">
      {children}
    </span>
  );
}
