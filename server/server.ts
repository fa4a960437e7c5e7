import { mkdir } from 'node:fs/promises';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Hocuspocus } from '@hocuspocus/server';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { makeApp } from './app.ts';
import { type Admitted, speaksOurProtocol, withSecret } from './auth/admission.ts';
import { Attempts } from './auth/attempts.ts';
import { makeDoorman } from './auth/doorman.ts';
import { ownerKey } from './auth/ownerKey.ts';
import { workspaceRoutes } from './auth/workspaces.ts';
import { makeAnnouncer } from './changes/announce.ts';
import { changeRoutes } from './changes/routes.ts';
import type { Config } from './config.ts';
import { healthOf } from './health.ts';
import type { ConnectionContext } from './hooks/context.ts';
import type { Report } from './hooks/guard.ts';
import { openSqlite } from './storage/sqlite.ts';
import type { ServerStorage } from './storage/storage.ts';
import { makeHocuspocus, makeSyncDoor } from './sync.ts';
import { waveRoutes } from './waves/routes.ts';

export interface RunningServer {
  /** Where the app is, with a closing slash. */
  url: string;
  port: number;
  /** Sets up a workspace on this server; whoever has it owns the server. */
  ownerKey: string;
  /** Resolves once nothing is listening any more and everything is on disk. */
  close(): Promise<void>;
}

/** What a test may replace; a real server takes all of it as it is. */
export interface ServerParts {
  storage?: (storage: ServerStorage) => ServerStorage;
  report?: Report;
  now?: () => number;
  wrongSecretsAMinute?: number;
}

const compaction = { entries: 200, bytes: 256 * 1024 };

/** One process, one address: the built app, its API and the sync socket on one HTTP server. */
export async function startServer(config: Config, replaced: ServerParts = {}): Promise<RunningServer> {
  await mkdir(config.data, { recursive: true, mode: 0o700 });
  const opened = openSqlite({ file: join(config.data, 'sounding.sqlite'), maxBytes: config.maxBytes });
  const storage = replaced.storage?.(opened) ?? opened;
  const owner = await ownerKey(config.data).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  const now = replaced.now ?? Date.now;
  const doorman = makeDoorman(storage, owner, new Attempts(replaced.wrongSecretsAMinute ?? 20, now));

  let faults = 0;
  const tell = replaced.report ?? printFault;
  const report: Report = (fault) => {
    faults += 1;
    tell(fault);
  };
  let port = config.port;
  const rules = () => ({ port, publicHosts: config.publicHosts, origins: config.origins });
  const unsaved = new Set<string>();
  const docsChanged = makeAnnouncer(() => hocuspocus, 'changed');
  const wavesChanged = makeAnnouncer(() => hocuspocus, 'waves');
  const hocuspocus: Hocuspocus<ConnectionContext> = makeHocuspocus({
    storage,
    doorman,
    rules,
    report,
    unsaved,
    appended: docsChanged.announce,
    compaction,
  });

  const closeWorkspace = (workspace: string) => {
    for (const name of hocuspocus.documents.keys())
      if (name.startsWith(`${workspace}/`)) hocuspocus.closeConnections(name);
  };
  const api = new Hono<Admitted>();
  api.use(speaksOurProtocol);
  api.route('/workspaces', workspaceRoutes(storage, doorman, now, closeWorkspace));
  api.use('/workspaces/:workspace/*', withSecret(doorman));
  api.route('/workspaces/:workspace', changeRoutes(storage));
  api.route('/workspaces/:workspace', waveRoutes(storage, wavesChanged.announce));
  const counts = () => ({
    documents: hocuspocus.getDocumentsCount(),
    connections: hocuspocus.getConnectionsCount(),
  });
  const health = () => healthOf({ storage, unsaved, faults: () => faults, counts });
  const app = makeApp({ dist: config.dist, rules, api, health });

  const door = makeSyncDoor(hocuspocus, rules);
  const http = serve({ fetch: app.fetch, port, hostname: config.address }) as HttpServer;
  http.on('upgrade', door.upgrade);
  await listening(http).catch(async (error: unknown) => {
    door.close();
    await storage.close();
    throw error;
  });
  port = (http.address() as AddressInfo).port;
  const host = config.address.includes(':') ? `[${config.address}]` : config.address;
  return {
    url: `http://${host}:${port}/`,
    port,
    ownerKey: owner,
    async close() {
      docsChanged.stop();
      wavesChanged.stop();
      const closed = new Promise<void>((done) => http.close(() => done()));
      door.close();
      hocuspocus.closeConnections();
      hocuspocus.flushPendingStores();
      http.closeAllConnections();
      await closed;
      await storage.close();
    },
  };
}

function listening(http: HttpServer): Promise<void> {
  return new Promise((done, failed) => {
    http.once('listening', () => done());
    http.once('error', failed);
  });
}

/** To the server's own log: which rule, which document, what went wrong; never content and never a secret. */
function printFault({ hook, document, error }: Parameters<Report>[0]): void {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(`hook ${hook}, document ${document}: ${what}`);
}
