import { TextInput } from "@mantine/core";
import { useRef } from "react";
import { STOP } from "#client/ui/stops.ts";
import classes from "./log.module.css";

interface LinesFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly name: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
}

/** One-line entries. There is always one empty line at the end; Enter goes to it. Removing the words removes the line. */
export function LinesField({ label, placeholder, name, lines, onChange }: LinesFieldProps) {
  const list = useRef<HTMLDivElement>(null);
  const shown = lines.at(-1)?.trim() === "" ? lines : [...lines, ""];
  const put = (at: number, text: string) => {
    const next = [...shown];
    next[at] = text;
    while (next.length > 0 && next.at(-1)?.trim() === "") next.pop();
    onChange(next);
  };
  return (
    <div ref={list} className={classes.lines} data-field={name}>
      {shown.map((line, at) => (
        <TextInput
          {...STOP}
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          key={at}
          aria-label={at === 0 ? label : `${label}, ${at + 1}`}
          placeholder={at === shown.length - 1 ? placeholder : undefined}
          value={line}
          onChange={(event) => put(at, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            const fields = list.current?.querySelectorAll("input");
            fields?.[at + 1]?.focus();
          }}
        />
      ))}
    </div>
  );
}
