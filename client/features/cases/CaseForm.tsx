import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { sentenceCase } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import { SECRETS_POLICIES, SECRETS_POLICY_WORDS } from "#core/vocabulary/case.ts";
import type { CaseErrors, TypedCase, TypedPartner } from "./case-form.ts";
import classes from "./cases.module.css";

const POLICIES = SECRETS_POLICIES.map((value) => ({ value, label: sentenceCase(SECRETS_POLICY_WORDS[value]) }));

interface CaseFormProps {
  readonly typed: TypedCase;
  readonly errors: CaseErrors;
  readonly onChange: (part: Partial<TypedCase>) => void;
  readonly isNew: boolean;
  /** What only a new case asks for, or only an edited one shows: after the partners. */
  readonly children?: ReactNode;
}

/** The fields a case has whether it is opened or edited. */
export function CaseForm({ typed, errors, onChange, isNew, children }: CaseFormProps) {
  return (
    <div className={classes.form}>
      <Panel title="The case">
        <div className={classes.fields}>
          <TextInput
            name="label"
            label="Name of the case"
            description="A name that only you understand, never a legal name: Harbor, Quiet Fox"
            value={typed.label}
            error={errors.label}
            onChange={(event) => onChange({ label: event.currentTarget.value })}
          />
          {isNew ? (
            <TextInput
              name="openedOn"
              type="date"
              className={classes.date ?? ""}
              label="Opened on"
              value={typed.openedOn}
              error={errors.openedOn}
              onChange={(event) => onChange({ openedOn: event.currentTarget.value })}
            />
          ) : null}
          <Textarea
            name="presentingConcern"
            label="Presenting concern"
            autosize={false}
            rows={3}
            value={typed.presentingConcern}
            error={errors.presentingConcern}
            onChange={(event) => onChange({ presentingConcern: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <div className={classes.columns}>
        <Panel title="Active partner">
          <PartnerFields seat="active" partner={typed.active} errors={errors} onChange={(active) => onChange({ active })} />
        </Panel>
        <Panel title="Observing partner">
          <PartnerFields seat="observing" partner={typed.observing} errors={errors} onChange={(observing) => onChange({ observing })} />
        </Panel>
      </div>
      {children}
      <Panel title="Frame">
        <div className={classes.fields}>
          <NativeSelect
            name="secretsPolicy"
            label="Secrets policy"
            description="What happens with something one partner tells you alone"
            data={POLICIES}
            value={typed.secretsPolicy}
            error={errors.secretsPolicy}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onChange({ secretsPolicy: SECRETS_POLICIES.find((policy) => policy === value) ?? "none-stated" });
            }}
          />
          <TextInput
            name="collateralConsentOn"
            type="date"
            className={classes.date ?? ""}
            label="Collateral consent signed on"
            description="Needed before the observing partner is in the room"
            value={typed.collateralConsentOn}
            error={errors.collateralConsentOn}
            onChange={(event) => onChange({ collateralConsentOn: event.currentTarget.value })}
          />
          <div className={classes.row}>
            <TextInput
              name="nextSessionOn"
              type="date"
              label="Next session"
              value={typed.nextSessionOn}
              error={errors.nextSessionOn}
              onChange={(event) => onChange({ nextSessionOn: event.currentTarget.value })}
            />
            <TextInput
              name="nextSessionStart"
              type="time"
              label="Start"
              value={typed.nextSessionStart}
              error={errors.nextSessionStart}
              onChange={(event) => onChange({ nextSessionStart: event.currentTarget.value })}
            />
          </div>
        </div>
      </Panel>
    </div>
  );
}

interface PartnerFieldsProps {
  readonly seat: "active" | "observing";
  readonly partner: TypedPartner;
  readonly errors: CaseErrors;
  readonly onChange: (partner: TypedPartner) => void;
}

function PartnerFields({ seat, partner, errors, onChange }: PartnerFieldsProps) {
  return (
    <div className={classes.fields}>
      <TextInput
        name={`${seat}.label`}
        label="What you call them"
        value={partner.label}
        error={errors[`${seat}.label`]}
        onChange={(event) => onChange({ ...partner, label: event.currentTarget.value })}
      />
      <TextInput
        name={`${seat}.pronouns`}
        label="Pronouns"
        value={partner.pronouns}
        error={errors[`${seat}.pronouns`]}
        onChange={(event) => onChange({ ...partner, pronouns: event.currentTarget.value })}
      />
      <TextInput
        name={`${seat}.contact`}
        label="Contact, where you want it here"
        value={partner.contact}
        error={errors[`${seat}.contact`]}
        onChange={(event) => onChange({ ...partner, contact: event.currentTarget.value })}
      />
    </div>
  );
}

/** Brings the focus to the first field that something is said about. */
export function focusCaseField(errors: CaseErrors): void {
  const [first] = Object.keys(errors);
  if (first === undefined) return;
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus());
}
