import { ChartFigure } from "#client/charts/ChartFigure.tsx";
import { lazyChart } from "#client/charts/lazy-chart.tsx";
import { ScoreTable } from "#client/charts/ScoreTable.tsx";
import { type ScoreAct, ScoreList } from "#client/features/measures/ScoreList.tsx";
import { lineWords } from "#client/features/measures/score-choices.ts";
import { useNoteDownload } from "#client/features/trajectories/useNoteDownload.ts";
import { count, shortDay } from "#client/format.ts";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { MeasuresView } from "#core/contracts/measure.ts";
import type { ScoreReading } from "#core/readings/score-reading.ts";
import { figure } from "#core/sentences/wording.ts";
import { MOST_POINTS } from "#core/timeline/thin.ts";
import classes from "./measures-tab.module.css";

const ScoreChart = lazyChart(() => import("#client/charts/ScoreChart.tsx").then((chart) => chart.ScoreChart));

/** Px of the drawing with its days and its key: the skeleton is as tall as what replaces it. */
const DRAWING_HEIGHT = 274;

interface ScoreLineSectionProps {
  readonly view: MeasuresView;
  readonly reading: ScoreReading;
  readonly label: string;
  readonly closed: boolean;
  readonly onAct: (act: ScoreAct, scoreId: string) => void;
}

/** One person's answers to one measure: drawn, in words, and each score in a list. */
export function ScoreLineSection({ view, reading, label, closed, onAct }: ScoreLineSectionProps) {
  const noteDownload = useNoteDownload(view.caseId, "measure");
  const { measure, title, sentences, stops, points } = reading;
  const name = `${measure.name} of ${label}`;
  return (
    <div className={classes.line}>
      <h3 className={classes.who}>{lineWords(reading)}</h3>
      <Panel className={classes.drawn}>
        <ChartFigure
          headingLevel={3}
          title={title}
          facts={factsOf(reading, view.today)}
          name={`${name}. ${lineWords(reading)}`}
          file={`${measure.name}-${label}`}
          today={view.today}
          onDownload={noteDownload}
          note={points.length > MOST_POINTS ? `${MOST_POINTS} of ${points.length} scores drawn; highest and lowest kept` : undefined}
          sentences={sentences.map(({ words }) => words)}
          table={<ScoreTable stops={stops} caption={`${name}: every score`} />}
        >
          <ScoreChart reading={reading} name={name} meanwhile={<LoadingState label="Drawing the scores" heights={[DRAWING_HEIGHT]} />} />
        </ChartFigure>
      </Panel>
      <Panel className={classes.words} title={<InWordsOf line={`${measure.name}, ${lineWords(reading)}`} />} headingLevel={3}>
        <Latest reading={reading} today={view.today} />
        {sentences.map(({ words, aside }) => (
          <p key={words} className={classes.sentence} data-aside={aside || undefined}>
            {words}
          </p>
        ))}
      </Panel>
      <details className={classes.list}>
        <summary>{closed ? count(stops.length, "score") : `${count(stops.length, "score")}, each to correct or void`}</summary>
        <ScoreList
          name={measure.name}
          scores={view.scores.filter(({ id }) => stops.some(({ key }) => key === id)).toReversed()}
          today={view.today}
          closed={closed}
          wordsOf={({ id }) => stops.find(({ key }) => key === id)?.words ?? ""}
          onAct={(act, { id }) => onAct(act, id)}
        />
      </details>
    </div>
  );
}

/** Several stand on one page: whoever hears the headings is told of which line each is. */
function InWordsOf({ line }: { readonly line: string }) {
  return (
    <>
      In words<span className="visually-hidden">: {line}</span>
    </>
  );
}

/** The newest score with the word of its stretch, and the badge where a change is confirmed. */
function Latest({ reading, today }: { readonly reading: ScoreReading; readonly today: string }) {
  const last = reading.stops.at(-1);
  if (!last) return null;
  return (
    <>
      <p className={classes.latest}>
        <span className={classes.latestScore}>{last.score === null ? "no score" : figure(last.score)}</span>
        <span className="dim">{[shortDay(last.day, today), last.words].filter((words) => words !== "").join(" · ")}</span>
      </p>
      {reading.badge === null ? null : <p className={classes.badge}>{reading.badge}</p>}
    </>
  );
}

function factsOf({ facts, stops }: ScoreReading, today: string): string {
  const [first, last] = [stops[0], stops.at(-1)];
  const days = first && last ? [first.day, last.day].map((day) => shortDay(day, today)) : [];
  return [facts.unit, count(facts.n, "score"), [...new Set(days)].join(" – ")].join(" · ");
}
