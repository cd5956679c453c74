import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useHotkey } from "#client/ui/use-hotkey.ts";

/** J and K move from case to case; N notes a change in the case that has the focus. (L is the shell's.) */
export function useRowKeys<E extends HTMLElement>() {
  const rows = useRef<E>(null);
  const navigate = useNavigate();

  function move(step: 1 | -1) {
    const links = [...(rows.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
    const focused = document.activeElement?.closest("[data-case-id]");
    const at = links.findIndex((link) => link.closest("[data-case-id]") === focused);
    links[at === -1 ? (step === 1 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  }

  useHotkey("j", () => move(1));
  useHotkey("k", () => move(-1));
  useHotkey("n", () => {
    const caseId = document.activeElement?.closest<HTMLElement>("[data-case-id]")?.dataset.caseId;
    if (caseId !== undefined) void navigate({ to: "/cases/$caseId", params: { caseId }, search: { note: "change" } });
  });
  return rows;
}
