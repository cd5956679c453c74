import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { KeyHint } from "#client/ui/KeyHint.tsx";
import { useSingleKeys } from "#client/ui/use-hotkey.ts";

/** The product's first act, from anywhere; with a case it skips the question which one. */
export function LogSessionLink({ caseId }: { readonly caseId?: string }) {
  const singleKeys = useSingleKeys();
  return (
    <Button
      renderRoot={(props) => <Link to="/log" search={caseId === undefined ? {} : { caseId }} {...props} />}
      aria-keyshortcuts={singleKeys ? "L" : undefined}
      rightSection={singleKeys ? <KeyHint>L</KeyHint> : undefined}
    >
      Log session
    </Button>
  );
}
