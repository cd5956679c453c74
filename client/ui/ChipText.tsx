import type { ReactNode } from "react";
import classes from "./choice.module.css";

/** A chip's key before its label. The key is seen, not read out: `aria-keyshortcuts` on the chip says it. */
export function ChipText({ hint, children }: { readonly hint?: string | null | undefined; readonly children: ReactNode }) {
  return (
    <>
      {hint ? (
        <span aria-hidden className={classes.key}>
          {hint}
        </span>
      ) : null}
      {children}
    </>
  );
}
