import type { Readout } from "#core/series/stops.ts";
import classes from "./charts.module.css";

/** Every value of one occasion. What was not rated is said, in a lower voice than a 0. */
export function ReadoutCard({ readout }: { readonly readout: Readout }) {
  return (
    <div className={classes.card}>
      <p className={classes.cardTitle}>{readout.title}</p>
      {readout.figures.length > 0 ? (
        <dl className={classes.figures}>
          {readout.figures.map(({ key, label, words, standing }) => (
            <div key={key} className={classes.figure} data-standing={standing}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {readout.marks.map((mark) => (
        <p key={mark} className={classes.mark}>
          {mark}
        </p>
      ))}
    </div>
  );
}
