import { Button } from "@mantine/core";
import { Link, Outlet, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { refusalOf, sentenceFor } from "#client/api/refusals.ts";
import { NoteChangeDialog } from "#client/features/between-sessions/NoteChangeDialog.tsx";
import { CaseMenu } from "#client/features/cases/CaseMenu.tsx";
import { ConcernDialog } from "#client/features/cases/ConcernDialog.tsx";
import { caseLine, standingSentence } from "#client/features/cases/case-words.ts";
import classes from "#client/features/cases/cases.module.css";
import { useCaseHere } from "#client/features/cases/use-case.ts";
import { useMe } from "#client/features/practice/me.tsx";
import { useTimelineHere } from "#client/features/sessions/use-record.ts";
import { LogSessionLink } from "#client/screens/log/LogSessionLink.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { KeyHint } from "#client/ui/KeyHint.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import { useHotkey, useSingleKeys } from "#client/ui/use-hotkey.ts";
import type { CaseView } from "#core/contracts/case.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { currentStage, unratedAtEnd } from "#core/rules/unrated-since.ts";
import { isHeld } from "#core/series/axis.ts";

const TABS = [
  { to: "/cases/$caseId", words: "Timeline", end: "" },
  { to: "/cases/$caseId/sessions", words: "Sessions", end: "/sessions" },
  { to: "/cases/$caseId/themes", words: "Themes", end: "/themes" },
  { to: "/cases/$caseId/measures", words: "Measures", end: "/measures" },
  { to: "/cases/$caseId/compare", words: "Compare", end: "/compare" },
  { to: "/cases/$caseId/goals", words: "Goals", end: "/goals" },
] as const;

/** One couple: its head, its tabs, and below them the tab that the address names. */
export function CaseScreen() {
  const coupleCase = useCaseHere();
  if (coupleCase.data) return <CaseOf coupleCase={coupleCase.data} />;
  if (coupleCase.isError && refusalOf(coupleCase.error)?.code === "not-found") {
    return (
      <EmptyState title="No such case" actions={<Link to="/">To the caseload</Link>}>
        This case is not here, or not yours to see.
      </EmptyState>
    );
  }
  if (coupleCase.isError)
    return <ErrorState title="The case could not be read" sentence={sentenceFor(coupleCase.error)} onRetry={() => void coupleCase.refetch()} />;
  return <LoadingState label="Reading the case" heights={[76, 40, 420]} />;
}

function CaseOf({ coupleCase }: { readonly coupleCase: CaseView }) {
  const me = useMe();
  const timelineView = useTimelineHere();
  const navigate = useNavigate();
  const singleKeys = useSingleKeys();
  const { note } = useSearch({ strict: false });
  const [concernShown, setConcernShown] = useState(false);
  const tabs = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  // On a phone the row of tabs is longer than the screen: the one that is shown must be seen to be shown.
  useEffect(() => {
    const here = tabs.current?.querySelector<HTMLElement>(`[href$="${path}"]`);
    if (tabs.current && here) tabs.current.scrollLeft = here.offsetLeft - (tabs.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  const params = { caseId: coupleCase.id };
  const closed = coupleCase.status === "closed";
  const standing = standingSentence(coupleCase, me.today);
  const openConcern = coupleCase.concerns.some((concern) => concern.closedOn === null);

  // Only the search changes, so that the dialog opens over whichever tab is shown.
  const noteChange = (opened: boolean) => void navigate({ to: ".", search: opened ? { note: "change" } : {}, replace: !opened });
  useHotkey("n", () => noteChange(true), !closed);

  return (
    <>
      <PageHeader
        above={<Link to="/">Caseload ›</Link>}
        glyph={<SeatGlyph stage={stageNow(coupleCase.stage, timelineView.data)} size="lg" />}
        title={coupleCase.label}
        sub={caseLine(coupleCase, me.today)}
        actions={
          <>
            {openConcern ? (
              // A tablet lies on the table: the mark says that there is something to read alone, not what.
              <Button variant="subtle" color="gray" onClick={() => setConcernShown(true)}>
                Private
              </Button>
            ) : null}
            <CaseMenu coupleCase={coupleCase} today={me.today} />
            {closed ? null : (
              <>
                <Button
                  variant="default"
                  aria-keyshortcuts={singleKeys ? "N" : undefined}
                  rightSection={singleKeys ? <KeyHint>N</KeyHint> : undefined}
                  onClick={() => noteChange(true)}
                >
                  Note a change
                </Button>
                <LogSessionLink caseId={coupleCase.id} />
              </>
            )}
          </>
        }
      />
      {standing === null ? null : <p className={classes.standing}>{standing}</p>}
      {coupleCase.consentMissing && !closed ? (
        <p className={classes.standing}>
          The observing partner was there, and no collateral consent is on record.{" "}
          <Link to="/cases/$caseId/edit" params={params}>
            Add its date
          </Link>
        </p>
      ) : null}
      {concernShown ? <ConcernDialog coupleCase={coupleCase} today={me.today} onClose={() => setConcernShown(false)} /> : null}
      <nav ref={tabs} aria-label={`Parts of ${coupleCase.label}`} className={classes.tabs}>
        {TABS.map(({ to, words, end }) => {
          const here = path === `/cases/${coupleCase.id}${end}`;
          return (
            <Link key={to} to={to} params={params} className={classes.tab} data-here={here || undefined} aria-current={here ? "page" : undefined}>
              {words}
            </Link>
          );
        })}
      </nav>
      <Outlet />
      {note === "change" && !closed ? <NoteChangeDialog coupleCase={coupleCase} today={me.today} onClose={() => noteChange(false)} /> : null}
    </>
  );
}

/** What the glyph may show: a stage that several held sessions have left unrated is not drawn as today's. */
function stageNow(stage: CaseView["stage"], timelineView: TimelineView | undefined): CaseView["stage"] {
  if (timelineView === undefined) return stage;
  const entries = timelineView.occasions.map((occasion) => ({ stage: occasion.observation?.stage ?? null, held: isHeld(occasion) }));
  return currentStage(stage, { sessions: unratedAtEnd(entries), orMore: false });
}
