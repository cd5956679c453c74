import { Button } from "@mantine/core";
import { sentenceFor } from "#client/api/refusals.ts";
import { ChipRow } from "#client/ui/ChipRow.tsx";
import { FormRow } from "#client/ui/FormRow.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { ImportMapping, ImportReading } from "#core/contracts/import.ts";
import { IMPORT_KINDS } from "#core/import/choices.ts";
import { mappingFaults } from "#core/import/mapping-faults.ts";
import { CasesTable } from "./CasesTable.tsx";
import { ColumnsTable } from "./ColumnsTable.tsx";
import { FAULT_WORDS, KIND_WORDS } from "./import-words.ts";
import classes from "./imports.module.css";
import { dayReadsTwoWays, withCasesOf, withKind } from "./mapping-edits.ts";
import type { ImportUnderWay, Matches } from "./use-import.ts";
import { WordsTables } from "./WordsTables.tsx";

const KINDS = IMPORT_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }));
const ORDERS = [
  { value: "day-first" as const, label: "day first (31/12)" },
  { value: "month-first" as const, label: "month first (12/31)" },
];
const MARKS = [
  { value: "." as const, label: "4.5" },
  { value: "," as const, label: "4,5" },
];

interface CheckStepProps {
  readonly work: ImportUnderWay;
  readonly reading: ImportReading;
  readonly mapping: ImportMapping;
  readonly matches: Matches;
}

/** Step 2: what was guessed, column by column and word by word, to be confirmed or changed. */
export function CheckStep({ work, reading, mapping, matches }: CheckStepProps) {
  const twoWays = dayReadsTwoWays(mapping, reading) ?? reading.ambiguousDay;
  const faults = mappingFaults(mapping, { needsDateOrder: twoWays !== null });
  const { change } = work;
  const shared = { reading, mapping, matches, onChange: change };
  return (
    <Panel title="2 · Check the guesses" aside="Guesses from names and values. Change what is wrong.">
      <div className={classes.stack}>
        {reading.questions.includes("no-day-column") && <NoDays wide={reading.questions.includes("one-line-a-person")} />}
        <FormRow labelId="import-kind" label="Each row is" hint="Only hours count as sessions">
          <ChipRow
            label="Each row is"
            choices={KINDS}
            value={mapping.kind}
            onChange={(kind) => kind && change(withCasesOf(withKind(mapping, kind, { reading, known: matches }), reading, matches.cases))}
          />
        </FormRow>
        {twoWays !== null && (
          <FormRow
            labelId="import-order"
            label="In the days"
            hint={reading.guess.dateOrder === null ? `“${twoWays}” reads both ways` : "As other days in the file show"}
            error={mapping.dateOrder === null ? FAULT_WORDS["date-order"] : undefined}
          >
            <ChipRow label="In the days" choices={ORDERS} value={mapping.dateOrder} onChange={(dateOrder) => change({ ...mapping, dateOrder })} />
          </FormRow>
        )}
        {reading.columns.some((column) => column.numbers && !Number.isInteger(column.numbers.lowest + column.numbers.highest)) && (
          <FormRow labelId="import-mark" label="Four and a half is written">
            <ChipRow
              label="Four and a half is written"
              choices={MARKS}
              value={mapping.decimalMark}
              onChange={(mark) => mark && change({ ...mapping, decimalMark: mark })}
            />
          </FormRow>
        )}
        <ColumnsTable {...shared} faults={faults} />
        <CasesTable {...shared} />
        <WordsTables {...shared} />
        {faults.length > 0 && (
          <ul className={classes.faults} aria-label="Still to be matched">
            {[...new Set(faults.map(({ code }) => FAULT_WORDS[code]))].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {work.seeError !== null && (
          <p className={classes.trouble} role="alert">
            {sentenceFor(work.seeError)}
          </p>
        )}
        <div>
          <Button variant={work.preview ? "default" : "filled"} disabled={faults.length > 0} loading={work.isLooking} onClick={() => work.see()}>
            See what will come in
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function NoDays({ wide }: { readonly wide: boolean }) {
  return (
    <p className={classes.explain}>
      No column holds days. {wide ? "This looks like one row a person and one column a sitting. " : ""}
      Open Chair places everything on a day, so it needs one row a sitting with its date: add a column of dates and, where there are several people,
      one that names the case. If a column does hold the days, choose it below.
    </p>
  );
}
