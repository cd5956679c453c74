import type { ReactElement } from "react";
import type { DotItemDotProps } from "recharts";
import type { Look } from "./looks.ts";
import { Marker } from "./Marker.tsx";

/** The mark at a rating, drawn where its row asks for one. */
export function dotOf(look: Look, size?: number): (props: DotItemDotProps) => ReactElement {
  return function dot({ cx, cy, payload, index }) {
    if (cx === undefined || cy === undefined || !payload.dot) return <g key={index} />;
    return <Marker key={index} cx={cx} cy={cy} look={look} {...(size === undefined ? {} : { size })} />;
  };
}
