import { useEffect, useRef, useSyncExternalStore } from "react";

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

/** True while a letter belongs to a field, to a control that reads keys itself, or to an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.closest("input, textarea, select, [role=radio], [role=slider], dialog") !== null;
}

/** A single-letter shortcut for the whole screen: not while typing, not with a modifier, not behind a dialog. */
export function useHotkey(key: string, onPress: (event: KeyboardEvent) => void, enabled = true): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    if (!enabled) return;
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() !== key || !singleKeysOn() || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      latest.current(event);
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [key, enabled]);
}
