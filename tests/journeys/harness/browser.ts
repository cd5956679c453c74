import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserServer, chromium } from "playwright-core";

/** Where a Chrome or Chromium of the machine's own usually is; CHROME names another. */
const SYSTEM_BROWSERS = [
  process.env.CHROME,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Works as root and without a display; nothing is asked of the network. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  "--font-render-hinting=none",
];

async function executable(): Promise<string> {
  const own = SYSTEM_BROWSERS.find((path) => path && existsSync(path));
  if (own) return own;
  if (process.platform === "linux" && process.arch === "x64") return sparticuz.executablePath();
  throw new Error("The journeys need Chrome or Chromium: install one, or name its path in CHROME.");
}

/** A real browser: the machine's own, or on Linux the one that comes inside a package. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: ARGUMENTS, headless: true });
}

/** The same as a process that several test files connect to, on a free port of this machine. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: await executable(), args: ARGUMENTS, headless: true, host: "127.0.0.1" });
}
