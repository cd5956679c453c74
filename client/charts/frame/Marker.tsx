import type { Look } from "./looks.ts";

interface MarkerProps {
  readonly cx: number;
  readonly cy: number;
  readonly look: Pick<Look, "shape" | "colour" | "hollow">;
  readonly size?: number;
}

/** The mark of one rating: its shape says which line it belongs to, hollow or filled says whose. */
export function Marker({ cx, cy, look, size = 3 }: MarkerProps) {
  const paint = { fill: look.hollow ? "var(--oc-panel)" : look.colour, stroke: look.colour, strokeWidth: 1.5 };
  if (look.shape === "circle") return <circle cx={cx} cy={cy} r={size} {...paint} />;
  if (look.shape === "square") return <rect x={cx - size} y={cy - size} width={2 * size} height={2 * size} {...paint} />;
  const reach = size + 1;
  const corners =
    look.shape === "triangle"
      ? `${cx},${cy - reach} ${cx + reach},${cy + reach - 1} ${cx - reach},${cy + reach - 1}`
      : `${cx},${cy - reach} ${cx + reach},${cy} ${cx},${cy + reach} ${cx - reach},${cy}`;
  return <polygon points={corners} {...paint} />;
}
