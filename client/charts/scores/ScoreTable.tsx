import { TwinTable } from "#client/charts/frame/TwinTable.tsx";
import classes from "#client/charts/frame/table.module.css";
import type { ScoreStop } from "#core/readings/score-reading.ts";
import { dayWithYear, figure } from "#core/sentences/wording.ts";

interface ScoreTableProps {
  readonly stops: readonly ScoreStop[];
  readonly caption: string;
}

/** The chart's figures as a table, none left out: a 0 reads 0, and where there is no score that is written. */
export function ScoreTable({ stops, caption }: ScoreTableProps) {
  return (
    <TwinTable
      caption={caption}
      head={
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Score</th>
          <th scope="col">In words</th>
          <th scope="col">Marked</th>
        </tr>
      }
    >
      {stops.map(({ key, day, score, words, remarks }) => (
        <tr key={key}>
          <th scope="row">{dayWithYear(day)}</th>
          <td data-standing={score === null ? "not-rated" : "given"}>{score === null ? "no score" : figure(score)}</td>
          <td>{words === "" ? "–" : words}</td>
          <td className={classes.wide}>{remarks.length === 0 ? "–" : remarks.join("; ")}</td>
        </tr>
      ))}
    </TwinTable>
  );
}
