import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { stageWord } from "#core/vocabulary/engagement.ts";
import classes from "./StageSpark.module.css";

const WIDTH = 90;
const HEIGHT = 22;
const SLOTS = 10;
const STEP = WIDTH / SLOTS;

/** Stage 0 stands clear of the floor, where "not rated" is drawn: a zero is a rating. */
function heightOf(stage: EngagementStage): number {
  return HEIGHT - 6 - (stage / 6) * (HEIGHT - 8);
}

/** A step line through the rated sessions; a gap ends the line, and the next rating starts a new one. */
export function sparkPath(stages: readonly (EngagementStage | null)[]): string {
  let path = "";
  let drawing = false;
  stages.forEach((stage, index) => {
    if (stage === null) {
      drawing = false;
      return;
    }
    const from = (index * STEP).toFixed(1);
    const to = ((index + 1) * STEP).toFixed(1);
    path += `${drawing ? "L" : "M"}${from} ${heightOf(stage).toFixed(1)}H${to}`;
    drawing = true;
  });
  return path;
}

/** The same in words: "Last 4 sessions: listening, listening, not rated, curious". */
function sparkName(stages: readonly (EngagementStage | null)[]): string {
  if (stages.length === 0) return "No sessions held yet";
  const count = stages.length === 1 ? "Last session" : `Last ${stages.length} sessions, oldest first`;
  return `${count}: ${stages.map(stageWord).join(", ")}`;
}

/** The observing partner's stage over the last ten held sessions: steps, and low grey dashes where it was not rated. */
export function StageSpark({ stages }: { readonly stages: readonly (EngagementStage | null)[] }) {
  return (
    <svg className={classes.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={sparkName(stages)}>
      {stages.map((stage, index) =>
        stage === null ? (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place in the last ten
            key={index}
            className={classes.notRated}
            x1={index * STEP + 0.75}
            x2={(index + 1) * STEP - 0.75}
            y1={HEIGHT - 1.5}
            y2={HEIGHT - 1.5}
          />
        ) : null,
      )}
      <path className={classes.steps} d={sparkPath(stages)} />
    </svg>
  );
}
