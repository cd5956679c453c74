import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { createApp } from "#server/http/app.ts";
import { openServices, refuseToStart } from "#server/process/boot.ts";
import { openControl } from "#server/process/control.ts";
import { type Environment, loadEnvironment, StartRefusal } from "#server/process/env.ts";
import { createLog, faultCode } from "#server/process/log.ts";

/** Express and better-auth print stacks and warnings in development; a record's server is never in development. */
process.env.NODE_ENV = "production";

// Left alone the heap is let grow by half and more before it is swept, and what was grown is kept: 290 MB and swinging where
// 230 and flat do (`npm run bench -- memory`). A flag that a later engine does not know is passed over.
setFlagsFromString("--heap-growing-percent=20");

/** A request that is at work is given this long to end. */
const DRAIN_MS = 4_000;

async function run(): Promise<void> {
  const log = createLog();
  // Node's own report of a fault prints its message and stack, and those may quote the record.
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (fault: unknown) => {
      log.error({ event: "crashed", code: faultCode(fault) });
      process.exit(1);
    });
  }
  const environment = loadEnvironment();
  const services = await openServices(environment, log);
  const { express, access } = createApp(services, { environment });
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 }, express);
  const address = await listen(server, environment).catch(async (fault: unknown) => {
    await services.database.close();
    throw fault;
  });
  const control = await openControl(services, { dataDir: environment.dataDir, limits: access.limits });

  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    log.info({ event: "stopping" });
    stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error({ event: "stopped-hard", code: faultCode(fault) });
        process.exit(1);
      },
    );
  };
  const stop = async () => {
    await drain(server);
    await control.close();
    await access.signIns.store();
    await services.database.close();
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  process.stdout.write(`Open Chair is ready at http://${readable(environment.host)}:${address.port}\n`);
  // After the first requests of a page, which need no sign-in library.
  setTimeout(() => void access.warmUp().catch((fault: unknown) => log.error({ event: "sign-in-not-loaded", code: faultCode(fault) })), 1_000).unref();
}

function listen(server: Server, { host, port }: Environment): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (fault: NodeJS.ErrnoException) => {
      if (fault.code === "EADDRINUSE") reject(new StartRefusal(`PORT ${port} is taken by another program: stop it or choose another PORT.`));
      else if (fault.code === "EADDRNOTAVAIL" || fault.code === "ENOTFOUND") reject(new StartRefusal("HOST is not an address of this machine."));
      else if (fault.code === "EACCES") reject(new StartRefusal(`PORT ${port} may not be used by this user: choose one above 1023.`));
      else reject(fault);
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** No new request is taken; those at work end, or are cut off (and were not acknowledged) after DRAIN_MS. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

/** An IPv6 address needs brackets in a URL. */
function readable(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

run().catch((fault: unknown) => refuseToStart(fault, (unknown) => `Open Chair could not start (${faultCode(unknown)}).`));
