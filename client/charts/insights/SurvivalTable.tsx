import { TwinTable } from "#client/charts/frame/TwinTable.tsx";
import type { FirstMoveCurve } from "#core/insights/first-move-curve.ts";
import { ofHundred, roughRange } from "#core/insights/readouts.ts";

interface SurvivalTableProps {
  readonly curve: FirstMoveCurve;
  /** What the table is called, for whoever hears it. */
  readonly caption: string;
}

/** The curve's figures as a table: one row for each day on which something changed. */
export function SurvivalTable({ curve, caption }: SurvivalTableProps) {
  return (
    <TwinTable
      caption={caption}
      head={
        <tr>
          <th scope="col">Days since the first rating</th>
          <th scope="col">Cases followed</th>
          <th scope="col">Moved up</th>
          <th scope="col">Open, followed no further</th>
          <th scope="col">Closed without a move</th>
          <th scope="col">Without an upward move</th>
          <th scope="col">Rough range</th>
        </tr>
      }
    >
      {curve.stops.map((stop) => (
        <tr key={stop.x}>
          <th scope="row">{stop.x}</th>
          <td>{stop.followed}</td>
          <td>{stop.moved}</td>
          <td>{stop.waiting}</td>
          <td>{stop.closed}</td>
          <td>{ofHundred(stop.share)}</td>
          <td>{roughRange(stop) ?? "–"}</td>
        </tr>
      ))}
    </TwinTable>
  );
}
