import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { REFUSAL_SENTENCES } from "#client/api/refusal-sentences.ts";
import { refusalOf, sentenceFor } from "#client/api/refusals.ts";
import { useCase } from "#client/features/cases/use-case.ts";
import { BrokenDraftPanel } from "#client/features/drafts/BrokenDraftPanel.tsx";
import { ConflictView } from "#client/features/drafts/ConflictView.tsx";
import { GoneDraft } from "#client/features/drafts/GoneDraft.tsx";
import { SaveStateLine } from "#client/features/drafts/SaveStateLine.tsx";
import { useAtRest } from "#client/features/drafts/use-at-rest.ts";
import { useDraft } from "#client/features/drafts/use-draft.ts";
import { useDraftHere } from "#client/features/drafts/use-draft-here.ts";
import { useFinish } from "#client/features/drafts/use-finish.ts";
import { useMe } from "#client/features/practice/me.tsx";
import { type FieldErrors, focusField } from "#client/features/sessions/field-errors.ts";
import { LogForm, leftOutSentence } from "#client/features/sessions/LogForm.tsx";
import classes from "#client/features/sessions/log.module.css";
import pageClasses from "#client/features/sessions/log-page.module.css";
import { notReadyOn } from "#client/features/sessions/not-ready.ts";
import { trackName } from "#client/features/sessions/occasion-words.ts";
import { useLogKeys } from "#client/features/sessions/use-log-keys.ts";
import { sentenceCase, shortDay } from "#client/format.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { KeyHint } from "#client/ui/KeyHint.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { BrokenDraft, DraftView } from "#core/contracts/draft.ts";
import { isDay } from "#core/day.ts";
import { draftFieldAt } from "#core/rules/draft-field.ts";

const NOTHING: FieldErrors = {};
const NOT_SAVED_YET = "Not finished: the last words could not be saved yet. They are still here; try again in a moment.";

/** The log: one screen, from the keyboard, for a new session or the correction of one. */
export function LogScreen() {
  const draft = useDraftHere();
  const coupleCase = useCase(draft.data?.caseId);

  if (draft.data && "broken" in draft.data && coupleCase.data) return <BrokenLog draft={draft.data} coupleCase={coupleCase.data} />;
  if (draft.data && !("broken" in draft.data) && coupleCase.data)
    return <LogOf key={draft.data.id} draft={draft.data} coupleCase={coupleCase.data} />;
  if (draft.isError && refusalOf(draft.error)?.code === "draft-gone") {
    return (
      <EmptyState title="This draft is no longer open" actions={<Link to="/log">Log a session</Link>}>
        It was finished or discarded, here or in another window. A finished draft stands in its case under Sessions.
      </EmptyState>
    );
  }
  const error = draft.error ?? coupleCase.error;
  if (error) {
    const again = () => void (draft.isError ? draft.refetch() : coupleCase.refetch());
    return <ErrorState title="The log could not be opened" sentence={sentenceFor(error)} onRetry={again} />;
  }
  return <LoadingState label="Opening the log" heights={[56, 92, 280, 210, 120]} />;
}

function LogOf({ draft, coupleCase }: { readonly draft: DraftView; readonly coupleCase: CaseView }) {
  const open = useDraft(draft);
  const { busy, finish, discard } = useFinish(draft, open);
  const me = useMe();
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<FieldErrors>(NOTHING);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asking, setAsking] = useState<"left-out" | "discard" | null>(null);
  const correcting = draft.kind === "correction";

  const { body, privateNote, state } = open;
  const { tracks } = coupleCase;
  // From the first try on, each sentence leaves as soon as its field is ready.
  const errors = useMemo(
    () => (tried ? { ...notReadyOn({ body, privateNote }, tracks, me.today), ...refused } : NOTHING),
    [tried, refused, body, privateNote, tracks, me.today],
  );
  const goTo = (found: FieldErrors) => {
    const [field] = Object.keys(found);
    // After the sentence stands, so that it is read with the field.
    if (field !== undefined) requestAnimationFrame(() => page.current && focusField(page.current, field));
  };

  const send = async () => {
    setAsking(null);
    try {
      const finished = await finish();
      if (finished === null) {
        setTrouble(NOT_SAVED_YET);
        return;
      }
      showNotice({ kind: "done", words: correcting ? "Session corrected" : "Session logged" });
      await navigate({ to: "/cases/$caseId", params: { caseId: finished.caseId } });
    } catch (error) {
      const refusal = refusalOf(error);
      const field = refusal?.field === undefined ? null : draftFieldAt(refusal.field);
      if (refusal && field) {
        const found = { [field]: REFUSAL_SENTENCES[refusal.code] };
        setRefused(found);
        goTo(found);
      } else setTrouble(sentenceFor(error));
    }
  };

  const tryToFinish = () => {
    setTrouble(null);
    setTried(true);
    setRefused(NOTHING);
    const found = notReadyOn({ body, privateNote }, tracks, me.today);
    goTo(found);
    if (Object.keys(found).length > 0) return;
    if (leftOutSentence(body) !== null) setAsking("left-out");
    else void send();
  };
  const deciding = useAtRest(state.kind === "conflict", open);
  useLogKeys(open.change, tryToFinish, !deciding && state.kind !== "gone");
  useEffect(() => {
    if (state.kind === "saved") setTrouble((now) => (now === NOT_SAVED_YET ? null : now));
  }, [state]);

  const names = useMemo(() => namesIn(coupleCase), [coupleCase]);
  if (state.kind === "conflict" && deciding) {
    return (
      <>
        <PageHeader glyph={<SeatGlyph stage={coupleCase.stage} size="md" />} title={titleOf(draft, coupleCase, me.today)} />
        <ConflictView
          mine={{ body: open.body, privateNote: open.privateNote }}
          theirs={state.theirs}
          base={state.base}
          names={names}
          onResolve={(text) => open.resolve(text, state.theirs)}
        />
      </>
    );
  }

  if (state.kind === "gone") {
    return (
      <>
        <PageHeader title={titleOf(draft, coupleCase, me.today)} />
        <GoneDraft caseId={coupleCase.id} text={open} />
      </>
    );
  }

  const finishButton = (
    <Button onClick={tryToFinish} loading={busy} rightSection={<KeyHint>Ctrl ⏎</KeyHint>} aria-keyshortcuts="Control+Enter">
      Finish
    </Button>
  );
  return (
    <>
      <div className={pageClasses.head}>
        <PageHeader
          glyph={<SeatGlyph stage={coupleCase.stage} size="md" />}
          above={
            <Link to="/cases/$caseId" params={{ caseId: coupleCase.id }}>
              {coupleCase.label}
            </Link>
          }
          title={titleOf(draft, coupleCase, me.today)}
          sub={subOf(draft, body.day, coupleCase)}
          actions={
            <>
              <SaveStateLine state={state} onRetry={() => void open.flush()} />
              {finishButton}
            </>
          }
        />
      </div>
      <LogForm
        coupleCase={coupleCase}
        body={open.body}
        privateNote={open.privateNote}
        change={open.change}
        changePrivateNote={open.changePrivateNote}
        errors={errors}
        correcting={correcting}
        page={page}
      />
      <div className={classes.foot}>
        <Button variant="subtle" onClick={() => setAsking("discard")}>
          Discard this draft…
        </Button>
        <div className={classes.footEnd}>
          {trouble === null ? null : (
            <p className={classes.error} role="alert">
              {trouble}
            </p>
          )}
          {finishButton}
        </div>
      </div>
      <Confirm
        opened={asking === "left-out"}
        title={open.body.attendance === "no-show" ? "Log a no-show?" : "Log a cancelled hour?"}
        confirmLabel="Finish without them"
        cancelLabel="Back to the log"
        onConfirm={() => void send()}
        onCancel={() => setAsking(null)}
      >
        <p>{leftOutSentence(open.body)}</p>
      </Confirm>
      <Confirm
        opened={asking === "discard"}
        danger
        title="Discard this draft?"
        confirmLabel="Discard the draft"
        onCancel={() => setAsking(null)}
        onConfirm={() => {
          void discard().then(
            () => navigate({ to: "/cases/$caseId", params: { caseId: coupleCase.id } }),
            (error: unknown) => {
              setAsking(null);
              setTrouble(sentenceFor(error));
            },
          );
        }}
      >
        <p>
          {correcting
            ? "What you changed here is taken away. The session itself stays as it was logged."
            : "What is written here, the private note with it, is taken away and cannot be brought back."}
        </p>
      </Confirm>
    </>
  );
}

function BrokenLog({ draft, coupleCase }: { readonly draft: BrokenDraft; readonly coupleCase: CaseView }) {
  const title = `${draft.kind === "correction" ? "Correct session" : "Log session"} · ${coupleCase.label}`;
  return (
    <>
      <PageHeader
        glyph={<SeatGlyph stage={coupleCase.stage} size="md" />}
        above={
          <Link to="/cases/$caseId" params={{ caseId: coupleCase.id }}>
            {coupleCase.label}
          </Link>
        }
        title={title}
      />
      <BrokenDraftPanel draft={draft} />
    </>
  );
}

function titleOf({ kind, body }: DraftView, { label }: CaseView, today: string): string {
  if (kind !== "correction") return `Log session · ${label}`;
  return isDay(body.day) ? `Correct session of ${shortDay(body.day, today)} · ${label}` : `Correct session · ${label}`;
}

function subOf(draft: DraftView, day: string, { sessionsHeld, last }: CaseView): string {
  if (draft.kind === "correction") return "The version logged before stays readable beside this one";
  const dotted = last === null ? "the first one logged here" : "last session’s answers are dotted, never filled in";
  // Only the newest session is the last in the count.
  if (last !== null && day < last.day) return `an earlier day · ${dotted}`;
  return `session ${sessionsHeld + 1} · ${dotted}`;
}

function namesIn({ tracks, themes, goals, things }: CaseView) {
  return {
    track: (id: string) => sentenceCase(trackName(id, tracks)),
    theme: (id: string) => themes.find((theme) => theme.theme === id)?.name ?? "a theme",
    goal: (id: string) => goals.find((goal) => goal.id === id)?.wording ?? "a goal",
    thing: (id: string) => things.find((thing) => thing.id === id)?.wording ?? "a thing to try",
  };
}
