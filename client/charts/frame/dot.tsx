import type { ReactElement } from "react";
import type { DotItemDotProps } from "recharts";
import type { Look } from "./looks.ts";
import { Marker } from "./Marker.tsx";

/** A lone rating among many: seen, and no bigger than it is. */
export const LONE_SIZE = 1.75;

/** The mark at a rating, drawn where its row asks for one. */
export function dotOf(look: Look, size?: number): (props: DotItemDotProps) => ReactElement | null {
  return function dot({ cx, cy, payload, index }) {
    if (cx === undefined || cy === undefined || !payload.dot) return null;
    return <Marker key={index} cx={cx} cy={cy} look={look} {...(size === undefined ? {} : { size })} />;
  };
}
