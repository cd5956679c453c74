import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { Dialog } from "./Dialog.tsx";
import { FormError } from "./FormError.tsx";
import { KeptTextLine } from "./KeptTextLine.tsx";
import { SheetForm } from "./SheetForm.tsx";
import { tabbableIn } from "./stops.ts";
import type { DialogForm } from "./use-dialog-form.ts";

type SentenceAt = (field: string) => string | undefined;

interface FormDialogProps<Typed> {
  readonly title: ReactNode;
  readonly submitLabel: string;
  readonly form: DialogForm<Typed>;
  /** The field that has the focus when the dialog opens. */
  readonly firstField: string;
  /** Called with what is typed; reports what is missing, or sends it. */
  readonly onSave: () => void;
  /** True while it is being sent. */
  readonly busy: boolean;
  /** What the server refused: at which field, or at the foot of the form. */
  readonly refused: { readonly at: SentenceAt; readonly atFoot: string | undefined };
  readonly hasRows?: boolean;
  /** Said above the form. */
  readonly above?: ReactNode;
  /** The fields; each asks what is wrong with it. */
  readonly children: (at: SentenceAt) => ReactNode;
}

/**
 * The dialog around a form that holds text: what was begun before a lock is still there, a sentence stands at the field it is
 * about and the focus goes there, a refusal leaves everything as it was typed.
 */
export function FormDialog<Typed>({ title, submitLabel, form, firstField, onSave, busy, refused, hasRows, above, children }: FormDialogProps<Typed>) {
  const element = useRef<HTMLFormElement>(null);
  const goTo = (field: string) => {
    const place = element.current?.querySelector(`[data-field="${CSS.escape(field)}"]`);
    if (place) tabbableIn(place)?.focus();
  };
  const opensAt = useRef(firstField);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => goTo(opensAt.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each fault that is reported
  useLayoutEffect(() => {
    if (form.fault) goTo(form.fault.field);
  }, [form.fault]);

  return (
    <Dialog opened title={title} holdsText={form.found} onClose={form.close}>
      {form.found ? <KeptTextLine onDiscard={form.startOver} /> : null}
      {above}
      <SheetForm
        form={element}
        submitLabel={submitLabel}
        cancelLabel="Cancel"
        showsKey
        {...(hasRows ? { hasRows } : {})}
        busy={busy}
        onSubmit={onSave}
        onCancel={form.close}
      >
        {children((field) => (form.fault?.field === field ? form.fault.sentence : refused.at(field)))}
        <FormError sentence={refused.atFoot} />
      </SheetForm>
    </Dialog>
  );
}
