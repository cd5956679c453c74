import type { DraftBody, DraftView, SaveDraftAnswer } from "#core/contracts/draft.ts";
import { sameText } from "./same-text.ts";

/** What is on the form. */
export interface DraftText {
  readonly body: DraftBody;
  readonly privateNote: string;
}

export type SaveState =
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  /** Not saved; trying again by itself. `why` is the failed call's error. */
  | { readonly kind: "failing"; readonly why: unknown }
  /** The server will not keep this text as it is: sent again only once it is changed. */
  | { readonly kind: "refused"; readonly why: unknown }
  /** Another tab saved in between: nothing is sent until the clinician chooses. */
  | { readonly kind: "conflict"; readonly theirs: DraftView; readonly base: DraftText }
  /** Finished or discarded elsewhere. */
  | { readonly kind: "gone" };

interface SaverParts {
  readonly send: (revision: number, text: DraftText) => Promise<SaveDraftAnswer>;
  readonly isGone: (error: unknown) => boolean;
  /** The text itself was refused: no outage, so the same text is not sent again. */
  readonly isRefused?: (error: unknown) => boolean;
  readonly onState: (state: SaveState) => void;
  readonly now: () => number;
}

/** After the last key, and at the latest while typing goes on: together durable well within 3 s (GUARDS 2). */
const QUIET_MS = 700;
const LATEST_MS = 2_000;
const FIRST_RETRY_MS = 1_000;
const SLOWEST_RETRY_MS = 15_000;

/**
 * Sends what is typed to the server, one save at a time, each with the revision it was based on. Never drops a text: what is
 * unsaved stays here until an answer says it is saved.
 */
export class DraftSaver {
  state: SaveState;
  private revision: number;
  private text: DraftText;
  /** What the server held when this window last heard of it: tells which of the two windows changed a field. */
  private base: DraftText;
  private dirtySince: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  /** Sent upon this revision and never answered: the server may hold one of them. */
  private unanswered: DraftText[] = [];
  private retryMs = FIRST_RETRY_MS;
  private stopped = false;
  private parts: SaverParts;

  constructor(draft: DraftView, parts: SaverParts) {
    this.parts = parts;
    this.revision = draft.revision;
    this.text = { body: draft.body, privateNote: draft.privateNote };
    this.base = this.text;
    this.state = { kind: "saved", at: Date.parse(draft.updatedAt) };
  }

  get currentRevision(): number {
    return this.revision;
  }

  get currentText(): DraftText {
    return this.text;
  }

  get hasUnsaved(): boolean {
    return this.dirtySince !== null || this.sending !== null;
  }

  /** A key was pressed: the form now holds `text`. */
  change(text: DraftText): void {
    this.text = text;
    this.dirtySince ??= this.parts.now();
    if (this.sending || this.state.kind === "conflict" || this.state.kind === "gone" || this.state.kind === "failing") return;
    if (this.state.kind !== "unsaved") this.tell({ kind: "unsaved" });
    this.planNext();
  }

  /** Saves now; true when everything typed so far is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.sending) await this.sending;
    if (this.dirtySince !== null && this.state.kind !== "conflict" && this.state.kind !== "gone") {
      clearTimeout(this.timer);
      await (this.sending ?? this.save());
    }
    return this.dirtySince === null;
  }

  /** The server says that another tab saved meanwhile: asks it for that text, as a save would. */
  async recheck(): Promise<void> {
    this.dirtySince ??= this.parts.now();
    await this.flush();
  }

  /** The clinician chose what stands after a conflict: it is saved upon the other tab's revision. */
  resolve(text: DraftText, theirs: DraftView): void {
    this.revision = theirs.revision;
    this.base = { body: theirs.body, privateNote: theirs.privateNote };
    this.text = text;
    this.unanswered = [];
    this.dirtySince = this.parts.now();
    this.tell({ kind: "unsaved" });
    this.plan(0);
  }

  /** The form was built anew (after a lock) around what was still unsaved: its state is told there from here on. */
  listen(onState: (state: SaveState) => void): void {
    this.parts = { ...this.parts, onState };
    this.stopped = false;
    if (this.dirtySince !== null && !this.sending && this.state.kind !== "conflict" && this.state.kind !== "gone") this.plan(0);
  }

  /** No more saving: the form is closed, or the draft is finished. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private planNext(): void {
    if (this.dirtySince === null) return;
    this.plan(Math.max(0, Math.min(QUIET_MS, this.dirtySince + LATEST_MS - this.parts.now())));
  }

  private plan(inMs: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => void (this.sending ?? this.save()), inMs);
  }

  private save(): Promise<void> {
    const sent = this.text;
    // What is typed while this is under way counts from its own first key.
    this.dirtySince = null;
    this.unanswered.push(sent);
    this.tell({ kind: "saving" });
    this.sending = this.parts.send(this.revision, sent).then(
      (answer) => {
        this.sending = null;
        this.heard(answer, sent);
      },
      (error: unknown) => {
        this.sending = null;
        this.failed(error, sent);
      },
    );
    return this.sending;
  }

  private heard(answer: SaveDraftAnswer, sent: DraftText): void {
    this.retryMs = FIRST_RETRY_MS;
    if (!answer.saved) {
      this.heardConflict(answer.theirs, sent);
      return;
    }
    this.revision = answer.revision;
    this.base = sent;
    this.unanswered = [];
    if (this.dirtySince === null) {
      this.tell({ kind: "saved", at: this.parts.now() });
    } else {
      this.tell({ kind: "unsaved" });
      this.planNext();
    }
  }

  private heardConflict(theirs: DraftView, sent: DraftText): void {
    // Our own save whose answer was lost on the way is no other tab's.
    const ownEcho = this.unanswered.some((text) => sameText(text, theirs));
    if (ownEcho || sameText(this.text, theirs)) {
      this.revision = theirs.revision;
      this.base = { body: theirs.body, privateNote: theirs.privateNote };
      this.unanswered = [];
      if (this.dirtySince === null && sameText(sent, theirs)) {
        this.tell({ kind: "saved", at: this.parts.now() });
      } else {
        this.dirtySince ??= this.parts.now();
        this.tell({ kind: "unsaved" });
        this.plan(0);
      }
      return;
    }
    this.dirtySince ??= this.parts.now();
    this.tell({ kind: "conflict", theirs, base: this.base });
  }

  private failed(error: unknown, sent: DraftText): void {
    this.dirtySince ??= this.parts.now();
    if (this.parts.isGone(error)) {
      this.tell({ kind: "gone" });
      return;
    }
    if (this.parts.isRefused?.(error)) {
      this.unanswered = [];
      this.tell({ kind: "refused", why: error });
      if (this.text !== sent) this.plan(QUIET_MS);
      return;
    }
    this.tell({ kind: "failing", why: error });
    this.plan(this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, SLOWEST_RETRY_MS);
  }

  private tell(state: SaveState): void {
    this.state = state;
    this.parts.onState(state);
  }
}
