import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { DraftView } from "#core/contracts/draft.ts";
import { type Choice, type Difference, draftDifferences, mergeDrafts, type Names } from "./draft-differences.ts";
import type { DraftText } from "./draft-saver.ts";
import classes from "./drafts.module.css";

interface ConflictViewProps {
  readonly mine: DraftText;
  readonly theirs: DraftView;
  /** What both windows began from. */
  readonly base: DraftText;
  readonly names: Names;
  readonly onResolve: (text: DraftText) => void;
}

/** The same draft was changed in two windows. Both texts side by side; nothing is sent until each difference is decided. */
export function ConflictView({ mine, theirs, base, names, onResolve }: ConflictViewProps) {
  const differences = useMemo(() => draftDifferences(mine, theirs, names), [mine, theirs, names]);
  // What only one window changed starts as that window's; text changed in both as "keep both", because that loses nothing.
  const proposed = useMemo(() => proposals(differences, { mine, theirs, base, names }), [differences, mine, theirs, base, names]);
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const choiceOf = (difference: Difference): Choice | null => chosen[difference.id] ?? proposed.get(difference.id) ?? null;
  const undecided = differences.filter((difference) => choiceOf(difference) === null).length;

  const heading = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    heading.current?.focus();
    document.addEventListener("keydown", swallowLetters, true);
    return () => document.removeEventListener("keydown", swallowLetters, true);
  }, []);

  const resolve = () => {
    const choices = Object.fromEntries(differences.map((difference) => [difference.id, choiceOf(difference) ?? "mine"]));
    onResolve(mergeDrafts(mine, theirs, choices));
  };

  return (
    <Panel
      title={
        <span ref={heading} tabIndex={-1} className={classes.heading}>
          This log was changed in another window
        </span>
      }
      aside="Nothing is lost: choose what stands"
    >
      {differences.map((difference) => (
        <section key={difference.id} className={classes.difference} aria-label={difference.name}>
          <h3 className={classes.differenceName}>{difference.name}</h3>
          <div className={classes.sides}>
            <Side heading="In this window" text={difference.mine} />
            <Side heading="In the other window" text={difference.theirs} />
          </div>
          <div className={classes.choices}>
            <ChoiceRow
              label={`${difference.name}: what stands`}
              choices={[
                { value: "mine", label: "this window's" },
                { value: "theirs", label: "the other window's" },
                ...(difference.canKeepBoth ? [{ value: "both" as const, label: "keep both" }] : []),
              ]}
              chosen={choiceOf(difference) ?? undefined}
              onChoose={(choice: Choice) => setChosen((now) => ({ ...now, [difference.id]: choice }))}
            />
          </div>
        </section>
      ))}
      <div className={classes.decide}>
        <Button onClick={resolve} disabled={undecided > 0}>
          Go on with these
        </Button>
        {undecided > 0 ? <span className={classes.empty}>{undecided} still to choose</span> : null}
      </div>
    </Panel>
  );
}

/** Whoever still types when this page comes presses no key of it, nor of the app around it. */
function swallowLetters(event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return;
  event.stopPropagation();
}

interface Windows {
  readonly mine: DraftText;
  readonly theirs: DraftText;
  readonly base: DraftText;
  readonly names: Names;
}

/** What stands unless the clinician says otherwise; nothing is proposed where both windows changed what only one can have. */
function proposals(differences: readonly Difference[], { mine, theirs, base, names }: Windows): ReadonlyMap<string, Choice> {
  const changedHere = new Set(draftDifferences(mine, base, names).map((difference) => difference.id));
  const changedThere = new Set(draftDifferences(theirs, base, names).map((difference) => difference.id));
  return new Map(
    differences.flatMap(({ id, canKeepBoth }): [string, Choice][] => {
      if (!changedThere.has(id)) return [[id, "mine"]];
      if (!changedHere.has(id)) return [[id, "theirs"]];
      return canKeepBoth ? [[id, "both"]] : [];
    }),
  );
}

function Side({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <div className={classes.side}>
      <h3>{heading}</h3>
      {text.trim() === "" ? <p className={classes.empty}>nothing</p> : <p>{text}</p>}
    </div>
  );
}
