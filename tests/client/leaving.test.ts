import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

let replaced: string[] = [];

beforeEach(() => {
  replaced = [];
  // A page leaves once: each test has a page of its own.
  vi.resetModules();
  vi.stubGlobal("location", { pathname: "/cases/case-1/sessions", replace: (to: string) => replaced.push(to) });
});

afterEach(() => vi.unstubAllGlobals());

describe("leaving for the sign-in screen", () => {
  it("remembers the place by its ids when a sign-in ended after its twelve hours", async () => {
    vi.stubGlobal("fetch", async () =>
      Response.json(
        [{ error: { message: "not-signed-in", code: -32001, data: { code: "UNAUTHORIZED", httpStatus: 401, refusal: { code: "not-signed-in" } } } }],
        {
          status: 401,
        },
      ),
    );
    const { queryClient, trpcClient } = await import("#client/api/client.ts");
    const asked = queryClient.fetchQuery({ queryKey: ["me"], queryFn: () => trpcClient.practice.me.query() });
    await expect(asked).rejects.toThrow();
    expect(replaced).toEqual(["/sign-in?from=%2Fcases%2Fcase-1%2Fsessions"]);
  });

  it("remembers nothing after signing out, and leaves only once", async () => {
    const { leaveForSignIn } = await import("#client/api/sign-in.ts");
    leaveForSignIn("signed-out");
    leaveForSignIn("ended");
    expect(replaced).toEqual(["/sign-in"]);
  });

  it("returns to places of its own only", async () => {
    const { safeReturnPath } = await import("#client/api/sign-in.ts");
    expect(safeReturnPath("/cases/case-1")).toBe("/cases/case-1");
    for (const elsewhere of [
      "https://elsewhere.example",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "javascript:alert(1)",
      "",
      null,
      undefined,
    ]) {
      expect(safeReturnPath(elsewhere)).toBe("/");
    }
  });
});

it("locks the window whichever call the server refuses as locked", async () => {
  vi.stubGlobal("fetch", async () =>
    Response.json([{ error: { message: "locked", code: -32001, data: { code: "UNAUTHORIZED", httpStatus: 401, refusal: { code: "locked" } } } }], {
      status: 401,
    }),
  );
  const { queryClient, trpcClient } = await import("#client/api/client.ts");
  const { currentLockState } = await import("#client/api/lock-state.ts");
  await expect(queryClient.fetchQuery({ queryKey: ["caseload"], queryFn: () => trpcClient.caseload.read.query() })).rejects.toThrow();
  expect(currentLockState()).toBe("locked");
  expect(replaced).toEqual([]);
});
