import { Button } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ChartFigure } from "#client/charts/frame/ChartFigure.tsx";
import { lazyChart } from "#client/charts/frame/lazy-chart.tsx";
import { StageMonthsTable } from "#client/charts/insights/StageMonthsTable.tsx";
import { SurvivalTable } from "#client/charts/insights/SurvivalTable.tsx";
import { MissingPanel, OutcomesPanel, SourcesPanel, ThemesPanel } from "#client/features/insights/CountPanels.tsx";
import { firstDayOf, type InsightsSearch, readInsightsSearch } from "#client/features/insights/search.ts";
import { useInsights } from "#client/features/insights/use-insights.ts";
import { WindowChoice } from "#client/features/insights/WindowChoice.tsx";
import { useMe } from "#client/features/practice/me.tsx";
import { useNoteCaseloadDownload } from "#client/features/timeline/use-note-download.ts";
import { dayWithYear } from "#client/format.ts";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { InsightsView } from "#core/contracts/insights.ts";
import { isFew } from "#core/insights/few-cases.ts";
import type { FirstMoveCurve } from "#core/insights/first-move-curve.ts";
import { FEW_WORDS, firstMoveWords, type InsightWords, stagesWords } from "#core/sentences/insight-words.ts";
import { counted } from "#core/sentences/wording.ts";
import classes from "./insights-screen.module.css";

/** The drawing library comes with the first picture, not with the sign-in page (docs/reliability.md, "Speed": `bundle`). */
const StageMonthsChart = lazyChart(() => import("#client/charts/insights/StageMonthsChart.tsx").then((chart) => chart.StageMonthsChart));
const SurvivalChart = lazyChart(() => import("#client/charts/insights/SurvivalChart.tsx").then((chart) => chart.SurvivalChart));

/** Px of each drawing as it comes out, its key included: the skeleton is as tall as what replaces it. */
const ROOM = { stages: 320, firstMove: 290 } as const;

/** Across one's own cases: for reflection. Nothing here names a case, sets one above another or looks at another clinician's. */
export function InsightsScreen() {
  const me = useMe();
  const navigate = useNavigate();
  const search: InsightsSearch = readInsightsSearch(useSearch({ strict: false }));
  const { view, curve, isError, sentence, refetch } = useInsights(firstDayOf(search, me.today));
  const show = (next: InsightsSearch) => void navigate({ to: "/insights", search: next, replace: true });
  const hasCases = view !== undefined && (view.cases > 0 || search.months !== undefined);
  return (
    <>
      <PageHeader
        title="Insights"
        sub={
          view === undefined
            ? "Across your own cases"
            : `${counted(view.cases, "case")}, ${counted(view.sessions, "session")} held · ${daysRead(view)}`
        }
        actions={hasCases ? <WindowChoice search={search} onChange={show} /> : undefined}
      />
      <p className={classes.purpose}>
        For your own reflection, not for ranking: your own cases only, counted together. No case is named here, nobody else’s cases are looked at, and
        a count says how often, never why.
        {view !== undefined && isFew(view.cases) ? ` ${counted(view.cases, "case")}: ${FEW_WORDS}.` : ""}
      </p>
      {view === undefined && isError && <ErrorState title="The insights could not be read" sentence={sentence} onRetry={() => void refetch()} />}
      {view === undefined && !isError && <LoadingState label="Reading the insights" heights={[430, 430, 260]} />}
      {view !== undefined && (hasCases ? <Figures view={view} curve={curve} /> : <NoCases />)}
    </>
  );
}

function daysRead({ from, to }: InsightsView): string {
  return from === null ? "all days" : `${dayWithYear(from)} – ${dayWithYear(to)}`;
}

function Figures({ view, curve }: { readonly view: InsightsView; readonly curve: FirstMoveCurve | null }) {
  const noteDownload = useNoteCaseloadDownload();
  const { stages, firstMoves, today } = view;
  const [stageWords, moveWords] = [stagesWords(view), firstMoveWords(view, curve)];
  const shared = { today, onDownload: noteDownload };
  return (
    <div className={classes.figures}>
      <Beside title="The stages in words" words={stageWords}>
        {stages.periods.length === 0 ? (
          <Panel title={stageWords.title}>Each held session and each rated stage will be counted here, month by month.</Panel>
        ) : (
          <ChartFigure
            {...shared}
            title={stageWords.title}
            facts={`Cases at each stage, by ${stages.step} · ${counted(view.cases, "case")} · ${daysRead(view)}`}
            name="Stages across your cases"
            file="insights-stages"
            table={<StageMonthsTable stages={stages} caption="Stages across your cases, every figure" />}
            sentences={stageWords.sentences}
          >
            <StageMonthsChart
              stages={stages}
              name="Stages across your cases"
              meanwhile={<LoadingState label="Drawing the stages" heights={[ROOM.stages]} />}
            />
          </ChartFigure>
        )}
      </Beside>
      <Beside title="The first move in words" words={moveWords}>
        {curve === null ? (
          <Panel title={moveWords.title}>From the second rated stage of a case on, it is followed here until it first moves up.</Panel>
        ) : (
          <ChartFigure
            {...shared}
            title={moveWords.title}
            facts={`Share without an upward move, since each case’s first rating · ${counted(curve.estimate.followed, "case")} followed · ${daysRead(view)}`}
            name="Time to a first upward move"
            file="insights-first-move"
            table={<SurvivalTable curve={curve} caption="Time to a first upward move, every figure" />}
            sentences={moveWords.sentences}
          >
            <SurvivalChart
              curve={curve}
              waits={firstMoves.waits}
              name="Time to a first upward move"
              meanwhile={<LoadingState label="Drawing the curve" heights={[ROOM.firstMove]} />}
            />
          </ChartFigure>
        )}
      </Beside>
      <div className={classes.pairs}>
        <OutcomesPanel view={view} />
        <SourcesPanel view={view} />
        <ThemesPanel view={view} />
        <MissingPanel view={view} />
      </div>
    </div>
  );
}

/** A picture, and what is to be said of it. */
function Beside({ title, words, children }: { readonly title: string; readonly words: InsightWords; readonly children: ReactNode }) {
  return (
    <div className={classes.beside}>
      {children}
      {words.sentences.length === 0 ? null : (
        <Panel title={title}>
          {words.sentences.map((sentence) => (
            <p key={sentence} className={classes.sentence}>
              {sentence}
            </p>
          ))}
        </Panel>
      )}
    </div>
  );
}

function NoCases() {
  return (
    <EmptyState
      title="Insights begin with the first case"
      actions={<Button renderRoot={(props) => <Link to="/cases/new" {...props} />}>Open a case</Button>}
    >
      <p>
        Once sessions are logged, this page counts across all your cases: where the observing partners stood month by month, how long it took until a
        first upward move (with those still waiting counted too), how closed cases ended, which themes come back, how often ratings are missing, and
        how much is told by one partner alone.
      </p>
      <p>With fewer than 5 cases the figures are shown all the same, and say that they are few.</p>
    </EmptyState>
  );
}
