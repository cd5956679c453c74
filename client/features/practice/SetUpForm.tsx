import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useRef, useState } from "react";
import { trpcClient } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { signIn } from "#client/api/sign-in.ts";
import type { SetUp, SetUpAnswer } from "#core/contracts/practice.ts";
import { OpeningChoice } from "./OpeningChoice.tsx";
import classes from "./set-up.module.css";
import { faultsInRefusal, type SetUpFaults, SHORTEST_PASSWORD, setUpFaults } from "./set-up-faults.ts";
import { guessedTimeZone, TimeZoneField } from "./TimeZoneField.tsx";

/** The first run: the practice, its owner, and what to open with. Hands on the recovery key, signed in already. */
export function SetUpForm({ onDone }: { readonly onDone: (answer: SetUpAnswer) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<SetUpFaults>({});
  const [input, setInput] = useState<SetUp>({
    practiceName: "",
    timeZone: guessedTimeZone(),
    clinicianName: "",
    email: "",
    password: "",
    opening: "sample",
  });
  const settingUp = useMutation({
    mutationFn: async (setUp: SetUp): Promise<SetUpAnswer> => {
      const answer = await trpcClient.practice.setUp.mutate(setUp);
      // The key is shown next: a sign-in that fails must not swallow it. The sign-in screen comes next then.
      await signIn(setUp.email, setUp.password).catch(() => undefined);
      return answer;
    },
    onSuccess: onDone,
    onError: (error) => showFaults(faultsInRefusal(error)),
  });

  function change<F extends keyof SetUp>(field: F, value: SetUp[F]) {
    setInput((before) => ({ ...before, [field]: value }));
    setFaults(({ [field as keyof SetUpFaults]: _gone, ...others }) => others);
  }

  function showFaults(found: SetUpFaults) {
    setFaults(found);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = setUpFaults(input);
    if (Object.keys(found).length > 0) return showFaults(found);
    if (!settingUp.isPending) settingUp.mutate({ ...input, email: input.email.trim() });
  }

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.pair}>
        <TextInput
          label="Practice"
          description="Your own name will do."
          autoFocus
          autoComplete="organization"
          maxLength={80}
          value={input.practiceName}
          onChange={(event) => change("practiceName", event.currentTarget.value)}
          error={faults.practiceName}
        />
        <TimeZoneField value={input.timeZone} onChange={(zone) => change("timeZone", zone)} error={faults.timeZone ?? null} />
      </div>
      <div className={classes.pair}>
        <TextInput
          label="Your name"
          description="As colleagues call you."
          autoComplete="name"
          maxLength={80}
          value={input.clinicianName}
          onChange={(event) => change("clinicianName", event.currentTarget.value)}
          error={faults.clinicianName}
        />
        <TextInput
          label="E-mail"
          description="Only to sign in; no mail is sent."
          type="email"
          autoComplete="username"
          value={input.email}
          onChange={(event) => change("email", event.currentTarget.value)}
          error={faults.email}
        />
      </div>
      <PasswordInput
        label="Password"
        description={`At least ${SHORTEST_PASSWORD} characters; a short sentence works well.`}
        autoComplete="new-password"
        maxLength={256}
        value={input.password}
        onChange={(event) => change("password", event.currentTarget.value)}
        error={faults.password}
        visibilityToggleButtonProps={{ "aria-label": "Show or hide the password", tabIndex: 0 }}
      />
      <OpeningChoice value={input.opening} onChange={(opening) => change("opening", opening)} />
      {settingUp.isError && Object.keys(faultsInRefusal(settingUp.error)).length === 0 && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(settingUp.error)}
        </p>
      )}
      <Button type="submit" size="md" loading={settingUp.isPending}>
        {input.opening === "sample" ? "Set up and open the sample practice" : "Set up and start empty"}
      </Button>
    </form>
  );
}
