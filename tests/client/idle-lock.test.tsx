import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { beforeLock, currentLockState, setLockState } from "#client/api/lock-state.ts";
import { useIdleLock } from "#client/features/access/use-idle-lock.ts";

const MINUTE = 60_000;
let asked: string[] = [];

function Desk() {
  useIdleLock();
  return null;
}

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(String(url));
    return Response.json({});
  });
});

afterEach(() => {
  setLockState("open");
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the idle lock", () => {
  it("locks after a quarter of an hour without a sign of life, and tells the server", async () => {
    render(<Desk />);
    await act(() => vi.advanceTimersByTimeAsync(14 * MINUTE + 50_000));
    expect(currentLockState()).toBe("open");
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(currentLockState()).toBe("locked");
    expect(asked).toContain("/api/access/lock");
  });

  it("starts the quarter of an hour again with every key", async () => {
    render(<Desk />);
    await act(() => vi.advanceTimersByTimeAsync(10 * MINUTE));
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
    await act(() => vi.advanceTimersByTimeAsync(10 * MINUTE));
    expect(currentLockState()).toBe("open");
    await act(() => vi.advanceTimersByTimeAsync(6 * MINUTE));
    expect(currentLockState()).toBe("locked");
  });

  it("locks a laptop that slept through it before its first key counts", async () => {
    render(<Desk />);
    vi.setSystemTime(Date.now() + 8 * 60 * MINUTE);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(currentLockState()).toBe("locked");
  });

  it("saves what is being typed before it locks, but does not wait for ever", async () => {
    const order: string[] = [];
    const stop = beforeLock(async () => {
      order.push("saved");
    });
    const stopStuck = beforeLock(() => new Promise<void>(() => undefined));
    render(<Desk />);
    await act(() => vi.advanceTimersByTimeAsync(15 * MINUTE + 2_000));
    order.push(currentLockState());
    await act(() => vi.advanceTimersByTimeAsync(4_000));
    order.push(currentLockState());
    expect(order).toEqual(["saved", "open", "locked"]);
    stop();
    stopStuck();
  });

  it("tells the server now and then that somebody is reading", async () => {
    render(<Desk />);
    await act(() => vi.advanceTimersByTimeAsync(5 * MINUTE));
    window.dispatchEvent(new Event("wheel"));
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(asked.some((url) => url.includes("practice.me"))).toBe(true);
  });
});
