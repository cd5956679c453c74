import { ChartFigure } from "#client/charts/frame/ChartFigure.tsx";
import { lazyChart } from "#client/charts/frame/lazy-chart.tsx";
import { ScoreTable } from "#client/charts/scores/ScoreTable.tsx";
import { type ScoreAct, ScoreList } from "#client/features/measures/ScoreList.tsx";
import { lineFile, lineWords } from "#client/features/measures/score-choices.ts";
import { useNoteDownload } from "#client/features/timeline/use-note-download.ts";
import { shortDay } from "#client/format.ts";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { MeasuresView } from "#core/contracts/measure.ts";
import type { ScoreReading } from "#core/readings/score-reading.ts";
import { unknownSafetyWords } from "#core/sentences/safety-words.ts";
import { MOST_POINTS } from "#core/series/thin.ts";
import classes from "./measures-tab.module.css";

const ScoreChart = lazyChart(() => import("#client/charts/scores/ScoreChart.tsx").then((chart) => chart.ScoreChart));

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
  const last = view.scores.find(({ id }) => id === stops.at(-1)?.key);
  const ask = last ? unknownSafetyWords(measure, last) : null;
  // Several lines of one measure stand on one page: each has its own name, and its files too.
  const name = `${measure.name} of ${label}. ${lineWords(reading)}`;
  return (
    <div className={classes.line}>
      <h3 className={classes.who}>{lineWords(reading)}</h3>
      <Panel className={classes.drawn}>
        <ChartFigure
          headingLevel={3}
          title={title}
          facts={factsOf(reading, view.today)}
          name={name}
          file={[...lineFile(reading), measure.name, label].join("-")}
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
        {ask === null ? null : <p className={classes.ask}>{ask}</p>}
        {reading.badge === null ? null : <p className={classes.badge}>{reading.badge}</p>}
        {sentences.map(({ words, aside }) => (
          <p key={words} className={classes.sentence} data-aside={aside || undefined}>
            {words}
          </p>
        ))}
      </Panel>
      <details className={classes.list}>
        <summary>{closed ? reading.facts.count : `${reading.facts.count}, each to correct or void`}</summary>
        <ScoreList
          name={measure.name}
          scores={view.scores.filter(({ id }) => stops.some(({ key }) => key === id)).toReversed()}
          today={view.today}
          closed={closed}
          askOf={(score) => unknownSafetyWords(measure, score)}
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

function factsOf({ facts, stops }: ScoreReading, today: string): string {
  const [first, last] = [stops[0], stops.at(-1)];
  const days = first && last ? [first.day, last.day].map((day) => shortDay(day, today)) : [];
  return [facts.unit, facts.count, [...new Set(days)].join(" – ")].join(" · ");
}
