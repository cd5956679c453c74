import { ChartFigure } from "#client/charts/frame/ChartFigure.tsx";
import { lazyChart } from "#client/charts/frame/lazy-chart.tsx";
import { thinnedNote } from "#client/charts/series/reading-figure.ts";
import { SeriesTable } from "#client/charts/series/SeriesTable.tsx";
import type { Drawn } from "#client/charts/timeline/reading-panels.ts";
import { useNoteDownload } from "#client/features/timeline/use-note-download.ts";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import shared from "#client/ui/sentence.module.css";
import type { CaseChart } from "#core/vocabulary/chart-export.ts";

const SeriesChart = lazyChart(() => import("#client/charts/series/SeriesChart.tsx").then((chart) => chart.SeriesChart));

/** Px of a panel with its title: the skeleton is as tall as what replaces it. */
const PANEL_HEIGHT = 156;

interface ReadingFigureProps {
  readonly caseId: string;
  readonly today: string;
  readonly chart: CaseChart;
  readonly name: string;
  readonly facts: string;
  /** The middle of a file's name. */
  readonly file: string;
  readonly drawn: Drawn;
  /** The first is the title. */
  readonly sentences: readonly { readonly words: string; readonly aside: boolean }[];
}

/** A reading of a case: its first sentence as the title, the drawing with its table and files, the other sentences beneath. */
export function ReadingFigure({ caseId, today, chart, name, facts, file, drawn, sentences }: ReadingFigureProps) {
  const noteDownload = useNoteDownload(caseId, chart);
  const [first, ...rest] = sentences;
  return (
    <>
      <ChartFigure
        headingLevel={3}
        title={first?.words ?? name}
        facts={facts}
        name={name}
        file={file}
        today={today}
        onDownload={noteDownload}
        note={thinnedNote(drawn)}
        sentences={rest.map(({ words }) => words)}
        table={<SeriesTable panels={drawn.panels} caption={`${name}: every number`} />}
      >
        <SeriesChart
          name={name}
          {...drawn}
          meanwhile={<LoadingState label="Drawing the numbers" heights={[PANEL_HEIGHT * drawn.panels.length + 22]} />}
        />
      </ChartFigure>
      <Sentences sentences={rest} />
    </>
  );
}

/** Plain sentences, the lower voice in a lower tone. */
export function Sentences({ sentences }: Pick<ReadingFigureProps, "sentences">) {
  return sentences.map(({ words, aside }) => (
    <p key={words} className={shared.sentence} data-aside={aside || undefined}>
      {words}
    </p>
  ));
}
