import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { RecoveryKeyAgain } from "#client/features/practice/RecoveryKeyAgain.tsx";
import { givenServer, ME, open, Refusal } from "./log/given.tsx";

it("a recovery key that was never written down is shown for the password, and hidden again", async () => {
  givenServer({
    "practice.me": () => ME,
    "practice.recoveryKey": ({ password }: { password: string }) =>
      password === "right" ? { recoveryKey: "7Q2F-0000", keyFile: "" } : new Refusal("wrong-password", "password"),
  });
  const { user } = await open(<RecoveryKeyAgain />, { path: "/settings", at: "/settings" });
  await user.type(await screen.findByLabelText("Your password"), "wrong{Enter}");
  await screen.findByText("This is not the password.");
  await user.type(screen.getByLabelText("Your password"), "right{Enter}");
  const shown = await screen.findByText("7Q2F-0000");
  expect(document.activeElement).toBe(shown);
  await user.click(screen.getByRole("button", { name: "Hide the recovery key" }));
  expect(screen.queryByText("7Q2F-0000")).toBeNull();
});
