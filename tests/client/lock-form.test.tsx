import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queryClient } from "#client/api/client.ts";
import { currentLockState, setLockState } from "#client/api/lock-state.ts";
import { LockForm } from "#client/features/access/LockForm.tsx";
import { show } from "./mantine.tsx";

const PASSWORD = "a quiet chair by the window";

beforeEach(() => {
  setLockState("locked");
  vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) =>
    String(body).includes(PASSWORD) ? Response.json({}) : Response.json({ refusal: { code: "wrong-password", field: "password" } }, { status: 401 }),
  );
});

afterEach(() => {
  setLockState("open");
  vi.unstubAllGlobals();
});

describe("the lock screen", () => {
  it("takes everything that was read out of memory", async () => {
    queryClient.setQueryData(["someone", "caseload"], { rows: ["Harbor"] });
    show(<LockForm />);
    await waitFor(() => expect(queryClient.getQueryCache().getAll()).toEqual([]));
  });

  it("stays locked at a wrong password, says so, and empties the field", async () => {
    show(<LockForm />);
    await userEvent.type(screen.getByLabelText("Password"), "not this one{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("This is not the password.");
    expect(screen.getByLabelText<HTMLInputElement>("Password").value).toBe("");
    expect(currentLockState()).toBe("locked");
  });

  it("opens with the password", async () => {
    show(<LockForm />);
    await userEvent.type(screen.getByLabelText("Password"), `${PASSWORD}{Enter}`);
    await waitFor(() => expect(currentLockState()).toBe("open"));
  });
});
