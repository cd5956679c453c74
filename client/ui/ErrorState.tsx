import { Button } from "@mantine/core";
import classes from "./states.module.css";

interface ErrorStateProps {
  /** In a clinician's words; from `sentenceFor(error)`. */
  readonly sentence: string;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Something could not be read, said in words, with the way to try again. */
export function ErrorState({ sentence, title = "This could not be read", onRetry }: ErrorStateProps) {
  return (
    <div className={classes.state} role="alert">
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{sentence}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
