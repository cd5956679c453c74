import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { refusalOf, sentenceFor } from "#client/api/refusals.ts";
import { useCaseHere } from "#client/features/cases/use-case.ts";
import { useStartDraft } from "#client/features/drafts/use-start-draft.ts";
import { useMe } from "#client/features/practice/me.tsx";
import { kindWords } from "#client/features/sessions/occasion-words.ts";
import { PrivateNote } from "#client/features/sessions/PrivateNote.tsx";
import { MoveDialog, VoidDialog } from "#client/features/sessions/SetAsideDialogs.tsx";
import classes from "#client/features/sessions/sessions.module.css";
import { useSessionHere } from "#client/features/sessions/use-record.ts";
import { VersionFacts } from "#client/features/sessions/VersionFacts.tsx";
import { fullDay, sentenceCase, shortDay } from "#client/format.ts";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { SessionVersion, SessionView } from "#core/contracts/record.ts";
import { SessionVersions } from "./SessionVersions.tsx";

/** One session as it stands, and every version it had before. */
export function SessionScreen() {
  const coupleCase = useCaseHere();
  const session = useSessionHere();
  const [newest] = session.data?.versions ?? [];
  if (session.data && newest && coupleCase.data) return <SessionOf session={session.data} newest={newest} coupleCase={coupleCase.data} />;
  const error = session.error ?? coupleCase.error;
  if (refusalOf(error)?.code === "not-found") {
    return (
      <EmptyState title="No such session" actions={<Link to="/">To the caseload</Link>}>
        This session is not here, or not yours to see.
      </EmptyState>
    );
  }
  if (error) return <ErrorState title="The session could not be read" sentence={sentenceFor(error)} onRetry={() => void session.refetch()} />;
  return <LoadingState label="Reading the session" heights={[76, 120, 160, 120]} />;
}

interface SessionOfProps {
  readonly session: SessionView;
  readonly newest: SessionVersion;
  readonly coupleCase: CaseView;
}

function SessionOf({ session, newest, coupleCase }: SessionOfProps) {
  const me = useMe();
  const navigate = useNavigate();
  const { start, busy, error } = useStartDraft();
  const [asking, setAsking] = useState<"move" | "void" | null>(null);
  const current = newest.standing === "current";
  const isSession = newest.kind === "session";
  const begun = coupleCase.drafts.find((draft) => draft.corrects === session.id);
  const openDraft = (draftId: string) => navigate({ to: "/log/$draftId", params: { draftId } });

  return (
    <>
      <PageHeader
        above={
          <Link to="/cases/$caseId/sessions" params={{ caseId: coupleCase.id }}>
            {coupleCase.label} › Sessions
          </Link>
        }
        glyph={<SeatGlyph stage={newest.observation?.stage ?? null} size="md" />}
        title={fullDay(newest.day)}
        sub={`${sentenceCase(kindWords(newest))} · ${coupleCase.label}${session.versions.length > 1 ? ` · corrected, ${session.versions.length} versions` : ""}`}
        actions={
          current ? (
            <>
              <Button variant="subtle" onClick={() => setAsking("void")}>
                Void…
              </Button>
              <Button variant="default" onClick={() => setAsking("move")}>
                Move to another case…
              </Button>
              {isSession ? (
                <Button loading={busy} onClick={() => void start(coupleCase.id, session.id).then(openDraft, () => undefined)}>
                  Correct
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      />
      {error ? <ErrorState title="The correction could not be begun" sentence={sentenceFor(error)} /> : null}
      {begun && current ? (
        <p className={classes.banner}>
          A correction of {shortDay(newest.day, me.today)} is begun and not finished.{" "}
          <Link to="/log/$draftId" params={{ draftId: begun.id }}>
            Resume it
          </Link>
        </p>
      ) : null}
      <SetAsideBanner version={newest} />
      <div className={classes.detail}>
        <VersionFacts version={newest} coupleCase={coupleCase} trackNames={session.trackNames} headingLevel={2} />
        {session.thingsAgreed.length === 0 ? null : (
          <Panel title="Agreed to try">
            <ul className={classes.shifts}>
              {session.thingsAgreed.map((thing) => (
                <li key={thing}>{thing}</li>
              ))}
            </ul>
          </Panel>
        )}
        {newest.hasPrivateNote ? <PrivateNote caseId={coupleCase.id} sessionId={session.id} version={newest.version} headingLevel={2} /> : null}
        <SessionVersions session={session} coupleCase={coupleCase} />
      </div>
      {asking === "void" ? <VoidDialog caseId={coupleCase.id} version={newest} onClose={() => setAsking(null)} /> : null}
      {asking === "move" ? (
        <MoveDialog
          caseId={coupleCase.id}
          version={newest}
          onClose={() => setAsking(null)}
          onMoved={({ caseId, sessionId }) => void navigate({ to: "/cases/$caseId/sessions/$sessionId", params: { caseId, sessionId } })}
        />
      ) : null}
    </>
  );
}

function SetAsideBanner({ version }: { readonly version: SessionVersion }) {
  const { standing, standingReason, movedToCaseLabel, movedFromCaseLabel } = version;
  const reason = standingReason === null ? "" : ` Reason: ${standingReason}`;
  if (standing === "voided") return <p className={classes.banner}>Voided: it counts nowhere and stays readable.{reason}</p>;
  if (standing === "moved") {
    return (
      <p className={classes.banner}>
        Moved to {movedToCaseLabel ?? "another case"}.{reason}
      </p>
    );
  }
  return movedFromCaseLabel === null ? null : <p className={classes.banner}>Moved here from {movedFromCaseLabel}.</p>;
}
