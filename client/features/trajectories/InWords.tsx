import { Panel } from "#client/ui/Panel.tsx";
import type { Sentence } from "#core/sentences/sentence.ts";
import classes from "./trajectories.module.css";

/** The plain sentences beside the chart; what is missing or how it came about in a lower voice. */
export function InWords({ sentences }: { readonly sentences: readonly Sentence[] }) {
  return (
    <Panel title="In words">
      {sentences.map(({ words, aside }) => (
        <p key={words} className={classes.sentence} data-aside={aside || undefined}>
          {words}
        </p>
      ))}
    </Panel>
  );
}
