import { Checkbox, useMantineColorScheme } from "@mantine/core";
import { ChipRow } from "#client/ui/ChipRow.tsx";
import { setSingleKeys, useSingleKeys } from "#client/ui/use-hotkey.ts";
import classes from "./settings-screen.module.css";

const SCHEMES = [
  { value: "auto", label: "as this computer" },
  { value: "light", label: "light" },
  { value: "dark", label: "dark" },
] as const;

/** The only two things kept in this browser: neither says anything about a case. */
export function ThisBrowserPanel() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const singleKeys = useSingleKeys();
  return (
    <div className={classes.stack}>
      <div className={classes.line}>
        <span>Light or dark</span>
        <ChipRow label="Light or dark" choices={SCHEMES} value={colorScheme} onChange={(scheme) => scheme !== null && setColorScheme(scheme)} />
      </div>
      <Checkbox
        label="Single-letter shortcuts"
        description="L logs a session, N notes a change, R records a score, J and K move between cases. Switch them off when you dictate to the computer."
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </div>
  );
}
