import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "#server/process/project-root.ts";

const client = join(projectRoot(), "client");
const sheets = join(projectRoot(), "node_modules/@mantine/core/styles");

/** Sheets that a component needs besides its own. */
const ALSO: Record<string, readonly string[]> = {
  TextInput: ["Input"],
  Textarea: ["Input"],
  NativeSelect: ["Input"],
  PasswordInput: ["Input", "ActionIcon"],
  NumberInput: ["Input"],
  Checkbox: ["InlineInput"],
  Button: ["UnstyledButton", "Loader"],
  Modal: ["ModalBase", "Overlay", "CloseButton"],
  Menu: ["Popover"],
  Select: ["Input", "Combobox", "Popover", "ScrollArea"],
};

function componentsInUse(): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(client, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(entry)) continue;
    const source = readFileSync(join(client, entry), "utf8");
    for (const [, list = ""] of source.matchAll(/import \{([^}]+)\} from "@mantine\/core"/g)) {
      for (const name of list.split(",")) names.add(name.trim().split(/\s+as\s+/)[0] ?? "");
    }
  }
  return names;
}

it("brings the style sheet of every Mantine component that a screen uses", () => {
  const brought = readFileSync(join(client, "mantine-styles.ts"), "utf8");
  const wanted = [...componentsInUse()].flatMap((name) => [name, ...(ALSO[name] ?? [])]).filter((name) => existsSync(join(sheets, `${name}.css`)));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((name) => !brought.includes(`styles/${name}.layer.css`))).toEqual([]);
});
