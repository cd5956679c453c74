import { useEffect, useState } from "react";
import { refusalOf, sentenceFor } from "#client/api/refusals.ts";
import type { SaveState } from "./draft-saver.ts";
import classes from "./drafts.module.css";

/** Where the typing stands: "Saved 2 s ago", or that it is not saved and is being tried again. */
export function SaveStateLine({ state, onRetry }: { readonly state: SaveState; readonly onRetry: () => void }) {
  return (
    <div className={classes.saveState} data-kind={state.kind}>
      {/* Only trouble is announced; a line that says "saved" every second would talk over the typing. */}
      <span role={state.kind === "failing" || state.kind === "refused" ? "alert" : undefined}>
        {state.kind === "saved" ? <SavedAgo key={state.at} at={state.at} /> : wordsFor(state)}
      </span>
      {state.kind === "failing" ? (
        <button type="button" className={classes.retry} onClick={onRetry}>
          Try now
        </button>
      ) : null}
    </div>
  );
}

function wordsFor(state: Exclude<SaveState, { kind: "saved" }>): string {
  switch (state.kind) {
    case "unsaved":
    case "saving":
      return "Saving…";
    case "conflict":
      return "Changed in another window";
    case "gone":
      return "Finished or discarded in another window";
    case "refused":
      return "Not saved: a text here is too long to keep. Shorten it; what you typed stays here.";
    case "failing":
      return refusalOf(state.why)?.code === "not-signed-in"
        ? "Not saved – you are signed out. Sign in in another tab; what you typed stays here."
        : `Not saved – trying again. ${sentenceFor(state.why)}`;
  }
}

function SavedAgo({ at }: { readonly at: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <>{savedAgo(Math.max(0, now - at))}</>;
}

/** "Saved just now", "Saved 2 s ago", "Saved 3 min ago", "Saved". */
function savedAgo(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 1) return "Saved just now";
  if (seconds < 60) return `Saved ${seconds} s ago`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `Saved ${minutes} min ago` : "Saved";
}
