import { useHotkeys } from "@mantine/hooks";
import { isTyping } from "#client/ui/is-typing.ts";
import { isForThePage, letterHotkeys, singleKeysOn } from "#client/ui/use-hotkey.ts";
import type { Change } from "./edits.ts";

const ATTENDANCE_KEYS = { h: "held", c: "cancelled", n: "no-show" } as const;

/**
 * Keys of the whole log: Ctrl+Enter finishes from anywhere, also while writing; c, n and h say whether the hour took place,
 * outside of text. Rows of choices answer their own keys first. Inert (`enabled` false) while another page stands in the form's place.
 */
export function useLogKeys(change: Change, onFinish: () => void, enabled: boolean): void {
  const finish = (event: KeyboardEvent) => {
    if (!enabled || !isForThePage(event)) return;
    event.preventDefault();
    onFinish();
  };
  const attend = (attendance: string) => (event: KeyboardEvent) => {
    if (!enabled || !isForThePage(event) || !singleKeysOn() || isTyping(event.target)) return;
    event.preventDefault();
    change((body) => ({ ...body, attendance }));
    // The rows below leave or return with this key: the focus stays on the page.
    document.querySelector<HTMLElement>('[data-field="attendance"] [tabindex="0"]')?.focus();
  };
  const letters = Object.entries(ATTENDANCE_KEYS).flatMap(([letter, attendance]) => letterHotkeys(letter, attend(attendance)));
  useHotkeys([["mod+Enter", finish, { preventDefault: false }], ...letters], [], true);
}
