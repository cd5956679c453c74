import { MantineProvider } from "@mantine/core";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CaseTable } from "#client/features/caseload/CaseTable.tsx";
import type { Sort } from "#client/features/caseload/search.ts";
import type { CaseloadRow } from "#core/contracts/caseload.ts";

function row(caseId: string, label: string): CaseloadRow {
  return {
    caseId,
    label,
    status: "active",
    stage: 2,
    stageOn: "2026-11-12",
    stageSource: "seen",
    unrated: null,
    stageChange: "same",
    spark: [2, 2],
    grounding: 5,
    groundingRated: 4,
    groundingOn: "2026-11-12",
    groundingChange: null,
    lastSessionOn: "2026-11-12",
    nextSessionOn: "2026-11-26",
    flags: [],
  };
}

async function showTable(sort: Sort = "case") {
  const onSort = vi.fn();
  const rootRoute = createRootRoute();
  const table = () => <CaseTable rows={[row("c-1", "Cedar"), row("c-2", "Harbor")]} today="2026-11-24" sort={sort} onSort={onSort} />;
  const home = createRoute({ getParentRoute: () => rootRoute, path: "/", component: table });
  const coupleCase = createRoute({ getParentRoute: () => rootRoute, path: "/cases/$caseId", component: () => <h1>The case</h1> });
  const router = createRouter({ routeTree: rootRoute.addChildren([home, coupleCase]), history: createMemoryHistory() });
  render(
    <MantineProvider env="test">
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
  await screen.findByRole("table");
  return { router, onSort };
}

describe("the table of cases", () => {
  it("tells which column it is sorted by, and which way", async () => {
    await showTable("-last");
    expect(screen.getByRole("columnheader", { name: "Last" }).getAttribute("aria-sort")).toBe("descending");
    expect(screen.getByRole("columnheader", { name: "Case" }).hasAttribute("aria-sort")).toBe(false);
  });

  it("asks for the other way round when its heading is pressed again", async () => {
    const { onSort } = await showTable("case");
    await userEvent.click(screen.getByRole("button", { name: "Case" }));
    expect(onSort).toHaveBeenCalledWith("-case");
  });

  it("opens a case from anywhere in its row, and by Enter on its name", async () => {
    const { router } = await showTable();
    await userEvent.click(within(screen.getByRole("row", { name: /Harbor/ })).getByText("listening"));
    expect(await screen.findByRole("heading", { name: "The case" })).toBeTruthy();
    expect(router.state.location.pathname).toBe("/cases/c-2");
  });

  it("moves from case to case with J and K, and opens with Enter", async () => {
    const { router } = await showTable();
    await userEvent.keyboard("jjk");
    expect(document.activeElement?.textContent).toBe("Cedar");
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { name: "The case" })).toBeTruthy();
    expect(router.state.location.pathname).toBe("/cases/c-1");
  });

  it("notes a change in the case that has the focus with N", async () => {
    const { router } = await showTable();
    await userEvent.keyboard("jjn");
    await screen.findByRole("heading", { name: "The case" });
    expect(router.state.location.pathname).toBe("/cases/c-2");
    expect(router.state.location.search).toEqual({ note: "change" });
  });
});
