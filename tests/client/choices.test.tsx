import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { KeyedChips } from "#client/ui/KeyedChips.tsx";
import { show } from "./mantine.tsx";

const DAYS = ["Monday", "Tuesday", "Wednesday"];

function OneOf() {
  const [chosen, setChosen] = useState<string>();
  return <ChoiceRow label="Days" choices={DAYS.map((label) => ({ value: label, label }))} chosen={chosen} onChoose={setChosen} />;
}

function SomeOf() {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const chips = DAYS.map((label, at) => ({ value: label, label, key: String(at + 1) }));
  return (
    <>
      <span id="days">Days</span>
      <KeyedChips labelledBy="days" chips={chips} chosen={chosen} onToggle={(day) => setChosen([...chosen, day])} />
    </>
  );
}

const focused = () => document.activeElement?.textContent?.replace(/^\d/, "");
const pressed = () => DAYS.filter((name) => document.querySelector(`[aria-checked=true], [aria-pressed=true]`)?.textContent?.endsWith(name));

describe.each([
  ["one of several", "radio", <OneOf key="one" />],
  ["any of several", "button", <SomeOf key="some" />],
] as const)("a row of choices: %s", (_, role, row) => {
  it("is one Tab stop; arrows, Home and End move the focus and go on at the other end", async () => {
    const user = userEvent.setup();
    show(
      <>
        {row}
        <input aria-label="Remark" />
      </>,
    );
    await user.tab();
    expect(focused()).toBe("Monday");
    const places: (string | undefined)[] = [];
    for (const key of ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp", "Home", "End"]) {
      await user.keyboard(`{${key}}`);
      places.push(focused());
    }
    expect(places).toEqual(["Tuesday", "Wednesday", "Monday", "Wednesday", "Tuesday", "Monday", "Wednesday"]);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByLabelText("Remark"));
  });

  it("is not answered by passing through; Space answers, and the focus stays", async () => {
    const user = userEvent.setup();
    show(row);
    await user.tab();
    await user.keyboard("{ArrowRight}{End}{Home}");
    expect(pressed()).toEqual([]);
    await user.keyboard("{ArrowRight}[Space]");
    expect(pressed()).toEqual(["Tuesday"]);
    expect(focused()).toBe("Tuesday");
  });

  it("goes on from the choice that was clicked", async () => {
    const user = userEvent.setup();
    show(row);
    await user.click(screen.getByRole(role, { name: "Wednesday" }));
    await user.keyboard("{ArrowLeft}");
    expect(focused()).toBe("Tuesday");
  });
});

describe("coming back with Tab", () => {
  it("reaches the one that is chosen, not the one last looked at", async () => {
    const user = userEvent.setup();
    show(<OneOf />);
    await user.tab();
    await user.keyboard("{ArrowRight}[Space]{End}");
    await user.tab();
    await user.tab({ shift: true });
    expect(focused()).toBe("Tuesday");
  });

  it("reaches the place left last where several may hold", async () => {
    const user = userEvent.setup();
    show(<SomeOf />);
    await user.tab();
    await user.keyboard("{End}");
    await user.tab();
    await user.tab({ shift: true });
    expect(focused()).toBe("Wednesday");
    expect(within(screen.getByRole("group", { name: "Days" })).getAllByRole("button")).toHaveLength(3);
  });
});
