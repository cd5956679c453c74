import { ErrorState } from "#client/ui/ErrorState.tsx";

/** A screen that broke, or whose code could not be fetched (a new version was installed meanwhile). */
export function FaultScreen() {
  return (
    <ErrorState
      title="This screen could not be shown"
      sentence="What was saved is safe. Load the page again; if it happens again, restart Open Chair on this computer."
      onRetry={() => location.reload()}
    />
  );
}
