import { Button } from "@mantine/core";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { useId, useLayoutEffect, useRef, useState } from "react";
import classes from "./Dialog.module.css";
import { focusPageIfLost } from "./focus-page.ts";

interface DialogProps {
  readonly title: ReactNode;
  readonly opened: boolean;
  /** Escape, the backdrop, or a button that gives up. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** True where the form holds words from before this dialog was opened. */
  readonly holdsText?: boolean;
}

/**
 * The browser's own modal dialog: it keeps the focus inside and costs no JavaScript. Words typed into it are never thrown
 * away by a slip: Escape asks first, and beside a form the backdrop does nothing.
 */
export function Dialog({ opened, ...sheet }: DialogProps) {
  // A component of its own: only what unmounts can give the focus back before its dialog is taken off the page.
  return opened ? <OpenDialog {...sheet} /> : null;
}

function OpenDialog({ title, onClose, children, holdsText = false }: Omit<DialogProps, "opened">) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opener] = useState(() => document.activeElement);
  const [asking, setAsking] = useState(false);
  const hasTyped = useRef(false);
  const pressedBeside = useRef(false);
  const writingAt = useRef<Element | null>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    return () => {
      element.close();
      if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus({ preventScroll: true });
      // The opener may leave the page in the same moment (an item of a menu, the row that was closed).
      setTimeout(focusPageIfLost);
    };
  }, [opener]);

  const keepWriting = () => {
    setAsking(false);
    if (writingAt.current instanceof HTMLElement) writingAt.current.focus();
  };
  const giveUp = () => {
    if (asking) return keepWriting();
    if (!hasTyped.current && !holdsText) return onClose();
    writingAt.current = document.activeElement;
    setAsking(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    // Here and not on cancel alone: pressed twice, a browser closes the dialog whatever cancel says.
    event.preventDefault();
    giveUp();
  };
  const onClick = (event: MouseEvent) => {
    // A selection begun inside and let go of outside also ends as a click on the backdrop.
    const isBeside = event.target === dialog.current && pressedBeside.current;
    if (isBeside && !dialog.current?.querySelector("form")) onClose();
  };

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        giveUp();
      }}
      onKeyDown={onKeyDown}
      onInput={() => {
        hasTyped.current = true;
      }}
      onMouseDown={(event) => {
        pressedBeside.current = event.target === dialog.current;
      }}
      onClick={onClick}
    >
      <div className={classes.sheet}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {asking ? (
          <div className={classes.asking} role="alertdialog" aria-label="Discard what you typed?">
            <p>Discard what you typed?</p>
            <Button type="button" size="compact-sm" variant="default" autoFocus onClick={keepWriting}>
              Keep writing
            </Button>
            <Button type="button" size="compact-sm" color="away" onClick={onClose}>
              Discard
            </Button>
          </div>
        ) : null}
        {children}
      </div>
    </dialog>
  );
}

/** The row of buttons at a dialog's foot. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
