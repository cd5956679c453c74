import { Link } from "@tanstack/react-router";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import { StageSpark } from "#client/ui/StageSpark.tsx";
import type { CaseloadRow } from "#core/contracts/caseload.ts";
import { currentStage } from "#core/rules/unrated-since.ts";
import classes from "./caseload.module.css";
import { DayCell, Flags, GroundingCell, RowActions, StageCell } from "./row-parts.tsx";
import { useRowKeys } from "./use-row-keys.ts";

/** The same rows on a phone: two lines a case. */
export function CaseCards({ rows, today }: { readonly rows: readonly CaseloadRow[]; readonly today: string }) {
  const list = useRowKeys<HTMLUListElement>();
  return (
    <ul ref={list} className={classes.cards}>
      {rows.map((row) => (
        <li key={row.caseId} data-case-id={row.caseId} className={classes.card}>
          <div className={classes.cardLine}>
            <SeatGlyph stage={currentStage(row.stage, row.unrated)} decorative />
            <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className={`case-name ${classes.name} ${classes.cardName}`} data-row-link>
              {row.label}
            </Link>
            <RowActions row={row} />
          </div>
          <div className={classes.cardFacts}>
            <StageCell row={row} today={today} />
            <StageSpark stages={row.spark} />
            <GroundingCell row={row} />
            <span className="dim">
              last <DayCell day={row.lastSessionOn} today={today} absent="not yet" /> · next{" "}
              <DayCell day={row.nextSessionOn} today={today} absent="no date" />
            </span>
            <Flags row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}
