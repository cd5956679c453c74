import { Button, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { REFUSAL_SENTENCES } from "#client/api/refusal-sentences.ts";
import { refusalOf, sentenceFor } from "#client/api/refusals.ts";
import { CaseForm, focusCaseField } from "#client/features/cases/CaseForm.tsx";
import { type CaseErrors, caseNotReady, emptyCase, openCaseOf, type TypedCase } from "#client/features/cases/case-form.ts";
import classes from "#client/features/cases/cases.module.css";
import { FirstStance } from "#client/features/cases/FirstStance.tsx";
import { useOpenCase } from "#client/features/cases/use-case.ts";
import { FocusFields, isTwice } from "#client/features/focus/FocusFields.tsx";
import { useMe } from "#client/features/practice/me.tsx";
import { FormError } from "#client/ui/FormError.tsx";
import { KeptTextLine } from "#client/ui/KeptTextLine.tsx";
import { useKeptText } from "#client/ui/kept-text.ts";
import { showNotice } from "#client/ui/notices.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import { BUILT_IN_TRACKS, TRACK_MEANINGS } from "#core/vocabulary/track.ts";

/** The practice's own tracks are offered on the timeline; before the first session these are what every case has. */
const TRACKS = BUILT_IN_TRACKS.map((track) => ({ track, name: TRACK_MEANINGS[track].name }));

/** A new case: one couple, the partner who comes and the one who observes. */
export function CaseOpenScreen() {
  const me = useMe();
  const navigate = useNavigate();
  // The key of the request is kept with its text: sent once before a lock and again after it, it is one case.
  const begun = useKeptText("open-case", () => ({ typed: emptyCase(me.today), requestKey: crypto.randomUUID() }));
  const { typed, requestKey } = begun.value;
  const [errors, setErrors] = useState<CaseErrors>({});
  const place = (found: CaseErrors) => {
    setErrors(found);
    focusCaseField(found);
  };
  const { mutate, isPending, error } = useOpenCase({
    onDone: ({ caseId }) => {
      begun.forget();
      showNotice({ kind: "done", words: `${typed.label.trim()} is open` });
      void navigate({ to: "/cases/$caseId", params: { caseId } });
    },
    onRefused: (failure) => {
      const refusal = refusalOf(failure);
      if (refusal?.field) place({ [refusal.field]: REFUSAL_SENTENCES[refusal.code] });
    },
  });
  const change = (part: Partial<TypedCase>) => begun.change((before) => ({ ...before, typed: { ...before.typed, ...part } }));
  const goals = typed.goals.at(-1)?.trim() === "" || typed.goals.length === 0 ? typed.goals : [...typed.goals, ""];
  const shownGoals = goals.length === 0 ? [""] : goals;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const found = caseNotReady(typed, me.today);
        place(found);
        if (Object.keys(found).length === 0 && !isPending && !isTwice(typed.focus)) mutate(openCaseOf(typed, requestKey));
      }}
      noValidate
    >
      <PageHeader
        above={<Link to="/">Caseload ›</Link>}
        glyph={<SeatGlyph stage={typed.stage} size="lg" />}
        title="Open a case"
        sub="Only the names of the case and of the two partners are needed; the rest can wait"
      />
      {begun.found ? <KeptTextLine onDiscard={begun.startOver} /> : null}
      <CaseForm isNew typed={typed} errors={errors} onChange={change}>
        <FirstStance typed={typed} onChange={change} />
        <Panel title="Goals">
          <div className={classes.fields}>
            {shownGoals.map((goal, at) => (
              <TextInput
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
                key={at}
                name={at === 0 ? "goals" : undefined}
                aria-label={at === 0 ? "Goal" : `Goal ${at + 1}`}
                placeholder="In the client's words"
                value={goal}
                error={at === 0 ? errors.goals : undefined}
                onChange={(event) => {
                  const next = [...shownGoals];
                  next[at] = event.currentTarget.value;
                  change({ goals: next });
                }}
              />
            ))}
          </div>
        </Panel>
        <Panel title="Watched on">
          <div className={classes.fields}>
            <p className="dim">
              At most two tracks, chosen before their numbers are in. Only on these will Open Chair say rising, falling or unusual. It can wait, and
              be changed on the timeline.
            </p>
            <FocusFields tracks={TRACKS} chosen={typed.focus} onChange={(focus) => change({ focus })} />
          </div>
        </Panel>
      </CaseForm>
      <div className={classes.foot}>
        <FormError sentence={error && !refusalOf(error)?.field ? sentenceFor(error) : undefined} />
        <Button type="submit" loading={isPending}>
          Open the case
        </Button>
      </div>
    </form>
  );
}
