import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import { STAGES } from "#core/vocabulary/engagement.ts";

describe("the seat glyph", () => {
  it("fills one sixth of the ring for each stage above declining", () => {
    for (const stage of STAGES) {
      const { container, unmount } = render(<SeatGlyph stage={stage} />);
      expect(container.querySelector("[data-part=filled]")?.getAttribute("data-sixths") ?? "0").toBe(String(stage));
      unmount();
    }
  });

  it("draws an empty ring for a partner who declines, and a dotted one where nobody rated", () => {
    const declining = render(<SeatGlyph stage={0} />);
    expect(declining.container.querySelector("[data-part=not-rated]")).toBeNull();
    const notRated = render(<SeatGlyph stage={null} />);
    expect(notRated.container.querySelector("[data-part=not-rated]")).not.toBeNull();
    expect(notRated.container.querySelector("[data-part=filled]")).toBeNull();
  });

  it("says the stage in words to whoever cannot see it", () => {
    render(<SeatGlyph stage={0} />);
    expect(screen.getByRole("img", { name: "Observing partner: declining, stage 0 of 6" })).toBeTruthy();
    render(<SeatGlyph stage={null} />);
    expect(screen.getByRole("img", { name: "Observing partner: not rated" })).toBeTruthy();
  });

  it("stays silent where the stage stands in words beside it", () => {
    render(<SeatGlyph stage={3} decorative />);
    expect(screen.queryByRole("img")).toBeNull();
  });
});
