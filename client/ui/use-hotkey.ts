import { type HotkeyItem, useHotkeys } from "@mantine/hooks";
import { useSyncExternalStore } from "react";
import { isTyping } from "./is-typing.ts";

const OFF_KEY = "open-chair-single-keys";
const listeners = new Set<() => void>();

/** Single-letter shortcuts can be switched off (WCAG 2.1.4): speech input types letters. A preference, not a record. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(OFF_KEY) !== "off";
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF_KEY);
  else localStorage.setItem(OFF_KEY, "off");
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysOn);
}

/** False where the key was answered already, is only held down, or belongs to the dialog that is open. */
export function isForThePage(event: KeyboardEvent): boolean {
  return !event.defaultPrevented && !event.repeat && document.querySelector("dialog[open]") === null;
}

/** True where a letter belongs to a field, or to a control that reads keys itself. */
function hasKeysOfItsOwn(target: EventTarget | null): boolean {
  return isTyping(target) || (target instanceof HTMLElement && target.closest("[role=radio], [role=slider]") !== null);
}

/** A letter and its capital, as the button shows it. Whether the key is taken from the browser is for `press` to decide. */
export function letterHotkeys(letter: string, press: (event: KeyboardEvent) => void): HotkeyItem[] {
  return [letter, `shift+${letter}`].map((hotkey) => [hotkey, press, { preventDefault: false }]);
}

/** A single-letter shortcut for the whole screen: not while typing, not with a modifier, not behind a dialog. */
export function useHotkey(key: string, onPress: (event: KeyboardEvent) => void, enabled = true): void {
  const press = (event: KeyboardEvent) => {
    if (!enabled || !isForThePage(event) || !singleKeysOn() || hasKeysOfItsOwn(event.target)) return;
    event.preventDefault();
    onPress(event);
  };
  useHotkeys(letterHotkeys(key, press), [], true);
}
