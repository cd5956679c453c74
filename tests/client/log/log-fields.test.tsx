import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { createRef } from "react";
import { describe, expect, it } from "vitest";
import { queryClient } from "#client/api/client.ts";
import { LogForm } from "#client/features/sessions/LogForm.tsx";
import type { DraftBody } from "#core/contracts/draft.ts";
import { namesOf } from "#core/fields/field.ts";
import { DRAFT_FIELDS, EMPTY_DRAFT } from "#core/fields/session-fields.ts";
import { typedIn } from "../../given-fields.ts";
import { givenCase } from "./given.tsx";

const page = createRef<HTMLDivElement>();
const nothing = () => undefined;

const form = (body: DraftBody) => (
  <MantineProvider env="test">
    <QueryClientProvider client={queryClient}>
      <LogForm
        {...{ coupleCase: givenCase(), body, privateNote: "", errors: {}, correcting: false, page }}
        change={nothing}
        changePrivateNote={nothing}
      />
    </QueryClientProvider>
  </MantineProvider>
);

describe("the log form", () => {
  it.each(namesOf(DRAFT_FIELDS))("shows what stands in every declared field: %s", (name) => {
    const { container, rerender } = render(form(EMPTY_DRAFT));
    const before = container.innerHTML;
    rerender(form({ ...EMPTY_DRAFT }));
    expect(container.innerHTML === before, "the form changes by itself").toBe(true);
    rerender(form({ ...EMPTY_DRAFT, [name]: typedIn(DRAFT_FIELDS[name]) }));
    // Compared as a truth: a failure would print two whole pages.
    expect(container.innerHTML === before, `${name} has no control on the log form`).toBe(false);
  });
});
