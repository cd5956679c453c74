import { TwinTable } from "#client/charts/frame/TwinTable.tsx";
import classes from "#client/charts/frame/table.module.css";
import type { ScoreReading, ScoreStop } from "#core/readings/score-reading.ts";
import { scoreStopRemarks, scoreStopWords } from "#core/sentences/score-stop-words.ts";
import { dayWithYear, figure } from "#core/vocabulary/wording.ts";

interface ScoreTableProps {
  readonly reading: ScoreReading;
  readonly caption: string;
}

/** The chart's figures as a table, none left out: a 0 reads 0, and where there is no score that is written. */
export function ScoreTable({ reading, caption }: ScoreTableProps) {
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
      {reading.stops.map((stop) => (
        <ScoreRow key={stop.key} reading={reading} stop={stop} />
      ))}
    </TwinTable>
  );
}

function ScoreRow({ reading, stop }: { readonly reading: ScoreReading; readonly stop: ScoreStop }) {
  const { day, score } = stop;
  const words = scoreStopWords(reading, stop);
  const remarks = scoreStopRemarks(reading, stop);
  return (
    <tr>
      <th scope="row">{dayWithYear(day)}</th>
      <td data-standing={score === null ? "not-rated" : "given"}>{score === null ? "no score" : figure(score)}</td>
      <td>{words === "" ? "–" : words}</td>
      <td className={classes.wide}>{remarks.length === 0 ? "–" : remarks.join("; ")}</td>
    </tr>
  );
}
