import { NativeSelect, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { sentenceCase } from "#client/format.ts";
import { NOT_RATED, STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import classes from "./caseload.module.css";
import {
  type CaseloadSearch,
  FLAG_WORDS,
  FLAGS,
  readCaseloadSearch,
  SORT_COLUMNS,
  type SortColumn,
  STATUS_FILTERS,
  type StatusFilter,
} from "./search.ts";

const STATUS_CHOICES: Record<StatusFilter, string> = { open: "Open cases", active: "Active", paused: "Paused", closed: "Closed", all: "All cases" };
const SORT_CHOICES: Record<SortColumn, string> = { case: "name", stage: "stage", grounding: "grounding", last: "last session", next: "next session" };

/** A browser takes only so many address changes a second, and typing is faster. */
const TYPING_REST_MS = 200;

interface CaseloadFiltersProps {
  readonly search: CaseloadSearch;
  readonly onChange: (search: CaseloadSearch) => void;
  /** On a phone there are no column headings to sort by. */
  readonly withSort: boolean;
}

export function CaseloadFilters({ search, onChange, withSort }: CaseloadFiltersProps) {
  const [typed, setTyped] = useState(search.q ?? "");
  useEffect(() => setTyped(search.q ?? ""), [search.q]);

  // Values from a select are words; the reader of the address turns them back into what they mean.
  function change(part: Record<string, unknown>) {
    onChange(readCaseloadSearch({ ...search, ...part }));
  }

  useEffect(() => {
    if (typed === (search.q ?? "")) return;
    const rest = setTimeout(() => onChange(readCaseloadSearch({ ...search, q: typed })), TYPING_REST_MS);
    return () => clearTimeout(rest);
  }, [typed, search, onChange]);

  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        aria-label="Search by case name"
        placeholder="Search cases"
        className={classes.searchBox}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NativeSelect aria-label="Status" value={search.status ?? "open"} onChange={(event) => change({ status: event.currentTarget.value })}>
        {STATUS_FILTERS.map((status) => (
          <option key={status} value={status}>
            {STATUS_CHOICES[status]}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        aria-label="Observing partner's stage"
        value={search.stage ?? ""}
        onChange={(event) => {
          const value = event.currentTarget.value;
          change({ stage: /^\d$/.test(value) ? Number(value) : value });
        }}
      >
        <option value="">Any stage</option>
        {STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {sentenceCase(STAGE_WORDS[stage])}
          </option>
        ))}
        <option value="not-rated">{sentenceCase(NOT_RATED)}</option>
      </NativeSelect>
      <NativeSelect aria-label="Flag" value={search.flag ?? ""} onChange={(event) => change({ flag: event.currentTarget.value })}>
        <option value="">Any flag</option>
        {FLAGS.map((flag) => (
          <option key={flag} value={flag}>
            {sentenceCase(FLAG_WORDS[flag])}
          </option>
        ))}
      </NativeSelect>
      {withSort && (
        <NativeSelect aria-label="Sort by" value={search.sort ?? "case"} onChange={(event) => change({ sort: event.currentTarget.value })}>
          {SORT_COLUMNS.map((column) => (
            <option key={column} value={column === "last" || column === "stage" || column === "grounding" ? `-${column}` : column}>
              By {SORT_CHOICES[column]}
            </option>
          ))}
        </NativeSelect>
      )}
    </search>
  );
}
