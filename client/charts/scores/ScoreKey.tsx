import classes from "#client/charts/frame/charts.module.css";
import { Marker } from "#client/charts/frame/Marker.tsx";
import type { ScoreReading } from "#core/readings/score-reading.ts";
import { bandLines, changeWords, cutOffLines, LINE_LOOKS } from "./score-drawing.ts";

/** Under the chart: what its signs mean, which way is better, and how to read it without a pointer. */
export function ScoreKey({ reading }: { readonly reading: ScoreReading }) {
  const { points, stops, band, norms, better, cutOff } = reading;
  const look = LINE_LOOKS[reading.whose];
  return (
    <div className={classes.foot}>
      <p className={classes.keys}>
        <span className={classes.key}>{better === "lower" ? "↓ lower is better" : "↑ higher is better"}</span>
        {cutOff === null ? null : (
          <span className={classes.key}>
            <svg width={18} height={12} aria-hidden="true">
              <line x1={0} x2={18} y1={6} y2={6} stroke="var(--oc-ink)" strokeDasharray="6 4" />
            </svg>
            {cutOffLines(cutOff).join(" ")}
          </span>
        )}
        {band === null ? null : (
          <span className={classes.key}>
            <svg width={14} height={12} aria-hidden="true">
              <rect x={0.5} y={1.5} width={13} height={9} fill="none" stroke="var(--oc-control)" />
              <path d="M0 10 8 2M6 11l8-8" stroke="var(--oc-control)" fill="none" />
            </svg>
            {bandLines(band).join(" ")}: within measurement error
          </span>
        )}
        {band === null ? null : <span className={classes.key}>{changeWords(band, norms)}</span>}
        {points.some((point) => point.confirmed) ? (
          <span className={classes.key}>
            <svg width={18} height={18} aria-hidden="true">
              <circle cx={9} cy={9} r={7.5} fill="none" stroke="var(--oc-ink)" strokeWidth={1.5} />
              <Marker cx={9} cy={9} look={look} />
            </svg>
            change confirmed at two sittings
          </span>
        ) : null}
        {points.some((point) => point.gain) ? (
          <span className={classes.key}>
            <svg width={18} height={12} aria-hidden="true">
              <line x1={3} y1={3} x2={15} y2={9} stroke={look.colour} strokeWidth={5} strokeOpacity={0.45} strokeLinecap="round" />
            </svg>
            sudden gain
          </span>
        ) : null}
        {stops.some((stop) => stop.score === null) ? <span className={classes.key}>× no score: too many answers missing</span> : null}
      </p>
      <p className={classes.hint} data-screen-only>
        Point at the chart, or focus it and use ← → Home End, to read every score.
      </p>
    </div>
  );
}
