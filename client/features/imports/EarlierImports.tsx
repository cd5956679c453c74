import { sentenceFor } from "#client/api/refusals.ts";
import { count, dayWithYear } from "#client/format.ts";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { dayIn } from "#core/day.ts";
import classes from "./imports.module.css";
import { UndoButton } from "./UndoImport.tsx";
import { useEarlierImports } from "./use-import.ts";

/** Every file that was brought in, newest first, each with its way back. */
export function EarlierImports({ timeZone }: { readonly timeZone: string }) {
  const { list } = useEarlierImports();
  return (
    <Panel title="Brought in earlier">
      {list.isError ? (
        <ErrorState sentence={sentenceFor(list.error)} onRetry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <LoadingState label="Reading earlier imports" heights={[32]} />
      ) : list.data.length === 0 ? (
        <p className={classes.line}>Nothing yet. What you bring in stands here, and can be undone.</p>
      ) : (
        <ul className={classes.rows}>
          {list.data.map((each) => (
            <li key={each.id} className={classes.row}>
              <span>
                {each.fileName}
                <span className="dim">
                  {" "}
                  · {dayWithYear(dayIn(new Date(each.importedAt), timeZone))} · {count(each.cameIn, "row")} came in
                  {each.leftOut > 0 && `, ${each.leftOut} stayed out`}
                </span>
              </span>
              {each.undoneAt === null ? <UndoButton batchId={each.id} about={count(each.cameIn, "row")} /> : <span className="dim">undone</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
