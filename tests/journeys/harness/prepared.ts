import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { inject } from "vitest";
import { THERAPIST } from "./people.ts";
import { type TemporaryFolders, temporaryFolders } from "./server.ts";

/** The two ways to begin that the first run offers. */
export type Opening = "empty" | "sample";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser of this run listens, on this machine only. */
    browserEndpoint: string;
    /** Holds the record of a practice that was set up, one folder an opening. */
    preparedFolder: string;
  }
}

let browser: Promise<Browser> | undefined;

/** The browser process that all journeys of a run share. Each test makes contexts of its own in it, and closes them. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.connect(inject("browserEndpoint"));
  return browser;
}

/** Folders with a copy of a practice that THERAPIST has set up. Whoever tests the set-up itself starts with `temporaryFolders`. */
export function preparedFolders(opening: Opening): TemporaryFolders {
  const folders = temporaryFolders();
  cpSync(join(inject("preparedFolder"), opening), dirname(folders.dataDir), { recursive: true });
  return folders;
}

/** Gives every window of the context THERAPIST's sign-in, by the request that the sign-in screen sends. */
export async function giveSignIn(context: BrowserContext, url: string): Promise<void> {
  const { email, password } = THERAPIST;
  const answer = await context.request.post(`${url}/api/access/sign-in`, { data: { email, password }, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}`);
}
