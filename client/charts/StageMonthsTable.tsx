import type { StagesOverTime } from "#core/contracts/insights.ts";
import { isFew } from "#core/insights/few-cases.ts";
import { FEW_WORDS } from "#core/sentences/insight-words.ts";
import { NOT_RATED, STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import { sentenceCase } from "../format.ts";
import classes from "./course-table.module.css";

interface StageMonthsTableProps {
  readonly stages: StagesOverTime;
  /** What the table is called, for whoever hears it. */
  readonly caption: string;
}

/** The picture's figures as a table, every 0 written. */
export function StageMonthsTable({ stages, caption }: StageMonthsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
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
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </section>
  );
}
