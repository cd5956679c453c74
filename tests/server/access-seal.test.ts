import { describe, expect, it } from "vitest";
import { seal, unseal } from "#server/keys/seal.ts";
import { openRecord } from "./harness.ts";

const key = Buffer.alloc(32, 3);
const place = { table: "private_note", id: "n1", column: "sealed", version: 2 };
const words = "I wonder whether I side with him — Núñez hour, 16 Mar.";

describe("a sealed private note", () => {
  it("opens to the words that were sealed, empty ones too", () => {
    expect(unseal(key, place, seal(key, place, words))).toBe(words);
    expect(unseal(key, place, seal(key, place, ""))).toBe("");
  });

  it("never looks the same twice", () => {
    expect(seal(key, place, words)).not.toBe(seal(key, place, words));
  });

  it("does not open after any one byte was changed", () => {
    const sealed = Buffer.from(seal(key, place, "short"), "base64url");
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, place, changed.toString("base64url")), `byte ${at}`).toThrow();
    }
  });

  it("does not open in another row, column, table or version, or with another key", () => {
    const sealed = seal(key, place, words);
    for (const other of [{ id: "n2" }, { column: "text" }, { table: "note" }, { version: 1 }]) {
      expect(() => unseal(key, { ...place, ...other }, sealed)).toThrow();
    }
    expect(() => unseal(Buffer.alloc(32, 4), place, sealed)).toThrow();
    expect(() => unseal(key, place, sealed.slice(0, 20))).toThrow();
    expect(() => unseal(key, place, `${sealed} `)).toThrow();
    expect(() => unseal(key, place, "")).toThrow();
  });

  it("keeps no word of itself in its fault", () => {
    const sealed = seal(key, place, words);
    try {
      unseal(key, { ...place, id: "n2" }, sealed);
    } catch (fault) {
      expect(JSON.stringify(fault) + String(fault)).not.toContain(sealed.slice(0, 16));
    }
  });
});

describe("the test record", () => {
  it("gives every clinician an API of their own", async () => {
    const record = await openRecord();
    const ines = await record.addClinician({ name: "Dr. Ines Okafor" });
    expect(await ines.api.practice.me()).toMatchObject({ name: "Dr. Ines Okafor", today: "2026-03-09" });
    await expect(ines.lockedApi.practice.me()).rejects.toThrow("locked");
    await expect(record.asNobody.practice.me()).rejects.toThrow("not-signed-in");
  });
});
