import { describe, expect, it } from "vitest";
import { openRecord } from "./harness.ts";

describe("the practice's own themes", () => {
  it("follow the five built in, and are archived rather than lost", async () => {
    const { addClinician } = await openRecord();
    const { api } = await addClinician();
    expect(await api.practice.themes()).toHaveLength(5);
    const { themeId } = await api.practice.addTheme({ requestKey: "theme-key-1", name: "Grief" });
    await api.practice.changeTheme({ themeId, name: "Grief and loss", archived: true });
    expect((await api.practice.themes()).at(-1)).toEqual({ theme: themeId, name: "Grief and loss", builtIn: false, archived: true });
  });

  it("are one for a request that was sent twice, and a repeated name is refused at its field", async () => {
    const { addClinician } = await openRecord();
    const { api } = await addClinician();
    const asked = { requestKey: "theme-key-1", name: "Grief" };
    const [first, second] = await Promise.all([api.practice.addTheme(asked), api.practice.addTheme(asked)]);
    expect(second).toEqual(first);
    await expect(api.practice.addTheme({ ...asked, name: "Money" })).rejects.toThrow("key-reused");
    await expect(api.practice.addTheme({ requestKey: "theme-key-2", name: "GRIEF" })).rejects.toThrow("name-taken");
    await expect(api.practice.addTheme({ requestKey: "theme-key-3", name: "Unmet needs" })).rejects.toThrow("name-taken");
    expect(await api.practice.themes()).toHaveLength(6);
  });

  it("are another practice's secret", async () => {
    const { addPractice, addClinician } = await openRecord();
    const { api } = await addClinician();
    const { themeId } = await api.practice.addTheme({ requestKey: "theme-key-1", name: "Grief" });
    const { trackId } = await api.practice.addTrack({ requestKey: "track-key-1", name: "Sleep", lowest: 0, highest: 10, better: "higher" });
    const stranger = await addClinician({ practiceId: await addPractice({ name: "Elsewhere" }) });
    expect(await stranger.api.practice.themes()).toHaveLength(5);
    expect(await stranger.api.practice.tracks()).toEqual([]);
    await expect(stranger.api.practice.changeTheme({ themeId, name: "Mine", archived: false })).rejects.toThrow("not-found");
    await expect(stranger.api.practice.changeTrack({ trackId, name: "Mine", archived: false })).rejects.toThrow("not-found");
    expect((await stranger.api.practice.addTheme({ requestKey: "theme-key-1", name: "Grief" })).themeId).not.toBe(themeId);
  });
});

describe("the practice's own tracks", () => {
  it("have a range with a lower and a higher end, and a name of their own", async () => {
    const { addClinician } = await openRecord();
    const { api } = await addClinician();
    const sleep = { requestKey: "track-key-1", name: "Sleep", lowest: 0, highest: 5, better: "higher" } as const;
    const { trackId } = await api.practice.addTrack(sleep);
    expect(await api.practice.tracks()).toEqual([
      { id: trackId, name: "Sleep", lowest: 0, highest: 5, better: "higher", archived: false, caseLabel: null },
    ]);
    await expect(api.practice.addTrack({ ...sleep, requestKey: "track-key-2", name: "Rest", lowest: 5 })).rejects.toThrow();
    await expect(api.practice.addTrack({ ...sleep, requestKey: "track-key-3", name: "sleep" })).rejects.toThrow("name-taken");
    await expect(api.practice.addTrack({ ...sleep, requestKey: "track-key-4", name: "Emotional climate" })).rejects.toThrow("name-taken");
  });

  it("that an import bound to a case are seen by that case's clinician alone", async () => {
    const record = await openRecord();
    const [ines, colleague] = [await record.addClinician(), await record.addClinician()];
    const coupleCase = { id: "case-1", practiceId: ines.practiceId, clinicianId: ines.clinicianId, label: "Harbor", openedOn: "2026-03-03" };
    const createdAt = record.clock.now();
    const track = { id: "track-1", practiceId: ines.practiceId, caseId: "case-1", name: "Worry", lowest: 0, highest: 100, better: "lower" };
    await record.services.database.transaction(ines.scope, async (tx) => {
      await tx.insert("couple_case", [{ ...coupleCase, createdAt }]);
      await tx.insert("track", [{ ...track, createdAt }]);
    });
    expect(await ines.api.practice.tracks()).toMatchObject([{ id: "track-1", caseLabel: "Harbor" }]);
    expect(await colleague.api.practice.tracks()).toEqual([]);
    await expect(colleague.api.practice.changeTrack({ trackId: "track-1", name: "Mine", archived: true })).rejects.toThrow("not-found");
  });
});

describe("the practice's settings", () => {
  const input = { name: "Willow and Sons", timeZone: "Europe/Lisbon", movedWithinDays: 7, noMoveAfterSessions: 4 };

  it("are changed by its owner and show at once", async () => {
    const { addClinician, clock } = await openRecord();
    const owner = await addClinician({ role: "owner" });
    clock.set("2026-03-09T23:30:00Z");
    expect((await owner.api.practice.me()).today).toBe("2026-03-09");
    await owner.api.practice.edit(input);
    expect(await owner.api.practice.me()).toMatchObject({ practiceName: "Willow and Sons", movedWithinDays: 7, noMoveAfterSessions: 4 });
  });

  it("are nobody else's to change, and a zone that does not exist is named", async () => {
    const { addClinician } = await openRecord();
    const colleague = await addClinician();
    await expect(colleague.api.practice.edit(input)).rejects.toThrow("not-found");
    const owner = await addClinician({ role: "owner" });
    await expect(owner.api.practice.edit({ ...input, timeZone: "Mars/Olympus" })).rejects.toThrow("bad-input");
  });
});
