import { Panel } from "#client/ui/Panel.tsx";
import type { Sentence } from "#core/sentences/sentence.ts";
import classes from "./timeline.module.css";

interface InWordsProps {
  readonly sentences: readonly Sentence[];
  /** Says what they cover where the chart shows less. */
  readonly title?: string;
}

/** The plain sentences beside the chart; what is missing or how it came about in a lower voice. */
export function InWords({ sentences, title = "In words" }: InWordsProps) {
  return (
    <Panel title={title}>
      {sentences.map(({ words, aside }) => (
        <p key={words} className={classes.sentence} data-aside={aside || undefined}>
          {words}
        </p>
      ))}
    </Panel>
  );
}
