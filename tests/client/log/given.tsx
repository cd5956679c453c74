import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from "@tanstack/react-router";
import { configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { onTestFinished, vi } from "vitest";
import { queryClient } from "#client/api/client.ts";
import { SignedIn } from "#client/features/practice/me.tsx";
import { clearNotices, Notices } from "#client/ui/notices.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { DraftBody, DraftView, SaveDraftAnswer } from "#core/contracts/draft.ts";
import { emptyDraftBody } from "#core/rules/draft.ts";
import { BUILT_IN_THEMES, THEME_WORDS } from "#core/vocabulary/theme.ts";
import { BUILT_IN_TRACKS, TRACK_MEANINGS } from "#core/vocabulary/track.ts";

// A whole log is a large page to search by role; on a busy machine a second is not enough.
configure({ asyncUtilTimeout: 5_000 });

export const TODAY = "2026-11-26";
let drafts = 0;

export const ME = {
  clinicianId: "clinician-1",
  name: "Ines Okafor",
  email: "ines@willow.example",
  role: "owner",
  practiceId: "practice-1",
  practiceName: "Willow Street",
  isSample: false,
  timeZone: "America/New_York",
  today: TODAY,
  movedWithinDays: 14,
  noMoveAfterSessions: 5,
};

/** A fictional couple with one session behind them. */
export function givenCase(part: Partial<CaseView> = {}): CaseView {
  return {
    id: "case-1",
    label: "Harbor",
    status: "active",
    openedOn: "2026-07-03",
    closedOn: null,
    outcome: null,
    presentingConcern: "",
    nextSessionOn: null,
    nextSessionStart: null,
    collateralConsentOn: "2026-07-03",
    consentMissing: false,
    secretsPolicy: "limited-secrets",
    revision: 1,
    active: { id: "p1", seat: "active", label: "Dana", pronouns: null, contact: null },
    observing: { id: "p2", seat: "observing", label: "Ruben", pronouns: null, contact: null },
    roles: [],
    events: [],
    goals: [{ id: "goal-1", wording: "say what I need before I am angry", standing: "open", openedOn: "2026-07-03", closedOn: null, touchedOn: [] }],
    things: [{ id: "thing-1", wording: "ten minutes, phones away", standing: "open", agreedOn: "2026-11-20", answeredOn: null }],
    concerns: [],
    drafts: [],
    tracks: BUILT_IN_TRACKS.map((track) => ({ track, name: TRACK_MEANINGS[track].name, lowest: 0, highest: 10, better: "higher", builtIn: true })),
    themes: BUILT_IN_THEMES.map((theme) => ({ theme, name: THEME_WORDS[theme], builtIn: true, archived: false })),
    sessionsHeld: 14,
    stage: 2,
    stageOn: "2026-11-20",
    last: {
      day: "2026-11-20",
      startTime: "10:00",
      minutes: 50,
      setting: "in-person",
      stage: 2,
      source: "seen",
      stances: ["unsure"],
      ratings: { tone: { value: 6, rater: "clinician" }, boundaries: { value: 7, rater: "active" } },
    },
    ...part,
  };
}

export function givenDraft(part: Partial<DraftView> = {}, body: Partial<DraftBody> = {}): DraftView {
  const opened = emptyDraftBody({ today: TODAY, last: null, nextSessionOn: null, nextSessionStart: "10:00" });
  // An id each: what a form has just saved is kept in memory for a moment after it is left.
  drafts += 1;
  return {
    id: `draft-${drafts}`,
    caseId: "case-1",
    kind: "session",
    corrects: null,
    correctsVersion: null,
    revision: 1,
    body: { ...opened, ...body },
    privateNote: "",
    updatedAt: "2026-11-26T15:00:00.000Z",
    ...part,
  };
}

type Answer = (input: never) => unknown;

export class Refusal {
  constructor(
    readonly code: string,
    readonly field?: string,
  ) {}
}

/** Stands for the server at the one place the client meets it: `fetch`. Answers by procedure; every call is kept. */
export function givenServer(answers: Record<string, Answer>) {
  const calls: { procedure: string; input: unknown }[] = [];
  const state = { online: true };
  const one = async (procedure: string, input: unknown) => {
    calls.push({ procedure, input });
    const answer = answers[procedure];
    if (!answer) throw new Error(`nobody answers ${procedure}`);
    const result = await answer(input as never);
    if (!(result instanceof Refusal)) return { result: { data: result } };
    const refusal = { code: result.code, ...(result.field === undefined ? {} : { field: result.field }) };
    return { error: { message: result.code, code: -32600, data: { code: "BAD_REQUEST", httpStatus: 400, path: procedure, refusal } } };
  };
  const fetchStub = async (url: string | URL | Request, options?: RequestInit): Promise<Response> => {
    if (!state.online) throw new TypeError("Failed to fetch");
    const address = new URL(String(url), "http://localhost");
    const procedures = address.pathname.replace("/api/trpc/", "").split(",");
    const body: unknown = JSON.parse(String(options?.body ?? "{}"));
    const batched = address.searchParams.has("batch");
    const inputs = procedures.map((_, at) => (batched ? (body as Record<string, unknown>)[String(at)] : body));
    const replies = await Promise.all(procedures.map((procedure, at) => one(procedure, inputs[at])));
    return new Response(JSON.stringify(batched ? replies : replies[0]), { status: 200, headers: { "content-type": "application/json" } });
  };
  vi.stubGlobal("fetch", vi.fn(fetchStub));
  onTestFinished(() => {
    vi.unstubAllGlobals();
    queryClient.clear();
    clearNotices();
  });
  return { calls, state, of: (procedure: string) => calls.filter((call) => call.procedure === procedure).map((call) => call.input) };
}

/** A server that keeps one draft as the real one does: a save on an older revision is answered with what stands there. */
export function givenDraftServer(
  draft: DraftView = givenDraft(),
  { coupleCase = givenCase(), more = {} }: { coupleCase?: CaseView; more?: Record<string, Answer> } = {},
) {
  const kept = { draft };
  const server = givenServer({
    "practice.me": () => ME,
    "drafts.show": () => kept.draft,
    "cases.show": () => coupleCase,
    "drafts.save": (input: { draftId: string; revision: number; body: DraftBody; privateNote: string }): SaveDraftAnswer | Refusal => {
      // A form of the test before may still be saving its own draft.
      if (input.draftId !== kept.draft.id) return new Refusal("draft-gone");
      if (input.revision !== kept.draft.revision) return { saved: false, theirs: kept.draft };
      kept.draft = { ...kept.draft, body: input.body, privateNote: input.privateNote, revision: input.revision + 1 };
      return { saved: true, revision: kept.draft.revision, savedAt: new Date().toISOString() };
    },
    "sessions.finish": () => ({ sessionId: "session-15", caseId: "case-1" }),
    ...more,
  });
  return { ...server, kept };
}

interface Place {
  readonly path: string;
  readonly at: string;
}

/** One screen at its address, signed in, with the case's own screen to go to. */
export async function open(element: ReactElement, { path, at }: Place) {
  const Frame = () => (
    <>
      <Outlet />
      <Notices />
    </>
  );
  const root = createRootRoute({ component: Frame });
  const Screen = () => <SignedIn meanwhile={null}>{element}</SignedIn>;
  const here = createRoute({ getParentRoute: () => root, path, component: Screen });
  const elsewhere = [
    "/",
    "/log",
    "/cases/new",
    "/cases/$caseId",
    "/cases/$caseId/edit",
    "/log/$draftId",
    "/cases/$caseId/sessions",
    "/cases/$caseId/sessions/$sessionId",
  ]
    .filter((other) => other !== path)
    .map((other) => createRoute({ getParentRoute: () => root, path: other, component: () => <p>elsewhere: {other}</p> }));
  const router = createRouter({ routeTree: root.addChildren([here, ...elsewhere]), history: createMemoryHistory({ initialEntries: [at] }) });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        {/* The app's own router type names every screen; this one has only the screen under test. */}
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { user: userEvent.setup(), router };
}

/** A keyboard that counts: every key, held modifiers with the key they are held for as one press; typed text not. */
export function countingKeyboard(user: ReturnType<typeof userEvent.setup>) {
  const keyboard = { presses: 0, press: async (_key: string) => {}, type: async (_text: string) => {} };
  keyboard.press = async (key: string) => {
    keyboard.presses += 1;
    await user.keyboard(key.length === 1 || key.startsWith("{") ? key : `{${key}}`);
  };
  keyboard.type = async (text: string) => {
    await user.keyboard(text.replaceAll("{", "{{").replaceAll("[", "[["));
  };
  return keyboard;
}

export const group = (name: string | RegExp) => screen.getByRole("radiogroup", { name });
