import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
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
  return <ChoiceRow label="Days read" choices={CHOICES} chosen={value} onChoose={(months) => onChange(readInsightsSearch({ months }))} />;
}
