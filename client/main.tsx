// First, because it says in which order the layers stand.
import "./global.css";
import "./mantine-styles.ts";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/client.ts";
import { fetchScreensWhenQuiet } from "./lazy-screen.ts";
import { router } from "./router.tsx";
import { styleNonce } from "./style-nonce.ts";
import { cssVariables, theme } from "./theme.ts";

/** The one thing kept in this browser besides the shortcuts switch: light, dark, or as the computer has it. */
const colorSchemes = localStorageColorSchemeManager({ key: "open-chair-colour-scheme" });

/** Longest wait for the two faces before the first paint: they come from this machine, so that no line jumps later. */
const FONT_WAIT_MS = 400;

async function start(): Promise<void> {
  // A page taken out of the Back button's memory after sign-out would show the record: it is loaded anew instead.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  const faces = ['400 1em "Inter Variable"', '450 1em "Newsreader Variable"'].map((face) => document.fonts.load(face));
  await Promise.race([Promise.allSettled(faces), new Promise((resolve) => setTimeout(resolve, FONT_WAIT_MS))]);

  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemes}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
  fetchScreensWhenQuiet();
}

void start();
