import type { CaseMeaning } from "#core/contracts/import.ts";
import { NEUTRAL_PARTNERS } from "#core/import/cases.ts";
import type { MappingProps } from "./ColumnsTable.tsx";
import classes from "./imports.module.css";
import { withCase } from "./mapping-edits.ts";

const NEW = "new";
const OUT = "out";

/** Where the rows go: each name of the file's case column, or the one case of a file without such a column. */
export function CasesTable({ reading, mapping, matches, onChange }: MappingProps) {
  const column = mapping.columns.findIndex((use) => use.as === "case");
  const names = reading.columns[column]?.values ?? [];
  const written = (words: string) => names.find(({ text }) => text.toLowerCase().replace(/\s+/g, " ").trim() === words);
  const rows = column === -1 ? [{ words: "", to: mapping.cases.find(({ words }) => words === "")?.to ?? null }] : mapping.cases;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>Cases</legend>
      <ul className={classes.rows}>
        {rows.map(({ words, to }) => {
          const name = written(words)?.text ?? words;
          return (
            <li key={words} className={classes.row}>
              <span className={classes.word}>
                {words === "" ? "All rows belong to" : name}
                {words !== "" && <Times times={written(words)?.times} />}
              </span>
              <CaseChoice name={name} to={to} matches={matches} onChange={(next) => onChange(withCase(mapping, words, next))} />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** How often a word stands in the file. */
export function Times({ times }: { readonly times: number | undefined }) {
  return times === undefined ? null : <span className={classes.times}> × {times}</span>;
}

interface CaseChoiceProps {
  readonly name: string;
  readonly to: CaseMeaning;
  readonly matches: MappingProps["matches"];
  readonly onChange: (to: CaseMeaning) => void;
}

function CaseChoice({ name, to, matches, onChange }: CaseChoiceProps) {
  const onlyCase = name === "";
  const of = onlyCase ? "" : ` of ${name}`;
  const chosen = to === null ? OUT : "caseId" in to ? to.caseId : NEW;
  const choose = (value: string) => {
    if (value === OUT) return onChange(null);
    if (value !== NEW) return onChange({ caseId: value });
    onChange({ label: name.slice(0, 80), active: null, observing: null });
  };
  return (
    <span className={classes.choices}>
      <select
        className={classes.select}
        aria-label={onlyCase ? "Case of all rows" : `Case${of}`}
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value={OUT}>{onlyCase ? "Choose a case" : "Leave these rows out"}</option>
        <option value={NEW}>A new case</option>
        <optgroup label="Your cases">
          {matches.cases.map((each) => (
            <option key={each.id} value={each.id}>
              {each.status === "active" ? each.label : `${each.label} (${each.status})`}
            </option>
          ))}
        </optgroup>
      </select>
      {to !== null && "label" in to && (
        <>
          <Name label={`Name of the new case${of}`} hint="Name of the case" value={to.label} onChange={(label) => onChange({ ...to, label })} />
          <Name
            label={`Active partner${of}`}
            hint={NEUTRAL_PARTNERS.active}
            value={to.active ?? ""}
            onChange={(active) => onChange({ ...to, active: active.trim() === "" ? null : active })}
          />
          <Name
            label={`Observing partner${of}`}
            hint={NEUTRAL_PARTNERS.observing}
            value={to.observing ?? ""}
            onChange={(observing) => onChange({ ...to, observing: observing.trim() === "" ? null : observing })}
          />
        </>
      )}
    </span>
  );
}

interface NameProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Name({ label, hint, value, onChange }: NameProps) {
  return (
    <input
      className={classes.text}
      aria-label={label}
      placeholder={hint}
      maxLength={80}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
