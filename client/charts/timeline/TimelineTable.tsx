import { useMemo } from "react";
import { TwinTable } from "#client/charts/frame/TwinTable.tsx";
import classes from "#client/charts/frame/table.module.css";
import { dayWithYear } from "#client/format.ts";
import type { Span } from "#core/series/axis.ts";
import { tableRows } from "#core/series/table.ts";
import type { Timeline } from "#core/series/timeline.ts";

interface TimelineTableProps {
  readonly timeline: Timeline;
  readonly window: Span;
  /** What the table is called, for whoever hears it. */
  readonly caption: string;
}

/** The chart's figures as a table, none left out: a 0 reads 0, "not rated" is written, a dash was not asked at that occasion. */
export function TimelineTable({ timeline, window, caption }: TimelineTableProps) {
  const rows = useMemo(() => tableRows(timeline.stops, timeline.columns, window), [timeline, window]);
  return (
    <TwinTable
      caption={caption}
      head={
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Occasion</th>
          {timeline.columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
          <th scope="col">Shifts and events</th>
        </tr>
      }
    >
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">{dayWithYear(row.day)}</th>
          <td>{row.what}</td>
          {row.figures.map(({ key, words, standing }) => (
            <td key={key} data-standing={standing}>
              {words}
            </td>
          ))}
          <td className={classes.wide}>{row.marks.length === 0 ? "–" : row.marks.join("; ")}</td>
        </tr>
      ))}
    </TwinTable>
  );
}
