import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { stageWord } from "#core/vocabulary/engagement.ts";
import classes from "./SeatGlyph.module.css";

const HEIGHTS = { sm: 20, md: 28, lg: 44 } as const;

interface SeatGlyphProps {
  /** null = not rated: a dotted ring, never an empty one. */
  readonly stage: EngagementStage | null;
  readonly size?: keyof typeof HEIGHTS;
  /** Where the stage stands in words right beside it, so that it is not read out twice. */
  readonly decorative?: boolean;
}

/** The name the glyph goes by for whoever hears it instead of seeing it. */
function seatGlyphName(stage: EngagementStage | null): string {
  return stage === null ? "Observing partner: not rated" : `Observing partner: ${stageWord(stage)}, stage ${stage} of 6`;
}

/** The signature: the active partner's chair, filled, beside a ring that fills in sixths with the observing partner's stage. */
export function SeatGlyph({ stage, size = "sm", decorative = false }: SeatGlyphProps) {
  const height = HEIGHTS[size];
  const naming = decorative ? ({ "aria-hidden": true } as const) : ({ role: "img", "aria-label": seatGlyphName(stage) } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden where the words stand beside it
    <svg className={classes.glyph} viewBox="0 0 44 22" width={height * 2} height={height} focusable="false" {...naming}>
      <circle className={classes.seat} cx="11" cy="11" r="10" />
      {stage === null ? (
        <circle className={classes.notRated} cx="33" cy="11" r="8.25" pathLength={36} data-part="not-rated" />
      ) : (
        <>
          <circle className={classes.ring} cx="33" cy="11" r="8.25" />
          {/* A round of six; a dash of length 0 would still paint a dot, so "declining" draws no arc at all. */}
          {stage > 0 && (
            <circle
              className={classes.filled}
              cx="33"
              cy="11"
              r="8.25"
              pathLength={6}
              strokeDasharray={stage === 6 ? undefined : `${stage} 6`}
              transform="rotate(-90 33 11)"
              data-part="filled"
              data-sixths={stage}
            />
          )}
        </>
      )}
    </svg>
  );
}
