import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { focusPage } from "#client/ui/focus-page.ts";
import { Notices } from "#client/ui/notices.tsx";

const PRODUCT = "Open Chair";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** The window's title: what kind of screen it is, never whose (titles end up in histories and window lists). */
    readonly title?: string;
  }
}

/** Around every screen: the notices, and what a navigation owes: a title, and the focus on the new page's heading. */
export function Root() {
  const router = useRouter();
  useEffect(() => {
    function nameWindow() {
      const title = router.state.matches.findLast((match) => match.staticData.title !== undefined)?.staticData.title;
      document.title = title === undefined ? PRODUCT : `${title} · ${PRODUCT}`;
    }
    nameWindow();
    return router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
      nameWindow();
      if (fromLocation && pathChanged) focusPage();
    });
  }, [router]);
  return (
    <>
      <Outlet />
      <Notices />
    </>
  );
}
