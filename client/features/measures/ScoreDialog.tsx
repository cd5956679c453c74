import { type ReactNode, useState } from "react";
import { sentencesOf } from "#client/api/refusals.ts";
import { FormDialog } from "#client/ui/FormDialog.tsx";
import type { DialogForm } from "#client/ui/use-dialog-form.ts";
import type { MeasuresView, MeasureView } from "#core/contracts/measure.ts";
import classes from "./measures.module.css";
import { ScoreForm } from "./ScoreForm.tsx";
import { type TypedScore, whatIsMissing } from "./typed-score.ts";

interface ScoreDialogProps {
  readonly title: ReactNode;
  readonly submitLabel: string;
  readonly view: Pick<MeasuresView, "measures" | "today">;
  readonly form: DialogForm<TypedScore>;
  /** Called with each change of what is typed. */
  readonly onChange?: () => void;
  /** Called once nothing is missing. */
  readonly onSave: (measure: MeasureView) => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly fileFaults: readonly string[];
  /** What is asked once before it is saved; nothing while all is plain. */
  readonly doubts: (measure: MeasureView) => readonly string[];
  readonly isCorrection?: boolean;
  /** What became of it elsewhere while this was typed. */
  readonly meanwhile?: string | null;
}

/** Fields whose sentence stands beside them; a refusal of anything else is said at the foot. */
const FIELDS = ["measure", "score", "safetyItem", "answers", "answeredBy", "about", "how", "day"];

/** The dialog around a score, new or corrected. */
export function ScoreDialog(props: ScoreDialogProps) {
  const { view, form } = props;
  const { typed } = form;
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const measure = view.measures.find(({ id }) => id === typed.measure);

  const save = () => {
    const missing = whatIsMissing(typed, measure, view.today);
    form.report(missing);
    if (missing || !measure) return;
    const asked = props.doubts(measure);
    setDoubts(asked);
    // Asked once: the same words seen, the same button says yes.
    if (asked.every((doubt) => doubts.includes(doubt))) props.onSave(measure);
  };

  return (
    <FormDialog
      title={props.title}
      submitLabel={doubts.length === 0 ? props.submitLabel : `${props.submitLabel} all the same`}
      form={form}
      // With a measure at hand the number comes first; without one, the measure.
      firstField={measure === undefined ? "measure" : typed.way}
      hasRows
      busy={props.busy}
      refused={sentencesOf(props.error, FIELDS)}
      onSave={save}
      above={props.meanwhile == null ? null : <Remarks sentences={[props.meanwhile]} />}
    >
      {(at) => (
        <>
          <ScoreForm
            typed={typed}
            set={(next) => {
              setDoubts([]);
              props.onChange?.();
              form.change(next);
            }}
            measures={view.measures}
            today={view.today}
            at={at}
            fileFaults={props.fileFaults}
            {...(props.isCorrection ? { isCorrection: true } : {})}
          />
          {doubts.length === 0 ? null : <Remarks sentences={doubts} />}
        </>
      )}
    </FormDialog>
  );
}

function Remarks({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div role="alert" className={classes.doubts}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
