import { Button } from "@mantine/core";
import { useSyncExternalStore } from "react";
import classes from "./notices.module.css";

interface Notice {
  readonly id: number;
  readonly words: string;
  readonly kind: "done" | "trouble";
  readonly undo?: () => void;
}

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Time to read it; with a way back, time to reach its button with the keyboard too. */
const SHOWN_FOR_MS = { plain: 5_000, undoable: 12_000 };

/** Says in one line that something was done (or was not), with a way back where there is one. */
export function showNotice(notice: Omit<Notice, "id">): void {
  lastId += 1;
  const id = lastId;
  publish([...notices.slice(-2), { ...notice, id }]);
  setTimeout(() => closeNotice(id), notice.undo ? SHOWN_FOR_MS.undoable : SHOWN_FOR_MS.plain);
}

function closeNotice(id: number): void {
  publish(notices.filter((notice) => notice.id !== id));
}

/** Called on lock and sign-out: a notice may name a case. */
export function clearNotices(): void {
  publish([]);
}

/** Where the notices stand: one polite live region for the whole app. */
export function Notices() {
  const shown = useSyncExternalStore(subscribe, () => notices);
  return (
    <div className={classes.stack} role="status" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className={classes.notice} data-kind={notice.kind}>
          <span>{notice.words}</span>
          {notice.undo && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notice.undo?.();
                closeNotice(notice.id);
              }}
            >
              Undo
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => closeNotice(notice.id)} aria-label="Close this notice">
            Close
          </Button>
        </div>
      ))}
    </div>
  );
}
