import { Link, Outlet, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import { IDLE_LOCK_MINUTES, useIdleLock } from "#client/features/access/use-idle-lock.ts";
import { useMe } from "#client/features/practice/me.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import { useHotkey } from "#client/ui/use-hotkey.ts";
import classes from "./shell.module.css";

const SECTIONS = [
  { to: "/", words: "Caseload" },
  { to: "/insights", words: "Insights" },
  { to: "/import", words: "Bring work in" },
  { to: "/settings", words: "Settings" },
] as const;

/** A case, a session and a log belong to the caseload. */
function sectionOf(path: string): (typeof SECTIONS)[number]["to"] {
  if (path.startsWith("/import")) return "/import";
  if (path.startsWith("/insights")) return "/insights";
  return path.startsWith("/settings") ? "/settings" : "/";
}

/** What stands around every signed-in screen: a side of the desk, on narrow screens a bar above and one below. */
export function Shell() {
  const me = useMe();
  const path = useLocation({ select: (location) => location.pathname });
  const section = sectionOf(path);
  useIdleLock();
  useLogKey(path);
  return (
    <div className={classes.shell}>
      {/* A button: a link to #main would leave a second entry behind for Back. */}
      <button type="button" className={classes.skip} onClick={() => document.getElementById("main")?.focus()}>
        Skip to the page
      </button>
      <header className={classes.side}>
        <Link to="/" className={classes.brand}>
          <SeatGlyph stage={3} decorative />
          Open Chair
        </Link>
        <nav aria-label="Main" className={classes.nav}>
          {SECTIONS.map(({ to, words }) => (
            <Link key={to} to={to} className={classes.item} data-here={to === section || undefined}>
              {words}
            </Link>
          ))}
          <Link to="/log" className={`${classes.item} ${classes.onPhone}`} data-here={path.startsWith("/log") || undefined}>
            Log session
          </Link>
        </nav>
        <div className={classes.foot}>
          {me.isSample && <p>Sample practice · fictional</p>}
          <p>Locked after {IDLE_LOCK_MINUTES} min idle</p>
        </div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Suspense fallback={<LoadingState label="Opening" />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** L logs a session: of the case on screen, of the row that has the focus, or of one chosen next. */
function useLogKey(path: string): void {
  const navigate = useNavigate();
  const { caseId } = useParams({ strict: false });
  useHotkey(
    "l",
    () => {
      const focused = document.activeElement?.closest<HTMLElement>("[data-case-id]")?.dataset.caseId;
      const wanted = caseId ?? focused;
      void navigate({ to: "/log", search: wanted === undefined ? {} : { caseId: wanted } });
    },
    !path.startsWith("/log"),
  );
}
