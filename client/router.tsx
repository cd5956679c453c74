import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { CaseloadScreen } from "#client/screens/caseload/CaseloadScreen.tsx";
import { FaultScreen } from "#client/screens/shell/FaultScreen.tsx";
import { NotFoundScreen } from "#client/screens/shell/NotFoundScreen.tsx";
import { Root } from "#client/screens/shell/Root.tsx";
import { SignedInLayout } from "#client/screens/shell/SignedInLayout.tsx";
import { readCaseloadSearch } from "./features/caseload/search.ts";
import { readInsightsSearch } from "./features/insights/search.ts";
import { lazyScreen } from "./lazy-screen.ts";

/** Ids only in paths. Every screen but the first is fetched when its link is touched or in a quiet moment (lazy-screen.ts). */
const rootRoute = createRootRoute({ component: Root });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  component: lazyScreen(() => import("#client/screens/access/SignInScreen.tsx"), "SignInScreen", "on-demand"),
  validateSearch: (raw: Record<string, unknown>): { from?: string } => (typeof raw.from === "string" ? { from: raw.from } : {}),
  staticData: { title: "Sign in" },
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-up",
  component: lazyScreen(() => import("#client/screens/access/SetUpScreen.tsx"), "SetUpScreen", "on-demand"),
  staticData: { title: "Set-up" },
});

const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: "signed-in", component: SignedInLayout });
const parent = { getParentRoute: () => signedInRoute };

const caseloadRoute = createRoute({
  ...parent,
  path: "/",
  component: CaseloadScreen,
  validateSearch: readCaseloadSearch,
  staticData: { title: "Caseload" },
});

const newCaseRoute = createRoute({
  ...parent,
  path: "/cases/new",
  component: lazyScreen(() => import("#client/screens/case/CaseOpenScreen.tsx"), "CaseOpenScreen"),
  staticData: { title: "Open a case" },
});

/** The case's header and tabs; each tab is a child. `note=change` opens the note between sessions. */
const caseRoute = createRoute({
  ...parent,
  path: "/cases/$caseId",
  component: lazyScreen(() => import("#client/screens/case/CaseScreen.tsx"), "CaseScreen"),
  validateSearch: (raw: Record<string, unknown>): { note?: "change" } => (raw.note === "change" ? { note: "change" } : {}),
  staticData: { title: "Case" },
});
const tab = { getParentRoute: () => caseRoute };

const timelineRoute = createRoute({
  ...tab,
  path: "/",
  component: lazyScreen(() => import("#client/screens/case/TimelineTab.tsx"), "TimelineTab", "on-demand"),
  staticData: { title: "Timeline of a case" },
});
const sessionsRoute = createRoute({
  ...tab,
  path: "/sessions",
  component: lazyScreen(() => import("#client/screens/case/SessionsTab.tsx"), "SessionsTab"),
  staticData: { title: "Sessions of a case" },
});
const themesRoute = createRoute({
  ...tab,
  path: "/themes",
  component: lazyScreen(() => import("#client/screens/case/ThemesTab.tsx"), "ThemesTab"),
  staticData: { title: "Themes of a case" },
});
/** `record=score` opens the form of a score. */
const measuresRoute = createRoute({
  ...tab,
  path: "/measures",
  component: lazyScreen(() => import("#client/screens/measures/MeasuresTab.tsx"), "MeasuresTab", "on-demand"),
  validateSearch: (raw: Record<string, unknown>): { record?: "score" } => (raw.record === "score" ? { record: "score" } : {}),
  staticData: { title: "Measures of a case" },
});
const compareRoute = createRoute({
  ...tab,
  path: "/compare",
  component: lazyScreen(() => import("#client/screens/compare/CompareTab.tsx"), "CompareTab", "on-demand"),
  staticData: { title: "Numbers of a case side by side" },
});
const goalsRoute = createRoute({
  ...tab,
  path: "/goals",
  component: lazyScreen(() => import("#client/screens/case/GoalsTab.tsx"), "GoalsTab"),
  staticData: { title: "Goals of a case" },
});

const editCaseRoute = createRoute({
  ...parent,
  path: "/cases/$caseId/edit",
  component: lazyScreen(() => import("#client/screens/case/CaseEditScreen.tsx"), "CaseEditScreen"),
  staticData: { title: "Edit a case" },
});

const sessionRoute = createRoute({
  ...parent,
  path: "/cases/$caseId/sessions/$sessionId",
  component: lazyScreen(() => import("#client/screens/session/SessionScreen.tsx"), "SessionScreen"),
  staticData: { title: "Session" },
});

const chooseCaseRoute = createRoute({
  ...parent,
  path: "/log",
  component: lazyScreen(() => import("#client/screens/log/ChooseCaseScreen.tsx"), "ChooseCaseScreen"),
  validateSearch: (raw: Record<string, unknown>): { caseId?: string } => (typeof raw.caseId === "string" ? { caseId: raw.caseId } : {}),
  staticData: { title: "Log a session" },
});

const logRoute = createRoute({
  ...parent,
  path: "/log/$draftId",
  component: lazyScreen(() => import("#client/screens/log/LogScreen.tsx"), "LogScreen"),
  staticData: { title: "Log a session" },
});

const importRoute = createRoute({
  ...parent,
  path: "/import",
  component: lazyScreen(() => import("#client/screens/import/ImportScreen.tsx"), "ImportScreen", "on-demand"),
  staticData: { title: "Bring work in" },
});

const insightsRoute = createRoute({
  ...parent,
  path: "/insights",
  component: lazyScreen(() => import("#client/screens/insights/InsightsScreen.tsx"), "InsightsScreen", "on-demand"),
  validateSearch: readInsightsSearch,
  staticData: { title: "Insights" },
});

const settingsRoute = createRoute({
  ...parent,
  path: "/settings",
  component: lazyScreen(() => import("#client/screens/settings/SettingsScreen.tsx"), "SettingsScreen", "on-demand"),
  staticData: { title: "Settings" },
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  signedInRoute.addChildren([
    caseloadRoute,
    newCaseRoute,
    caseRoute.addChildren([timelineRoute, sessionsRoute, themesRoute, measuresRoute, compareRoute, goalsRoute]),
    editCaseRoute,
    sessionRoute,
    chooseCaseRoute,
    logRoute,
    importRoute,
    insightsRoute,
    settingsRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultNotFoundComponent: NotFoundScreen,
  defaultErrorComponent: FaultScreen,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
