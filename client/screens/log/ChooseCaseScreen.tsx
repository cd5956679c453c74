import { Button } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { useCaseload } from "#client/features/caseload/caseload.ts";
import { CasePicker, type PickerItem } from "#client/features/cases/CasePicker.tsx";
import { useStartDraft } from "#client/features/drafts/use-start-draft.ts";
import { count, relativeDay, shortDay } from "#client/format.ts";
import { Dialog, DialogActions } from "#client/ui/Dialog.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import type { CaseloadView } from "#core/contracts/caseload.ts";
import { isDay } from "#core/day.ts";

/** Which case is the hour of? Drafts first. A case named in the address is not asked for again. */
export function ChooseCaseScreen() {
  const { caseId } = useSearch({ strict: false });
  const caseload = useCaseload();
  const navigate = useNavigate();
  const { start, busy, error } = useStartDraft();
  const [asked, setAsked] = useState<string | null>(null);

  const openDraft = useCallback((draftId: string) => navigate({ to: "/log/$draftId", params: { draftId }, replace: true }), [navigate]);
  const begin = useCallback((id: string) => void start(id).then(openDraft, () => undefined), [start, openDraft]);

  const data = caseload.data;
  const choose = useCallback(
    (id: string) => {
      if (data && draftsOf(data, id).length > 0) setAsked(id);
      else begin(id);
    },
    [data, begin],
  );
  useEffect(() => {
    if (typeof caseId === "string" && data) choose(caseId);
  }, [caseId, data, choose]);

  const back = () => (typeof caseId === "string" ? void navigate({ to: "/cases/$caseId", params: { caseId } }) : setAsked(null));
  const resume = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Resuming is what is meant most often: Enter does it.
    if (asked !== null) resume.current?.focus();
  }, [asked]);

  if (caseload.isError)
    return <ErrorState title="The cases could not be read" sentence={caseload.sentence} onRetry={() => void caseload.refetch()} />;
  if (!data || (typeof caseId === "string" && asked === null && !error))
    return <LoadingState label="Opening the log" heights={[56, 44, 44, 44, 44]} />;
  const items = itemsOf(data);
  const drafts = asked === null ? [] : draftsOf(data, asked);
  const label = data.rows.find((row) => row.caseId === asked)?.label ?? drafts[0]?.label ?? "";
  const [latest] = drafts;

  return (
    <>
      <PageHeader title="Log a session" sub="Type a few letters of the case, then Enter" />
      {error ? <ErrorState title="The log could not be opened" sentence={sentenceFor(error)} /> : null}
      {items.length === 0 ? (
        <EmptyState title="No open case yet" actions={<Link to="/cases/new">Open a case</Link>}>
          A session is logged to a case: one couple, the partner who comes and the one who only observes.
        </EmptyState>
      ) : (
        <CasePicker
          autoFocus
          label="Case"
          items={items}
          onPick={(item) => {
            if (item.group === DRAFTS) void openDraft(item.id);
            else if (!busy) choose(item.id);
          }}
        />
      )}
      {latest === undefined ? null : (
        <Dialog opened title={`${label}: a log is already begun`} onClose={back}>
          <p>
            {count(drafts.length, "draft")} of {label} {drafts.length === 1 ? "is" : "are"} not finished. Several sessions on one day are fine.
          </p>
          <DialogActions>
            <Button variant="subtle" onClick={back}>
              Back
            </Button>
            <Button variant="default" loading={busy} onClick={() => asked !== null && begin(asked)}>
              Start another log
            </Button>
            <Button ref={resume} onClick={() => void openDraft(latest.draftId)}>
              Resume the log{isDay(latest.day) && ` of ${shortDay(latest.day, data.today)}`}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}

const DRAFTS = "To finish";

function draftsOf({ toFinish }: CaseloadView, caseId: string) {
  const drafts = toFinish.flatMap((item) => (item.kind === "draft" && item.draftKind === "session" && item.caseId === caseId ? [item] : []));
  return drafts.toSorted((one, other) => other.day.localeCompare(one.day));
}

function itemsOf({ rows, toFinish, today }: CaseloadView): PickerItem[] {
  const stageOf = (caseId: string) => rows.find((row) => row.caseId === caseId)?.stage ?? null;
  const drafts = toFinish.flatMap((item): PickerItem[] =>
    item.kind === "draft"
      ? [
          {
            id: item.draftId,
            label: item.label,
            group: DRAFTS,
            stage: stageOf(item.caseId),
            remark: `${item.draftKind === "correction" ? "correction" : "draft"}${isDay(item.day) ? ` of ${shortDay(item.day, today)}` : ""}`,
          },
        ]
      : [],
  );
  const cases = rows
    .filter((row) => row.status !== "closed")
    .sort((one, other) => Number(other.nextSessionOn === today) - Number(one.nextSessionOn === today) || one.label.localeCompare(other.label))
    .map((row) => ({ id: row.caseId, label: row.label, group: "Cases", stage: row.stage, remark: remarkOf(row, today) }));
  return [...drafts, ...cases];
}

function remarkOf({ lastSessionOn, nextSessionOn }: CaseloadView["rows"][number], today: string): string {
  if (nextSessionOn === today) return "today";
  return lastSessionOn === null ? "no session yet" : `last ${relativeDay(lastSessionOn, today)}`;
}
