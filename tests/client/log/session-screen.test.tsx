import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { VersionFacts } from "#client/features/sessions/VersionFacts.tsx";
import { SessionScreen } from "#client/screens/session/SessionScreen.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { SessionVersion, SessionView } from "#core/contracts/record.ts";
import { namesOf, nothingStored } from "#core/fields/field.ts";
import { HOUR_FIELDS, OBSERVATION_FIELDS } from "#core/fields/session-fields.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import { otherValueOf } from "../../given-fields.ts";
import { givenCase, givenServer, ME, open } from "./given.tsx";

const ARCHIVED = "0198f3a2-7c11-7000-8000-5f3b6c2d1e0a";

function givenVersion(part: Partial<SessionVersion> = {}): SessionVersion {
  return {
    id: "morning",
    version: 1,
    kind: "session",
    standing: "current",
    standingReason: null,
    movedToCaseLabel: null,
    movedFromCaseLabel: null,
    day: "2026-11-20",
    sequence: 14,
    ...NO_CONTENT,
    attendance: "held",
    startTime: "09:00",
    minutes: 50,
    setting: "in-person",
    activePresent: true,
    imported: false,
    measure: null,
    goalsTouched: [],
    hasPrivateNote: false,
    loggedAt: "2026-11-20T15:00:00.000Z",
    ...part,
  };
}

async function openSession(part: Partial<SessionView>, coupleCase: CaseView = givenCase()) {
  const session: SessionView = {
    id: "morning",
    caseId: "case-1",
    caseLabel: "Harbor",
    versions: [givenVersion()],
    thingsAgreed: [],
    trackNames: {},
    ...part,
  };
  givenServer({ "practice.me": () => ME, "cases.show": () => coupleCase, "sessions.show": () => session });
  await open(<SessionScreen />, { path: "/cases/$caseId/sessions/$sessionId", at: "/cases/case-1/sessions/morning" });
  await screen.findByRole("heading", { name: /20 Nov 2026/ });
}

describe("a correction that is begun", () => {
  const begun = (corrects: string) =>
    givenCase({ drafts: [{ id: "draft-9", kind: "correction", corrects, day: "2026-11-20", updatedAt: "2026-11-26T15:00:00.000Z" }] });

  it("of the day's other session is not shown on this one", async () => {
    await openSession({}, begun("evening"));
    expect(screen.queryByText(/is begun and not finished/)).toBeNull();
  });

  it("of this session is resumed from here", async () => {
    await openSession({}, begun("morning"));
    expect(screen.getByRole("link", { name: "Resume it" }).getAttribute("href")).toBe("/log/draft-9");
  });
});

describe("a rating on a track that is no longer offered", () => {
  const rated = (value: number) => ({ ratings: [{ track: ARCHIVED, value, rater: "active" as const }] });

  it("keeps the track's name, on the session and in what a correction changed", async () => {
    const versions = [givenVersion({ version: 2, ...rated(4) }), givenVersion({ standing: "superseded", ...rated(0) })];
    await openSession({ versions, trackNames: { [ARCHIVED]: "Nights slept well" } });
    const changes = screen.getByRole("table", { name: "What this correction changed" });
    expect(within(changes).getByRole("rowheader", { name: "Nights slept well" })).toBeTruthy();
    expect(screen.getAllByText("Nights slept well").length).toBeGreaterThan(1);
    expect(document.body.textContent).not.toContain(ARCHIVED);
  });

  it("is told in words and never by its id where no name is known", async () => {
    const versions = [givenVersion({ version: 2, ...rated(4) }), givenVersion({ standing: "superseded", ...rated(0) })];
    await openSession({ versions });
    expect(screen.getAllByText("A track no longer offered").length).toBeGreaterThan(1);
    expect(document.body.textContent).not.toContain(ARCHIVED);
  });
});

/** What the sheets of one version say. */
function readOf(part: Partial<SessionVersion>): string {
  const { container } = render(
    <MantineProvider env="test">
      <VersionFacts version={givenVersion(part)} coupleCase={givenCase()} trackNames={{}} headingLevel={2} />
    </MantineProvider>,
  );
  return container.textContent ?? "";
}

describe("a version", () => {
  const version = givenVersion();
  const observation: SessionVersion["observation"] = { ...nothingStored(OBSERVATION_FIELDS), stage: 2, source: "seen", stances: [] };

  it.each(namesOf(HOUR_FIELDS))("is read with every declared field of the hour: %s", (name) => {
    expect(readOf({ [name]: otherValueOf(HOUR_FIELDS[name], version[name]) })).not.toBe(readOf({}));
  });

  it.each(namesOf(OBSERVATION_FIELDS))("is read with every declared field of what was seen: %s", (name) => {
    const changed = { ...observation, [name]: otherValueOf(OBSERVATION_FIELDS[name], observation[name]) };
    expect(readOf({ observation: changed })).not.toBe(readOf({ observation }));
  });
});
