import { ChipRow } from "#client/ui/ChipRow.tsx";
import { type InsightsSearch, MONTH_CHOICES, readInsightsSearch } from "./search.ts";

interface WindowChoiceProps {
  readonly search: InsightsSearch;
  readonly onChange: (search: InsightsSearch) => void;
}

const ALL = "all";
const CHOICES = [{ value: ALL, label: "All days" }, ...MONTH_CHOICES.map((months) => ({ value: String(months), label: `Last ${months} months` }))];

/** Which days are read. */
export function WindowChoice({ search, onChange }: WindowChoiceProps) {
  const value = search.months === undefined ? ALL : String(search.months);
  return <ChipRow label="Days read" choices={CHOICES} value={value} onChange={(months) => onChange(readInsightsSearch({ months }))} />;
}
