import { Button, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useEffect, useRef, useState } from "react";
import classes from "./settings.module.css";

interface NamedRowProps {
  readonly name: string;
  readonly archived: boolean;
  /** What is known besides the name: "0–10, higher is better". */
  readonly about?: string;
  readonly busy: boolean;
  readonly onChange: (change: { name: string; archived: boolean }) => void;
}

/** One theme or track of the practice's own: rename in place, archive and bring back. Archiving takes nothing from the record. */
export function NamedRow({ name, archived, about, busy, onChange }: NamedRowProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const renameButton = useRef<HTMLButtonElement>(null);
  const archiveButton = useRef<HTMLButtonElement>(null);
  const before = useRef({ typing: false, busy: false });

  // The field that closes and the button that is busy let go of the focus: back to the button it came from.
  useEffect(() => {
    const typing = typed !== null;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (before.current.typing && !typing) renameButton.current?.focus();
    else if (before.current.busy && !busy && lost) archiveButton.current?.focus();
    before.current = { typing, busy };
  }, [typed, busy]);

  function rename(event: FormEvent) {
    event.preventDefault();
    const wanted = typed?.trim();
    if (wanted !== undefined && wanted !== "" && wanted !== name) onChange({ name: wanted, archived });
    setTyped(null);
  }

  return (
    <li className={classes.named}>
      {typed === null ? (
        <>
          <span className={archived ? "dim" : undefined}>
            <bdi>{name}</bdi>
            {about !== undefined && <span className={classes.about}> {about}</span>}
            {archived && <span className={classes.about}> archived</span>}
          </span>
          <span className={classes.buttons}>
            <Button ref={renameButton} size="compact-sm" variant="subtle" aria-label={`Rename ${name}`} onClick={() => setTyped(name)}>
              Rename
            </Button>
            <Button
              ref={archiveButton}
              size="compact-sm"
              variant="subtle"
              aria-label={archived ? `Bring back ${name}` : `Archive ${name}`}
              loading={busy}
              onClick={() => onChange({ name, archived: !archived })}
            >
              {archived ? "Bring back" : "Archive"}
            </Button>
          </span>
        </>
      ) : (
        <form className={classes.inline} onSubmit={rename} onKeyDown={(event) => event.key === "Escape" && setTyped(null)}>
          <TextInput
            aria-label={`New name of ${name}`}
            autoFocus
            maxLength={80}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            Save
          </Button>
          <Button variant="subtle" onClick={() => setTyped(null)}>
            Cancel
          </Button>
        </form>
      )}
    </li>
  );
}
