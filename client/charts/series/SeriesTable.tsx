import { TwinTable } from "#client/charts/frame/TwinTable.tsx";
import { dayWithYear } from "#client/format.ts";
import { type SeriesPanel, seriesReadout, seriesStops } from "./series.ts";

interface SeriesTableProps {
  readonly panels: readonly SeriesPanel[];
  /** What the table is called, for whoever hears it. */
  readonly caption: string;
}

/** The figures of a series chart as a table, oldest first, none left out: a 0 reads 0, and "not rated" is written. */
export function SeriesTable({ panels, caption }: SeriesTableProps) {
  const lines = panels.flatMap((panel) => panel.lines.map((line) => ({ key: `${panel.key} ${line.key}`, label: line.label })));
  return (
    <TwinTable
      caption={caption}
      head={
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Session</th>
          {lines.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      }
    >
      {seriesStops(panels).map((stop) => (
        <tr key={stop.x}>
          <th scope="row">{dayWithYear(stop.day)}</th>
          <td>{stop.sessionNumber ?? "–"}</td>
          {seriesReadout(stop, panels, dayWithYear).figures.map(({ key, words, standing }) => (
            <td key={key} data-standing={standing}>
              {words}
            </td>
          ))}
        </tr>
      ))}
    </TwinTable>
  );
}
