import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FormDialog } from "#client/ui/FormDialog.tsx";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import { useDialogForm } from "#client/ui/use-dialog-form.ts";
import { show } from "./mantine.tsx";

afterEach(forgetKeptText);

interface Sent {
  readonly line: string;
  readonly requestKey: string;
}

interface LineDialogProps {
  readonly send: (sent: Sent) => void;
  readonly busy?: boolean;
  /** What the server refused, at the line or at the foot. */
  readonly atLine?: string;
  readonly atFoot?: string;
}

function LineDialog({ send, busy = false, atLine, atFoot }: LineDialogProps) {
  const form = useDialogForm("line/1", () => ({ typed: { day: "2026-03-09", line: "" } }), vi.fn());
  return (
    <FormDialog
      title="A line"
      submitLabel="Save"
      form={form}
      firstField="day"
      busy={busy}
      refused={{ at: (field) => (field === "line" ? atLine : undefined), atFoot }}
      onSave={() => {
        const fault = form.typed.line === "" ? { field: "line", sentence: "Write a line." } : null;
        form.report(fault);
        if (!fault) send({ line: form.typed.line, requestKey: form.requestKey });
      }}
    >
      {(at) => (
        <>
          <input data-field="day" aria-label="Day" defaultValue={form.typed.day} />
          <label>
            Line
            <input
              data-field="line"
              value={form.typed.line}
              onChange={({ currentTarget: { value } }) => form.change((before) => ({ ...before, line: value }))}
            />
          </label>
          <p>{at("line")}</p>
        </>
      )}
    </FormDialog>
  );
}

const line = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Line" });

describe("the form of a dialog", () => {
  it("opens at its first field", () => {
    show(<LineDialog send={vi.fn()} />);
    expect(document.activeElement).toBe(screen.getByLabelText("Day"));
  });

  it("says what is missing at its field and goes there; the sentence leaves with the next letter", async () => {
    const send = vi.fn();
    show(<LineDialog send={send} />);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    screen.getByText("Write a line.");
    expect(document.activeElement).toBe(line());
    expect(send).not.toHaveBeenCalled();
    await userEvent.keyboard("a");
    expect(screen.queryByText("Write a line.")).toBeNull();
  });

  it("says a refusal at the field that was refused, or at the foot", () => {
    show(<LineDialog send={vi.fn()} atLine="Too long." atFoot="This case is closed." />);
    screen.getByText("Too long.");
    expect(screen.getByRole("alert").textContent).toBe("This case is closed.");
  });

  it("is not sent a second time while it is being sent", async () => {
    const send = vi.fn();
    show(<LineDialog send={send} busy />);
    await userEvent.type(line(), "Asked.{Control>}{Enter}{/Control}");
    expect(send).not.toHaveBeenCalled();
  });

  it("is one request before a lock and after it, with the text it had", async () => {
    const send = vi.fn<(sent: Sent) => void>();
    show(<LineDialog send={send} />);
    await userEvent.type(line(), "Asked.{Control>}{Enter}{/Control}");
    cleanup();
    show(<LineDialog send={send} />);
    screen.getByText("What you began is still here.");
    expect(line().value).toBe("Asked.");
    await userEvent.click(screen.getByRole("button", { name: /^Save/ }));
    expect(send.mock.calls.map(([sent]) => sent.line)).toEqual(["Asked.", "Asked."]);
    expect(new Set(send.mock.calls.map(([sent]) => sent.requestKey)).size).toBe(1);
  });

  it("asks before Escape throws away text that was kept through a lock", async () => {
    show(<LineDialog send={vi.fn()} />);
    await userEvent.type(line(), "Asked.");
    cleanup();
    show(<LineDialog send={vi.fn()} />);
    await userEvent.keyboard("{Escape}");
    screen.getByText("Discard what you typed?");
  });
});
