import type { ColumnReading, ColumnUse, ImportMapping, ImportReading } from "#core/contracts/import.ts";
import type { MappingFault } from "#core/import/mapping-faults.ts";
import { BETTER_DIRECTIONS, BUILT_IN_TRACKS, LINE_RATERS, RATER_WORDS, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import { BECAUSE_WORDS, FAULT_WORDS, USE_WORDS } from "./import-words.ts";
import classes from "./imports.module.css";
import { keyOfUse, takenByKey, withCasesOf, withColumn } from "./mapping-edits.ts";
import type { Matches } from "./use-import.ts";

const OF_ANY_KIND = ["leave-out", "day", "case", "note"] as const;
const OF_HOURS = ["came", "stage", "themes", "shifts", "minutes", "start", "attendance", "setting"] as const;

const BETTER_WORDS = { higher: "higher is better", lower: "lower is better", neither: "neither way is better" } as const;

export interface MappingProps {
  readonly reading: ImportReading;
  readonly mapping: ImportMapping;
  readonly matches: Matches;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** Every column of the file with a few of its values, and what it comes in as. */
export function ColumnsTable({ reading, mapping, matches, onChange, faults }: MappingProps & { readonly faults: readonly MappingFault[] }) {
  const change = (index: number, use: ColumnUse) => onChange(withCasesOf(withColumn(mapping, index, use), reading, matches.cases));
  return (
    <ul className={classes.columns} aria-label="Columns of the file">
      {reading.columns.map((column) => {
        const use = mapping.columns[column.index] ?? column.guess;
        const fault = faults.find((each) => each.column === column.index);
        const changed = keyOfUse(use) !== keyOfUse(column.guess);
        return (
          <li key={column.index} className={classes.column} data-out={use.as === "leave-out" || undefined}>
            <div className={classes.about}>
              <span className={classes.header}>{column.header}</span>
              <span className={classes.samples}>{column.samples.length === 0 ? "nothing in it" : column.samples.join(" · ")}</span>
            </div>
            <div className={classes.use}>
              <select
                className={classes.select}
                aria-label={`${column.header} comes in as`}
                value={keyOfUse(use)}
                onChange={(event) => change(column.index, takenByKey(event.currentTarget.value, column, matches))}
              >
                <Choices kind={mapping.kind} matches={matches} />
              </select>
              <span className={classes.because}>{changed ? "your choice" : BECAUSE_WORDS[column.because]}</span>
              <Details column={column} use={use} onChange={(next) => change(column.index, next)} />
              {fault && <span className={classes.fault}>{FAULT_WORDS[fault.code]}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Choices({ kind, matches }: { readonly kind: ImportMapping["kind"]; readonly matches: Matches }) {
  return (
    <>
      {OF_ANY_KIND.map((as) => (
        <option key={as} value={as}>
          {USE_WORDS[as]}
        </option>
      ))}
      {kind === "sessions" && (
        <optgroup label="The hour">
          {OF_HOURS.map((as) => (
            <option key={as} value={as}>
              {USE_WORDS[as]}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label="A rating">
        {BUILT_IN_TRACKS.map((track) => (
          <option key={track} value={`rating:${track}`}>
            {TRACK_MEANINGS[track].name}
          </option>
        ))}
        {matches.tracks.map((track) => (
          <option key={track.id} value={`rating:${track.id}`}>
            {track.name}
          </option>
        ))}
        <option value="new-track">{USE_WORDS["new-track"]}</option>
      </optgroup>
    </>
  );
}

/** Whose number it is; for a new track its name, its range and which way is better. */
function Details({
  column,
  use,
  onChange,
}: {
  readonly column: ColumnReading;
  readonly use: ColumnUse;
  readonly onChange: (use: ColumnUse) => void;
}) {
  if (use.as !== "rating" && use.as !== "new-track") return null;
  const of = (what: string) => `${what} of ${column.header}`;
  return (
    <>
      {use.as === "new-track" && (
        <>
          <input
            className={classes.text}
            aria-label={of("Name")}
            maxLength={80}
            value={use.name}
            onChange={(event) => onChange({ ...use, name: event.currentTarget.value })}
          />
          <span className={classes.range}>
            <Bound label={of("Lowest")} value={use.lowest} onChange={(lowest) => onChange({ ...use, lowest })} />
            to
            <Bound label={of("Highest")} value={use.highest} onChange={(highest) => onChange({ ...use, highest })} />
          </span>
          {column.numbers && (
            <span className={classes.because}>
              {column.numbers.lowest} to {column.numbers.highest} in the file
            </span>
          )}
          <select
            className={classes.select}
            aria-label={of("Which way is better")}
            value={use.better}
            onChange={(event) => onChange({ ...use, better: BETTER_DIRECTIONS.find((way) => way === event.currentTarget.value) ?? "neither" })}
          >
            {BETTER_DIRECTIONS.map((way) => (
              <option key={way} value={way}>
                {BETTER_WORDS[way]}
              </option>
            ))}
          </select>
        </>
      )}
      <select
        className={classes.select}
        aria-label={of("Whose number")}
        value={use.rater}
        onChange={(event) => onChange({ ...use, rater: LINE_RATERS.find((rater) => rater === event.currentTarget.value) ?? "clinician" })}
      >
        {LINE_RATERS.map((rater) => (
          <option key={rater} value={rater}>
            {RATER_WORDS[rater]}
          </option>
        ))}
      </select>
    </>
  );
}

function Bound({ label, value, onChange }: { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <input
      className={classes.bound}
      type="number"
      step="any"
      aria-label={label}
      defaultValue={value}
      onChange={(event) => {
        const typed = event.currentTarget.valueAsNumber;
        if (Number.isFinite(typed)) onChange(typed);
      }}
    />
  );
}
