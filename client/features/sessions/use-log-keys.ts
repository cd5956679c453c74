import { useEffect, useRef } from "react";
import { singleKeysOn } from "#client/ui/use-hotkey.ts";
import type { Change } from "./edits.ts";

const ATTENDANCE_KEYS: Readonly<Record<string, string>> = { h: "held", c: "cancelled", n: "no-show" };

/**
 * Keys of the whole log: Ctrl+Enter finishes from anywhere, also while writing; c, n and h say whether the hour took place,
 * outside of text. Rows of choices answer their own keys first. Inert (`enabled` false) while another page stands in the form's place.
 */
export function useLogKeys(change: Change, onFinish: () => void, enabled: boolean): void {
  const finish = useRef(onFinish);
  finish.current = onFinish;
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || document.querySelector("dialog[open]")) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        finish.current();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn() || isTyping(event.target)) return;
      const attendance = ATTENDANCE_KEYS[event.key.toLowerCase()];
      if (attendance === undefined) return;
      event.preventDefault();
      change((body) => ({ ...body, attendance }));
      // The rows below leave or return with this key: the focus stays on the page.
      document.querySelector<HTMLElement>('[data-field="attendance"] [tabindex="0"]')?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [change, enabled]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
