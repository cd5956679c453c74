import { Panel } from "#client/ui/Panel.tsx";
import type { InsightWords } from "#core/sentences/insight-words.ts";
import classes from "./insights.module.css";

interface CountRow {
  readonly key: string;
  readonly name: string;
  /** One text for each further column. */
  readonly counts: readonly string[];
  /** 0–1, drawn as a bar; null where there is nothing it could be a share of. */
  readonly share: number | null;
  /** Fewer than five cases behind it: the bar is an outline, and the row says so. */
  readonly few: boolean;
  /** Counted apart from the rows above. */
  readonly apart?: boolean;
}

interface CountPanelProps {
  readonly words: InsightWords;
  /** What is counted, out of how many: "140 sessions held in 11 cases". */
  readonly facts: string;
  /** Heads of the table: the name column, then one for each count. */
  readonly heads: readonly [string, ...string[]];
  readonly rows: readonly CountRow[];
}

/** One figure as a table of counts with a bar beside each: its own twin. Empty of rows, it is its sentence alone. */
export function CountPanel({ words, facts, heads, rows }: CountPanelProps) {
  return (
    // Marked, so that on paper it stands with the pictures.
    <div data-figure className={classes.counts}>
      <Panel title={<span className={classes.title}>{words.title}</span>}>
        {rows.length === 0 ? null : (
          <>
            <p className={classes.facts}>{facts}</p>
            <table className={classes.table}>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key} data-apart={row.apart || undefined}>
                    <th scope="row">
                      {row.name}
                      {row.few ? <span className={classes.few}> · fewer than 5 cases</span> : null}
                      {row.share === null ? null : (
                        <span className={classes.bar} aria-hidden="true">
                          {row.share > 0 ? <span data-few={row.few || undefined} style={{ width: `${row.share * 100}%` }} /> : null}
                        </span>
                      )}
                    </th>
                    {row.counts.map((count, index) => (
                      <td key={heads[index + 1]}>{count}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
        {words.sentences.map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
      </Panel>
    </div>
  );
}
