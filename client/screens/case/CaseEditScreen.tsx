import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { REFUSAL_SENTENCES } from "#client/api/refusal-sentences.ts";
import { refusalOf, sentenceFor } from "#client/api/refusals.ts";
import { CaseForm, focusCaseField } from "#client/features/cases/CaseForm.tsx";
import { type CaseErrors, caseNotReady, editCaseOf, type TypedCase, typedCase } from "#client/features/cases/case-form.ts";
import classes from "#client/features/cases/cases.module.css";
import { RoleDialog } from "#client/features/cases/RoleDialog.tsx";
import { RoleList } from "#client/features/cases/RoleList.tsx";
import { useCaseHere, useEditCase } from "#client/features/cases/use-case.ts";
import { useMe } from "#client/features/practice/me.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { KeptTextLine } from "#client/ui/KeptTextLine.tsx";
import { useKeptText } from "#client/ui/kept-text.ts";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import type { CaseView } from "#core/contracts/case.ts";

/** The case's own facts; what was logged is corrected in its session. */
export function CaseEditScreen() {
  const coupleCase = useCaseHere();
  if (coupleCase.data)
    return <EditOf key={coupleCase.data.id} coupleCase={coupleCase.data} readAgain={async () => (await coupleCase.refetch()).data} />;
  if (coupleCase.isError && refusalOf(coupleCase.error)?.code === "not-found") {
    return (
      <EmptyState title="No such case" actions={<Link to="/">To the caseload</Link>}>
        This case is not here, or not yours to see.
      </EmptyState>
    );
  }
  if (coupleCase.isError)
    return <ErrorState title="The case could not be read" sentence={sentenceFor(coupleCase.error)} onRetry={() => void coupleCase.refetch()} />;
  return <LoadingState label="Reading the case" heights={[76, 200, 200]} />;
}

interface EditOfProps {
  readonly coupleCase: CaseView;
  readonly readAgain: () => Promise<CaseView | undefined>;
}

function EditOf({ coupleCase, readAgain }: EditOfProps) {
  const me = useMe();
  const navigate = useNavigate();
  const params = { caseId: coupleCase.id };
  // The revision this form was filled from, not the newest one read: a change in another window must show as a conflict.
  const begun = useKeptText(`edit-case/${coupleCase.id}`, () => ({ typed: typedCase(coupleCase), revision: coupleCase.revision }));
  const { typed, revision } = begun.value;
  const [theirs, setTheirs] = useState<CaseView | null>(null);
  const [recording, setRecording] = useState(false);
  const [errors, setErrors] = useState<CaseErrors>({});
  const place = (found: CaseErrors) => {
    setErrors(found);
    focusCaseField(found);
  };
  const { mutate, isPending, error } = useEditCase({
    onDone: () => {
      begun.forget();
      showNotice({ kind: "done", words: "Case saved" });
      void navigate({ to: "/cases/$caseId", params });
    },
    onRefused: (failure) => {
      const refusal = refusalOf(failure);
      if (refusal?.code === "case-changed-meanwhile") void readAgain().then((now) => setTheirs(now ?? null));
      else if (refusal?.field) place({ [refusal.field]: REFUSAL_SENTENCES[refusal.code] });
    },
  });

  // The dialog has a form of its own, so it stands beside this one.
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = caseNotReady(typed, me.today);
          place(found);
          if (Object.keys(found).length === 0 && !isPending) mutate(editCaseOf(typed, { id: coupleCase.id, revision }));
        }}
      >
        <PageHeader
          above={
            <Link to="/cases/$caseId" params={params}>
              <bdi>{coupleCase.label}</bdi> ›
            </Link>
          }
          glyph={<SeatGlyph stage={coupleCase.stage} size="lg" />}
          title={
            <>
              Edit <bdi>{coupleCase.label}</bdi>
            </>
          }
        />
        {begun.found ? <KeptTextLine onDiscard={begun.startOver} /> : null}
        {theirs === null ? null : (
          <div className={classes.standing} role="alert">
            <p>{REFUSAL_SENTENCES["case-changed-meanwhile"]} What you typed is still here.</p>
            <div className={classes.row}>
              <Button
                variant="default"
                onClick={() => {
                  begun.change((before) => ({ ...before, revision: theirs.revision }));
                  setTheirs(null);
                }}
              >
                Keep mine, then save
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  begun.change(() => ({ typed: typedCase(theirs), revision: theirs.revision }));
                  setTheirs(null);
                }}
              >
                Take the other window’s
              </Button>
            </div>
            <Changes mine={typed} theirs={typedCase(theirs)} />
          </div>
        )}
        <CaseForm
          isNew={false}
          typed={typed}
          errors={errors}
          onChange={(part) => begun.change((before) => ({ ...before, typed: { ...before.typed, ...part } }))}
        >
          <RoleList coupleCase={coupleCase} today={me.today} onRecord={() => setRecording(true)} />
        </CaseForm>
        <div className={classes.foot}>
          {error && theirs === null && !refusalOf(error)?.field && refusalOf(error)?.code !== "case-changed-meanwhile" ? (
            <p className={classes.error} role="alert">
              {sentenceFor(error)}
            </p>
          ) : null}
          <Button
            variant="default"
            onClick={() => {
              begun.forget();
              void navigate({ to: "/cases/$caseId", params });
            }}
          >
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={theirs !== null}>
            Save
          </Button>
        </div>
      </form>
      {recording ? <RoleDialog coupleCase={coupleCase} today={me.today} onClose={() => setRecording(false)} /> : null}
    </>
  );
}

const NAMES = {
  label: "Name of the case",
  presentingConcern: "Presenting concern",
  secretsPolicy: "Secrets policy",
  collateralConsentOn: "Collateral consent",
  nextSessionOn: "Next session",
  nextSessionStart: "Start",
} as const;

/** What differs between the two windows, both texts in sight. */
function Changes({ mine, theirs }: { readonly mine: TypedCase; readonly theirs: TypedCase }) {
  const fields = (Object.keys(NAMES) as (keyof typeof NAMES)[]).filter((field) => mine[field] !== theirs[field]);
  const partners = (["active", "observing"] as const).filter((seat) => JSON.stringify(mine[seat]) !== JSON.stringify(theirs[seat]));
  return (
    <ul>
      {fields.map((field) => (
        <li key={field}>
          {NAMES[field]}: here “{mine[field]}”, there “{theirs[field]}”
        </li>
      ))}
      {partners.map((seat) => (
        <li key={seat}>
          {seat === "active" ? "Active partner" : "Observing partner"}: here “{Object.values(mine[seat]).filter(Boolean).join(", ")}”, there “
          {Object.values(theirs[seat]).filter(Boolean).join(", ")}”
        </li>
      ))}
    </ul>
  );
}
