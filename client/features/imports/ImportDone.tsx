import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { count } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { ImportResult } from "#core/contracts/import.ts";
import classes from "./imports.module.css";
import { UndoButton } from "./UndoImport.tsx";

/** It is done: what came in, where it is now, and the way back. */
export function ImportDone({ result, onAnother }: { readonly result: ImportResult; readonly onAnother: () => void }) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => sentence.current?.focus(), []);
  const what = count(result.cameIn, result.kind === "sessions" ? "session" : "measurement");
  return (
    <Panel title="Brought in">
      <div className={classes.stack}>
        <p ref={sentence} className={classes.sentence} tabIndex={-1}>
          {what} came in, in {count(result.cases.length, "case")}.
        </p>
        <ul className={classes.rows}>
          {result.cases.map((each) => (
            <li key={each.caseId} className={classes.row}>
              <Link to="/cases/$caseId" params={{ caseId: each.caseId }} className="case-name">
                {each.label}
              </Link>
              <span className="numbers">
                {each.cameIn}
                {each.opened ? " · new case" : ""}
              </span>
            </li>
          ))}
        </ul>
        <div className={classes.actions}>
          <Button variant="default" onClick={onAnother}>
            Bring in another file
          </Button>
          {result.batchId !== null && <UndoButton batchId={result.batchId} about={what} onUndone={onAnother} />}
        </div>
      </div>
    </Panel>
  );
}
