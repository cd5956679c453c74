import { useCallback, useEffect, useRef, useState } from "react";
import { beforeLock, setLockState } from "#client/api/lock-state.ts";
import { refusalOf } from "#client/api/refusals.ts";
import { saveDraft } from "#client/api/save-draft.ts";
import type { DraftBody, DraftView } from "#core/contracts/draft.ts";
import { DraftSaver, type DraftText, type SaveState } from "./draft-saver.ts";
import { leaveUntouched, returnTo } from "./untouched.ts";

/**
 * Savers whose last keys are not on the server yet, while the form that made them is off the page (locked, or left while the
 * network was away). In memory only: nothing of a record is ever stored in the browser.
 */
const unsaved = new Map<string, DraftSaver>();

/** How long a read of the draft, begun before its last save, may still be on its way. */
const CROSSING_MS = 10_000;

function isGone(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  return code === "draft-gone" || code === "not-found";
}

/** The server read the text and will not keep it as it is: no outage. */
function isRefused(error: unknown): boolean {
  return refusalOf(error)?.code === "bad-input";
}

function makeSaver(draft: DraftView): DraftSaver {
  const left = unsaved.get(draft.id);
  // The read of the draft and the last save may have crossed: whichever knows more is the truth.
  if (left && (left.hasUnsaved || left.currentRevision >= draft.revision)) return left;
  const send = async (revision: number, text: DraftText) => {
    try {
      return await saveDraft({ draftId: draft.id, revision, ...text });
    } catch (error) {
      if (refusalOf(error)?.code === "locked") setLockState("locked");
      throw error;
    }
  };
  return new DraftSaver(draft, { send, isGone, isRefused, onState: () => undefined, now: () => Date.now() });
}

type EditBody = (edit: (body: DraftBody) => DraftBody) => void;

export interface OpenDraft {
  readonly body: DraftBody;
  readonly privateNote: string;
  readonly state: SaveState;
  readonly change: EditBody;
  readonly changePrivateNote: (text: string) => void;
  /** Saves now; the revision that is on the server, or null when it could not be saved. */
  readonly flush: () => Promise<number | null>;
  readonly resolve: (text: DraftText, theirs: DraftView) => void;
  /** Another tab saved in between: shows both texts. */
  readonly recheck: () => Promise<void>;
  /** The draft is finished or discarded: nothing more is saved. */
  readonly close: () => void;
}

/** A draft on the form: typed here, saved on the server by itself. */
export function useDraft(draft: DraftView): OpenDraft {
  const [current] = useState(() => makeSaver(draft));
  const [state, setState] = useState<SaveState>(current.state);
  const [text, setText] = useState<DraftText>(() => current.currentText);
  const closed = useRef(false);

  const put = useCallback(
    (next: DraftText) => {
      setText(next);
      current.change(next);
    },
    [current],
  );
  const change = useCallback<EditBody>(
    (edit) => {
      const before = current.currentText;
      const body = edit(before.body);
      if (body !== before.body) put({ ...before, body });
    },
    [current, put],
  );
  const changePrivateNote = useCallback((privateNote: string) => put({ ...current.currentText, privateNote }), [current, put]);
  const flush = useCallback(async () => ((await current.flush()) ? current.currentRevision : null), [current]);
  const resolve = useCallback(
    (next: DraftText, theirs: DraftView) => {
      setText(next);
      current.resolve(next, theirs);
    },
    [current],
  );
  const recheck = useCallback(() => current.recheck(), [current]);
  const close = useCallback(() => {
    closed.current = true;
    current.stop();
  }, [current]);

  useEffect(() => {
    unsaved.delete(draft.id);
    returnTo(draft.id);
    current.listen(setState);
    const save = async () => {
      await current.flush();
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") void save();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      void save();
      if (current.hasUnsaved && (current.state.kind === "failing" || current.state.kind === "refused")) event.preventDefault();
    };
    const forgetLock = beforeLock(save);
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onLeave);
    window.addEventListener("online", save);
    return () => {
      forgetLock();
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onLeave);
      window.removeEventListener("online", save);
      current.listen(() => undefined);
      if (closed.current) {
        current.stop();
        return;
      }
      if (!current.hasUnsaved) {
        const untouched = draft.kind === "session" && current.currentRevision === 1 && current.state.kind === "saved";
        if (untouched) leaveUntouched(draft.id);
        return;
      }
      unsaved.set(draft.id, current);
      const forget = () => unsaved.get(draft.id) === current && !current.hasUnsaved && unsaved.delete(draft.id);
      current.listen((next) => {
        if (next.kind === "saved") setTimeout(forget, CROSSING_MS);
      });
      void current.flush();
    };
  }, [current, draft.id, draft.kind]);

  return { body: text.body, privateNote: text.privateNote, state, change, changePrivateNote, flush, resolve, recheck, close };
}
