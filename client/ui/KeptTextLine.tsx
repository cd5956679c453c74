import { Button } from "@mantine/core";
import classes from "./kept-text-line.module.css";

interface KeptTextLineProps {
  readonly onDiscard: () => void;
}

/** Says that the form was not found empty, and why; one button empties it. */
export function KeptTextLine({ onDiscard }: KeptTextLineProps) {
  return (
    <div className={classes.line} role="status">
      <span>What you began is still here.</span>
      <Button type="button" size="compact-sm" variant="subtle" onClick={onDiscard}>
        Discard it
      </Button>
    </div>
  );
}
