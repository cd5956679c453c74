import { openServices, refuseToStart } from "#server/process/boot.ts";
import { type Environment, loadEnvironment } from "#server/process/env.ts";
import { createLog, faultCode } from "#server/process/log.ts";
import type { Services } from "#server/process/services.ts";

/** Runs a command to its end: its exit code, or one sentence and 1. */
export function runCommand(command: (environment: Environment) => Promise<number>): void {
  process.env.NODE_ENV = "production";
  process.umask(0o077);
  (async () => command(loadEnvironment()))().then(
    (code) => process.exit(code),
    (fault: unknown) => refuseToStart(fault, (unknown) => `This did not work (${faultCode(unknown)}).`),
  );
}

/** Opens the record for a command while no server runs, and closes it whatever happens. */
export async function withRecord<T>(environment: Environment, work: (services: Services) => Promise<T>): Promise<T> {
  const services = await openServices(environment, createLog());
  try {
    return await work(services);
  } finally {
    await services.database.close();
  }
}

export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
