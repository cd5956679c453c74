import type { ReactNode } from "react";
import type { ColumnReading, ColumnUse, ShiftMeaningChosen, ThemeMeaning } from "#core/contracts/import.ts";
import { CAME } from "#core/import/choices.ts";
import { shiftOf } from "#core/import/word-guesses.ts";
import { sameWords } from "#core/import/words.ts";
import { NOT_RATED, STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import { ATTENDANCE_WORDS, ATTENDANCES, SETTING_WORDS, SETTINGS } from "#core/vocabulary/occasion.ts";
import { SHIFT_KINDS, SHIFT_MEANINGS, SHIFT_WHO, WHO_WORDS } from "#core/vocabulary/shift.ts";
import { Times } from "./CasesTable.tsx";
import type { MappingProps } from "./ColumnsTable.tsx";
import { CAME_WORDS, USE_WORDS } from "./import-words.ts";
import classes from "./imports.module.css";
import { withWord } from "./mapping-edits.ts";
import type { Matches } from "./use-import.ts";

type WordsUse = Extract<ColumnUse, { words: unknown }>;

/** The therapist's own words of each column that has any, and what each of them means. */
export function WordsTables({ reading, mapping, matches, onChange }: MappingProps) {
  return reading.columns.map((column) => {
    const use = mapping.columns[column.index];
    if (mapping.kind === "measurements" || !use || !("words" in use) || use.words.length === 0) return null;
    const tally = timesOf(column, use);
    return (
      <fieldset key={column.index} className={classes.group}>
        <legend className={classes.legend}>
          “{column.header}” → {USE_WORDS[use.as].toLowerCase()}
        </legend>
        {HINTS[use.as] !== undefined && <p className={classes.hint}>{HINTS[use.as]}</p>}
        <ul className={classes.rows}>
          {(use.words as readonly { words: string; to: unknown }[]).map(({ words, to }) => {
            const written = tally.get(words);
            const set = (next: unknown) => onChange(withWord(mapping, column.index, { words, to: next }));
            return (
              <li key={words} className={classes.row}>
                <span className={classes.word}>
                  {written?.text ?? words}
                  <Times times={written?.times} />
                </span>
                <Meaning as={use.as} words={written?.text ?? words} to={to} matches={matches} onChange={set} />
              </li>
            );
          })}
        </ul>
      </fieldset>
    );
  });
}

/** What becomes of the words themselves. */
const HINTS: Partial<Record<WordsUse["as"], string>> = {
  stage: "Your words stay with the stage as its line of evidence.",
  themes: "A word that becomes a theme takes that theme's name. To keep your own words, choose “a new theme”.",
  shifts: "Your words stay with the shift as its remark.",
};

function timesOf(column: ColumnReading, use: WordsUse): Map<string, { text: string; times: number }> {
  const texts = use.as === "themes" ? column.parts : column.values;
  return new Map(texts.map((each) => [sameWords(each.text), each]));
}

interface MeaningProps {
  readonly as: WordsUse["as"];
  readonly words: string;
  readonly to: unknown;
  readonly matches: Matches;
  readonly onChange: (to: unknown) => void;
}

function Meaning({ as, words, to, matches, onChange }: MeaningProps) {
  if (as === "themes") return <ThemeChoice words={words} to={to as ThemeMeaning} matches={matches} onChange={onChange} />;
  if (as === "shifts") return <ShiftChoice words={words} to={to as ShiftMeaningChosen} onChange={onChange} />;
  const label = `“${words}” means`;
  if (as === "stage") {
    return (
      <Select label={label} value={to === null ? "" : String(to)} onChange={(value) => onChange(value === "" ? null : Number(value))}>
        <option value="">{NOT_RATED}</option>
        {STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {stage} · {STAGE_WORDS[stage]}
          </option>
        ))}
      </Select>
    );
  }
  const [choices, optional] = CHOICES[as];
  return (
    <Select label={label} value={(to as string | null) ?? ""} onChange={(value) => onChange(value === "" ? null : value)}>
      {optional && <option value="">not recorded</option>}
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  );
}

/** The choices of a column, and whether "not recorded" is one of them. */
const CHOICES: Record<"came" | "attendance" | "setting", readonly [readonly (readonly [string, string])[], boolean]> = {
  came: [CAME.map((each) => [each, CAME_WORDS[each]]), true],
  attendance: [ATTENDANCES.map((each) => [each, ATTENDANCE_WORDS[each]]), false],
  setting: [SETTINGS.map((each) => [each, SETTING_WORDS[each]]), true],
};

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Select({ label, value, onChange, children }: SelectProps) {
  return (
    <select className={classes.select} aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {children}
    </select>
  );
}

const NEW_THEME = " new";

function ThemeChoice({ words, to, matches, onChange }: Omit<MeaningProps, "as" | "to"> & { readonly to: ThemeMeaning }) {
  const chosen = to === null ? "" : "theme" in to ? to.theme : NEW_THEME;
  const choose = (value: string) => onChange(value === "" ? null : value === NEW_THEME ? { newTheme: words.slice(0, 80) } : { theme: value });
  return (
    <span className={classes.choices}>
      <Select label={`“${words}” means`} value={chosen} onChange={choose}>
        <option value="">no theme</option>
        <option value={NEW_THEME}>a new theme</option>
        {matches.themes.map(({ theme, name }) => (
          <option key={theme} value={theme}>
            {name}
          </option>
        ))}
      </Select>
      {to !== null && "newTheme" in to && (
        <input
          className={classes.text}
          aria-label={`Name of the new theme for “${words}”`}
          maxLength={80}
          value={to.newTheme}
          onChange={(event) => onChange({ newTheme: event.currentTarget.value })}
        />
      )}
    </span>
  );
}

function ShiftChoice({ words, to, onChange }: { words: string; to: ShiftMeaningChosen; onChange: (to: ShiftMeaningChosen) => void }) {
  const choose = (value: string) => {
    const kind = SHIFT_KINDS.find((each) => each === value);
    onChange(kind === undefined ? null : shiftOf(kind));
  };
  return (
    <span className={classes.choices}>
      <Select label={`“${words}” means`} value={to?.kind ?? ""} onChange={choose}>
        <option value="">no shift</option>
        {SHIFT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {SHIFT_MEANINGS[kind].words}
          </option>
        ))}
      </Select>
      {to !== null && (
        <Select
          label={`Whose shift “${words}” was`}
          value={to.who}
          onChange={(value) => onChange({ ...to, who: SHIFT_WHO.find((who) => who === value) ?? to.who })}
        >
          {SHIFT_WHO.map((who) => (
            <option key={who} value={who}>
              {WHO_WORDS[who]}
            </option>
          ))}
        </Select>
      )}
    </span>
  );
}
