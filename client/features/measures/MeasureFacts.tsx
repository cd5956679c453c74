import type { MeasureView } from "#core/contracts/measure.ts";
import { figuresOf, isUnconfirmed } from "./measure-figures.ts";
import classes from "./measures-settings.module.css";
import { rangeWords } from "./score-choices.ts";

/** One measure: its name and range at a glance, and opened, every figure with its mark and where it comes from. */
export function MeasureFacts({ measure }: { readonly measure: MeasureView }) {
  const { name, version, asks, source, items, form } = measure;
  return (
    <details className={classes.facts}>
      <summary>
        <bdi className={classes.name}>{name}</bdi> <span className="dim">{rangeWords(measure)}</span>
        {isUnconfirmed(measure) ? <span className={classes.mark}>unconfirmed</span> : null}
        {form === null ? null : <span className={classes.mark}>form</span>}
      </summary>
      <div className={classes.inside}>
        {asks === "" ? null : <p>Asks: {asks}.</p>}
        <dl className={classes.figures}>
          <Fact label="Version" words={version === "" ? "not said" : version} />
          {items === null ? null : <Fact label="Items" words={String(items)} />}
          {figuresOf(measure).map(({ label, words, unconfirmed }) => (
            <Fact key={label} label={label} words={unconfirmed ? `${words} · unconfirmed: from memory, not looked up` : words} />
          ))}
        </dl>
        <p className="dim">{source === "" ? "No source given." : source}</p>
      </div>
    </details>
  );
}

function Fact({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </div>
  );
}
