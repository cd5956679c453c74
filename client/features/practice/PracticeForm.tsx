import { Button, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import type { MeView } from "#core/contracts/practice.ts";
import { useEditPractice } from "./edit-practice.ts";
import classes from "./settings.module.css";
import { isTimeZone, TimeZoneField } from "./TimeZoneField.tsx";

export function PracticeForm({ me }: { readonly me: MeView }) {
  const [name, setName] = useState(me.practiceName);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const [tried, setTried] = useState(false);
  const { edit, error, busy } = useEditPractice(me);
  const zoneFault = tried && !isTimeZone(timeZone) ? "This is not a time zone. Type a city and choose from the list." : null;
  const nameFault = tried && name.trim() === "" ? "Give the practice a name." : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== "" && isTimeZone(timeZone)) edit({ name: name.trim(), timeZone });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput label="Name" maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} error={nameFault} />
      <TimeZoneField value={timeZone} onChange={setTimeZone} error={zoneFault} />
      {error && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(error)}
        </p>
      )}
      <div>
        <Button type="submit" variant="default" loading={busy} disabled={name === me.practiceName && timeZone === me.timeZone}>
          Save practice
        </Button>
      </div>
    </form>
  );
}
