import { TRPCClientError } from "@trpc/client";
import { expect, it } from "vitest";
import { faultsInRefusal, setUpFaults } from "#client/features/practice/set-up-faults.ts";

const READY = {
  practiceName: "Willow Street Practice",
  timeZone: "America/New_York",
  clinicianName: "Ines Okafor",
  email: "ines@willow.example",
  password: "a quiet chair by the window",
};

it("asks for nothing more when all is there", () => {
  expect(setUpFaults(READY)).toEqual({});
});

it("takes a password of twelve characters and not one of eleven, and asks for no symbols", () => {
  expect(setUpFaults({ ...READY, password: "twelve chars" })).toEqual({});
  expect(setUpFaults({ ...READY, password: "eleven char" }).password).toMatch(/at least 12/);
});

it("names the zone that does not exist, and the e-mail that is none", () => {
  expect(Object.keys(setUpFaults({ ...READY, timeZone: "Mars/Olympus", email: "ines" })).sort()).toEqual(["email", "timeZone"]);
});

it("puts the server's word about a well-known password at the password", () => {
  const error = TRPCClientError.from({
    error: { message: "", code: -32600, data: { refusal: { code: "weak-password", field: "password" } } },
  } as never);
  expect(faultsInRefusal(error).password).toMatch(/easy to guess/);
});
