import { Link, useNavigate } from "@tanstack/react-router";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import { StageSpark } from "#client/ui/StageSpark.tsx";
import type { CaseloadRow } from "#core/contracts/caseload.ts";
import { currentStage } from "#core/rules/unrated-since.ts";
import classes from "./caseload.module.css";
import { nextSort, sortColumnOf } from "./order.ts";
import { DayCell, Flags, GroundingCell, RowActions, StageCell } from "./row-parts.tsx";
import type { Sort, SortColumn } from "./search.ts";
import { useRowKeys } from "./use-row-keys.ts";

interface CaseTableProps {
  readonly rows: readonly CaseloadRow[];
  readonly today: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** One row a case, all on one page. */
export function CaseTable({ rows, today, sort, onSort }: CaseTableProps) {
  const navigate = useNavigate();
  const body = useRowKeys<HTMLTableSectionElement>();
  return (
    <div className={classes.sheet}>
      <table className={classes.table}>
        <caption className="visually-hidden">Cases. The column headings sort.</caption>
        <thead>
          <tr>
            <SortHeading column="case" words="Case" sort={sort} onSort={onSort} />
            <SortHeading column="stage" words="Observing partner" sort={sort} onSort={onSort} />
            <th scope="col" className={classes.sparkColumn}>
              Last 10 sessions
            </th>
            <SortHeading column="grounding" words="Active partner" sort={sort} onSort={onSort} />
            <SortHeading column="last" words="Last" sort={sort} onSort={onSort} />
            <SortHeading column="next" words="Next" sort={sort} onSort={onSort} />
            <th scope="col" className={classes.flagColumn}>
              Flags
            </th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            // The row is a larger target for the pointer only; the keyboard has the link inside it.
            <tr
              key={row.caseId}
              data-case-id={row.caseId}
              onClick={(event) => {
                if (event.target instanceof Element && event.target.closest("a, button")) return;
                if (window.getSelection()?.toString()) return;
                void navigate({ to: "/cases/$caseId", params: { caseId: row.caseId } });
              }}
            >
              <th scope="row">
                <span className={classes.nameCell}>
                  <SeatGlyph stage={currentStage(row.stage, row.unrated)} decorative />
                  <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className={`case-name ${classes.name}`} data-row-link>
                    {row.label}
                  </Link>
                </span>
                <span className={classes.flagsBelow}>
                  <Flags row={row} />
                </span>
              </th>
              <td>
                <StageCell row={row} today={today} />
              </td>
              <td className={classes.sparkColumn}>
                <StageSpark stages={row.spark} />
              </td>
              <td>
                <GroundingCell row={row} />
              </td>
              <td className={classes.day}>
                <DayCell day={row.lastSessionOn} today={today} absent="no session yet" />
              </td>
              <td className={classes.day}>
                <DayCell day={row.nextSessionOn} today={today} absent="no date yet" />
              </td>
              <td className={classes.flagColumn}>
                <Flags row={row} />
              </td>
              <td>
                <RowActions row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SortHeadingProps {
  readonly column: SortColumn;
  readonly words: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

function SortHeading({ column, words, sort, onSort }: SortHeadingProps) {
  const current = sortColumnOf(sort);
  const sorted = current.column === column;
  const direction = sorted ? (current.downwards ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" className={classes.sort} onClick={() => onSort(nextSort(sort, column))}>
        {words}
        <span aria-hidden="true" className={classes.sortMark}>
          {sorted && (current.downwards ? "↓" : "↑")}
        </span>
      </button>
    </th>
  );
}
