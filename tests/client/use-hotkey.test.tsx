import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { setSingleKeys, useHotkey } from "#client/ui/use-hotkey.ts";

function Screen({ onPress }: { readonly onPress: () => void }) {
  useHotkey("l", onPress);
  return <input aria-label="Remark" />;
}

afterEach(() => setSingleKeys(true));

describe("a single-letter shortcut", () => {
  it("acts on its letter, and not with a modifier", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    await userEvent.keyboard("l");
    await userEvent.keyboard("{Control>}l{/Control}");
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it("leaves the letter to whoever is typing", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    await userEvent.type(screen.getByLabelText("Remark"), "all well");
    expect(onPress).not.toHaveBeenCalled();
  });

  it("can be switched off for people who dictate", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    setSingleKeys(false);
    await userEvent.keyboard("l");
    expect(onPress).not.toHaveBeenCalled();
  });
});
