import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";

export function NotFoundScreen() {
  return (
    <>
      <PageHeader title="Nothing here" />
      <EmptyState title="This page does not exist" actions={<Button renderRoot={(props) => <Link to="/" {...props} />}>Go to the caseload</Button>}>
        The address may be old, or mistyped.
      </EmptyState>
    </>
  );
}
