import { Button } from "@mantine/core";
import { sentenceFor } from "#client/api/refusals.ts";
import { clockTime, dayWithYear } from "#client/format.ts";
import { Dialog, DialogActions } from "#client/ui/Dialog.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import type { MeasureView, ScoreVersionView } from "#core/contracts/measure.ts";
import { figure } from "#core/sentences/wording.ts";
import { PROMPT_ANSWER_WORDS } from "#core/vocabulary/measure.ts";
import classes from "./measures.module.css";
import { lineWords } from "./score-choices.ts";
import { useScoreVersions } from "./use-measures.ts";

interface ScoreVersionsDialogProps {
  readonly caseId: string;
  readonly scoreId: string;
  readonly measure: MeasureView | undefined;
  readonly onClose: () => void;
}

/** Everything a score ever said, newest first. */
export function ScoreVersionsDialog({ caseId, scoreId, measure, onClose }: ScoreVersionsDialogProps) {
  const { data, isError, error, refetch } = useScoreVersions({ caseId, scoreId });
  return (
    <Dialog title={`Versions of ${measure?.name ?? "a score"}`} opened onClose={onClose}>
      {data ? (
        <ol className={classes.versions}>
          {data.map((version) => (
            <li key={version.version}>
              <VersionOf version={version} measure={measure} />
            </li>
          ))}
        </ol>
      ) : isError ? (
        <ErrorState sentence={sentenceFor(error)} onRetry={() => void refetch()} />
      ) : (
        <LoadingState label="Reading the versions" heights={[120]} />
      )}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function VersionOf({ version, measure }: { readonly version: ScoreVersionView; readonly measure: MeasureView | undefined }) {
  const { score, day, safetyItem, answers, promptAnswer, promptAnsweredOn } = version;
  const texts = new Map(measure?.form?.items.map((item) => [item.linkId, item]));
  return (
    <>
      <p className="dim">
        Version {version.version}, {writtenAt(version)}
        {STANDING_WORDS[version.standing]}
      </p>
      <p>
        <strong>{score === null ? "No score" : figure(score)}</strong> on {dayWithYear(day)}. {lineWords(version)}.
      </p>
      {version.standingReason === null ? null : <p>Why it was voided: {version.standingReason}</p>}
      {safetyItem === null || measure?.safetyItem == null ? null : (
        <p>
          Answer to item {measure.safetyItem}: {safetyItem}
        </p>
      )}
      {promptAnswer === null || promptAnsweredOn === null ? null : (
        <p>
          Read alone on {dayWithYear(promptAnsweredOn)}: {PROMPT_ANSWER_WORDS[promptAnswer]}.
        </p>
      )}
      {answers === null ? null : (
        <details>
          <summary>The answers</summary>
          <ol className={classes.inside}>
            {answers.map(({ linkId, value }) => (
              <li key={linkId}>
                {texts.get(linkId)?.text ?? "an item no longer in the form"}: {value === null ? <em className="dim">not answered</em> : value}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

const STANDING_WORDS: Record<ScoreVersionView["standing"], string> = {
  current: " (this one counts)",
  superseded: "",
  voided: " (voided)",
  moved: " (moved to another case)",
};

function writtenAt({ writtenAt: at }: ScoreVersionView): string {
  const moment = new Date(at);
  return `written ${moment.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })}, ${clockTime(moment)}`;
}
