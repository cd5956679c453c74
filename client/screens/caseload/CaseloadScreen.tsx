import { Button } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { CaseCards } from "#client/features/caseload/CaseCards.tsx";
import { CaseloadFilters } from "#client/features/caseload/CaseloadFilters.tsx";
import { CaseloadPanels } from "#client/features/caseload/CaseloadPanels.tsx";
import { CaseTable } from "#client/features/caseload/CaseTable.tsx";
import { useCaseload } from "#client/features/caseload/caseload.ts";
import { arrangedRows } from "#client/features/caseload/order.ts";
import { type CaseloadSearch, DEFAULT_SORT, readCaseloadSearch } from "#client/features/caseload/search.ts";
import { useMe } from "#client/features/practice/me.tsx";
import { count, longDay } from "#client/format.ts";
import { LogSessionLink } from "#client/screens/log/LogSessionLink.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import { useNarrow } from "#client/ui/use-narrow.ts";
import type { CaseloadRow, CaseloadView } from "#core/contracts/caseload.ts";
import classes from "./caseload-screen.module.css";

/** Home: which cases moved, which did not, what is owed; then every case in one row. */
export function CaseloadScreen() {
  const me = useMe();
  const caseload = useCaseload();
  const search: CaseloadSearch = readCaseloadSearch(useSearch({ strict: false }));
  const view = caseload.data;
  const rows = view === undefined ? [] : arrangedRows(view.rows, search);
  return (
    <>
      <PageHeader
        title="Caseload"
        sub={`${view === undefined ? "" : `${shownOfAll(rows.length, view.rows.length)} · `}${longDay(me.today)}`}
        actions={
          <>
            <Button variant="default" renderRoot={(props) => <Link to="/cases/new" {...props} />}>
              Open a case
            </Button>
            <LogSessionLink />
          </>
        }
      />
      {view !== undefined && caseload.isError && (
        <p className={classes.stale} role="status">
          This may be out of date. {caseload.sentence}
        </p>
      )}
      {view !== undefined && (view.rows.length === 0 ? <NoCases /> : <Cases view={view} rows={rows} search={search} />)}
      {view === undefined && caseload.isError && (
        <ErrorState title="The caseload could not be read" sentence={caseload.sentence} onRetry={() => void caseload.refetch()} />
      )}
      {view === undefined && !caseload.isError && (
        <LoadingState label="Reading the caseload" heights={[168, 44, 36, 48, 48, 48, 48, 48, 48, 48, 48]} />
      )}
    </>
  );
}

/** "11 of 12 cases": closed ones and those that the filters leave out are still counted. */
function shownOfAll(shown: number, all: number): string {
  return shown === all ? count(all, "case") : `${shown} of ${count(all, "case")}`;
}

interface CasesProps {
  readonly view: CaseloadView;
  readonly rows: readonly CaseloadRow[];
  readonly search: CaseloadSearch;
}

function Cases({ view, rows, search }: CasesProps) {
  const navigate = useNavigate();
  const narrow = useNarrow();
  // Replaces the entry: Back leaves the caseload instead of undoing one letter of a search.
  const show = useCallback((next: CaseloadSearch) => void navigate({ to: "/", search: next, replace: true }), [navigate]);
  return (
    <>
      <CaseloadPanels view={view} />
      <CaseloadFilters search={search} onChange={show} withSort={narrow} />
      <p className="visually-hidden" role="status">
        {count(rows.length, "case")} shown
      </p>
      {rows.length === 0 && (
        <EmptyState
          title="No case looks like this"
          actions={
            <Button variant="default" onClick={() => show({ status: "all" })}>
              Show all {view.rows.length} cases
            </Button>
          }
        >
          Nothing here has this status, stage, flag and name together.
        </EmptyState>
      )}
      {rows.length > 0 && narrow && <CaseCards rows={rows} today={view.today} />}
      {rows.length > 0 && !narrow && (
        <CaseTable
          rows={rows}
          today={view.today}
          sort={search.sort ?? DEFAULT_SORT}
          onSort={(sort) => show(readCaseloadSearch({ ...search, sort }))}
        />
      )}
      <p className={classes.legend}>
        ▲ ▼ – compare with the previous rating of the same case. Grounding is the median of the ratings given; “3 of 4” when some are missing.
        <span className={classes.keys}> Keys: J and K move between cases, N notes a change, L logs a session.</span>
      </p>
    </>
  );
}

function NoCases() {
  return (
    <EmptyState
      title="No cases yet"
      actions={
        <>
          <Button renderRoot={(props) => <Link to="/cases/new" {...props} />}>Open a case</Button>
          <Button variant="default" renderRoot={(props) => <Link to="/import" {...props} />}>
            Bring work in
          </Button>
        </>
      }
    >
      <p>
        A case is one couple: the partner who comes and does the work, and the one who only observes. It carries a name you choose, never a legal one
        by default. After a few sessions this page tells at one glance which cases moved, which did not, and what you owe.
      </p>
      <p>If you kept a spreadsheet until now, bring it in: its sessions, ratings and themes become cases here.</p>
    </EmptyState>
  );
}
