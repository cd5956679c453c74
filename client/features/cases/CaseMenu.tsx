import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { CaseView } from "#core/contracts/case.ts";
import { CloseCaseDialog } from "./CloseCaseDialog.tsx";
import { ConcernDialog } from "./ConcernDialog.tsx";
import classes from "./cases.module.css";
import { RoleDialog } from "./RoleDialog.tsx";
import { StatusDialog } from "./StatusDialog.tsx";

type Act = "pause" | "resume" | "close" | "reopen" | "role" | "concern";

/** What is done to a case now and then. A plain list of buttons behind one button; Escape closes it. */
export function CaseMenu({ coupleCase, today }: { readonly coupleCase: CaseView; readonly today: string }) {
  const [opened, setOpened] = useState(false);
  const [act, setAct] = useState<Act | null>(null);
  const listId = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!opened) return;
    const onPointer = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpened(false);
    };
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, [opened]);

  const choose = (next: Act) => () => {
    setOpened(false);
    // The dialog gives the focus back to where it was: the button that stays.
    button.current?.focus();
    setAct(next);
  };
  const done = () => setAct(null);
  const shared = { coupleCase, today, onClose: done };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the list from whichever of its buttons has the focus.
    <div
      ref={place}
      className={classes.menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !opened) return;
        setOpened(false);
        button.current?.focus();
      }}
    >
      <Button ref={button} variant="default" aria-expanded={opened} aria-controls={listId} onClick={() => setOpened(!opened)}>
        More
      </Button>
      <ul id={listId} className={classes.menuList} hidden={!opened}>
        {coupleCase.status === "closed" ? null : (
          <li>
            <Link to="/cases/$caseId/edit" params={{ caseId: coupleCase.id }} className={classes.menuItem}>
              Edit the case
            </Link>
          </li>
        )}
        {coupleCase.status === "active" ? <Item onClick={choose("pause")}>Pause the case…</Item> : null}
        {coupleCase.status === "paused" ? <Item onClick={choose("resume")}>Resume the case…</Item> : null}
        {coupleCase.status === "closed" ? (
          <Item onClick={choose("reopen")}>Reopen the case…</Item>
        ) : (
          <>
            <Item onClick={choose("close")}>Close with an outcome…</Item>
            <Item onClick={choose("role")}>Record a role change…</Item>
          </>
        )}
        <Item onClick={choose("concern")}>Safety concerns (your eyes only)…</Item>
      </ul>
      {act === "pause" || act === "resume" || act === "reopen" ? <StatusDialog change={act} {...shared} /> : null}
      {act === "close" ? <CloseCaseDialog {...shared} /> : null}
      {act === "role" ? <RoleDialog {...shared} /> : null}
      {act === "concern" ? <ConcernDialog {...shared} /> : null}
    </div>
  );
}

function Item({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <li>
      <button type="button" className={classes.menuItem} onClick={onClick}>
        {children}
      </button>
    </li>
  );
}
