import { TextInput } from "@mantine/core";
import { useId } from "react";

/** The zones this browser knows; the server checks again. */
function timeZones(): readonly string[] {
  const zones = Intl.supportedValuesOf("timeZone");
  return zones.includes("UTC") ? zones : [...zones, "UTC"];
}

export function guessedTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** True for a zone that exists, whatever list it stands in. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: zone });
    return zone !== "";
  } catch {
    return false;
  }
}

interface TimeZoneFieldProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly error?: string | null;
}

/** Searchable by typing part of it; the browser's own list. */
export function TimeZoneField({ value, onChange, error }: TimeZoneFieldProps) {
  const listId = useId();
  return (
    <>
      <TextInput
        label="Time zone"
        description="Sets what “today” is. Type a city to search."
        list={listId}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        required
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={listId}>
        {timeZones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
