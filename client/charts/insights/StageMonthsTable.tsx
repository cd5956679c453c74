import { TwinTable } from "#client/charts/frame/TwinTable.tsx";
import classes from "#client/charts/frame/table.module.css";
import { sentenceCase } from "#client/format.ts";
import type { StagesOverTime } from "#core/contracts/insights.ts";
import { isFew } from "#core/insights/few-cases.ts";
import { FEW_WORDS } from "#core/sentences/insight-words.ts";
import { NOT_RATED, STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";

interface StageMonthsTableProps {
  readonly stages: StagesOverTime;
  /** What the table is called, for whoever hears it. */
  readonly caption: string;
}

/** The picture's figures as a table, every 0 written. */
export function StageMonthsTable({ stages, caption }: StageMonthsTableProps) {
  return (
    <TwinTable
      caption={caption}
      head={
        <tr>
          <th scope="col">{sentenceCase(stages.step)}</th>
          <th scope="col">Cases seen</th>
          {STAGES.map((stage) => (
            <th key={stage} scope="col">
              {sentenceCase(STAGE_WORDS[stage])}
            </th>
          ))}
          <th scope="col">{sentenceCase(NOT_RATED)}</th>
          <th scope="col">To note</th>
        </tr>
      }
    >
      {stages.periods.map((period) => (
        <tr key={period.label}>
          <th scope="row">
            {period.label}
            {period.unfinished ? ", so far" : ""}
          </th>
          <td>{period.cases}</td>
          {STAGES.map((stage) => (
            <td key={stage}>{period.at[stage]}</td>
          ))}
          <td>{period.notRated}</td>
          <td className={classes.wide}>{isFew(period.cases) ? FEW_WORDS : "–"}</td>
        </tr>
      ))}
    </TwinTable>
  );
}
