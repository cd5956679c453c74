import { Button, Checkbox } from "@mantine/core";
import { useEffect, useState } from "react";
import type { SetUpAnswer } from "#core/contracts/practice.ts";
import classes from "./set-up.module.css";

interface RecoveryKeyProps {
  readonly answer: SetUpAnswer;
  readonly onContinue: () => void;
}

/** The recovery key at set-up. Leaving without a word that it is written down is asked about. */
export function RecoveryKey({ answer, onContinue }: RecoveryKeyProps) {
  const [writtenDown, setWrittenDown] = useState(false);
  const [copied, setCopied] = useState<"copied" | "refused" | null>(null);

  useEffect(() => {
    function ask(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(answer.recoveryKey);
      setCopied("copied");
    } catch {
      setCopied("refused");
    }
  }

  return (
    <div className={classes.form}>
      <p className={classes.words}>
        Your records are encrypted. The key to them lies in a file on this computer:
        <br />
        <code className={classes.path}>{answer.keyFile}</code>
      </p>
      <p className={classes.words}>
        Should that file or this computer be lost, a backup can be opened with this recovery key and with nothing else. Keep it on paper, away from
        the computer. As long as this computer has the key file, Settings shows it again for your password.
      </p>
      <output className={classes.key} aria-label="Recovery key">
        {answer.recoveryKey}
      </output>
      <div className={classes.row}>
        <Button variant="default" onClick={() => void copy()}>
          Copy
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
        <span role="status" className={classes.said}>
          {copied === "copied" && "Copied. Paste it somewhere safe, then clear the clipboard."}
          {copied === "refused" && "The browser did not allow copying. Select the key and copy it by hand."}
        </span>
      </div>
      <Checkbox label="I have written it down" checked={writtenDown} onChange={(event) => setWrittenDown(event.currentTarget.checked)} />
      <Button size="md" disabled={!writtenDown} onClick={onContinue}>
        Go to the caseload
      </Button>
    </div>
  );
}
