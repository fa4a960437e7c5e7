import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededChance } from '#core/model/chance.ts';
import { newId, type WorkspaceId } from '#core/model/ids.ts';
import { protocolHeader, protocolVersion, type WorkspaceSecrets } from '#core/model/protocol.ts';
import type { Config } from '#server/config.ts';
import type { HookFault } from '#server/hooks/guard.ts';
import { type RunningServer, type ServerParts, startServer } from '#server/server.ts';
import type { ServerStorage } from '#server/storage/storage.ts';

/** Ids that differ within a test run and are the same in the next. */
export const testChance = seededChance('test server');

/** A workspace on a test server with both its secrets. */
export interface TestWorkspace extends WorkspaceSecrets {
  id: WorkspaceId;
}

/** A real server in this process, on a free port, with a data folder of its own. */
export interface TestServer extends RunningServer {
  storage: ServerStorage;
  /** Its data folder. */
  data: string;
  /** What hooks reported since the start. */
  faults: HookFault[];
  workspace(): Promise<TestWorkspace>;
  /** Asks the API; the protocol header is set. */
  ask(path: string, secret?: string, init?: RequestInit): Promise<Response>;
  /** Closes it and starts it again on the same data and port. */
  restart(): Promise<void>;
  /** Closes it and deletes its data. */
  stop(): Promise<void>;
}

export async function testServer(config: Partial<Config> = {}, parts: ServerParts = {}): Promise<TestServer> {
  const data = mkdtempSync(join(tmpdir(), 'sounding-server-'));
  const faults: HookFault[] = [];
  const full: Config = {
    address: '127.0.0.1',
    port: 0,
    data,
    dist: join(data, 'none'),
    publicHosts: [],
    origins: [],
    maxBytes: 0,
    ...config,
  };
  let storage: ServerStorage | undefined;
  const start = (port: number) =>
    startServer(
      { ...full, port },
      {
        report: (fault) => faults.push(fault),
        ...parts,
        storage: (opened) => {
          storage = parts.storage?.(opened) ?? opened;
          return storage;
        },
      },
    );
  let running = await start(full.port);

  const ask: TestServer['ask'] = (path, secret = '', init = {}) =>
    fetch(`${running.url}api/${path}`, {
      ...init,
      headers: {
        [protocolHeader]: String(protocolVersion),
        ...(secret !== '' && { authorization: `Bearer ${secret}` }),
        ...(init.headers as Record<string, string>),
      },
    });
  return {
    url: running.url,
    port: running.port,
    data: full.data,
    get ownerKey() {
      return running.ownerKey;
    },
    get storage() {
      if (!storage) throw new Error('the server has no storage yet');
      return storage;
    },
    faults,
    ask,
    async workspace() {
      const id = newId<'workspace'>(testChance);
      const made = await ask('workspaces', running.ownerKey, {
        method: 'POST',
        body: JSON.stringify({ workspace: id }),
      });
      return { id, ...((await made.json()) as WorkspaceSecrets) };
    },
    async restart() {
      await running.close();
      running = await start(running.port);
    },
    close: () => running.close(),
    async stop() {
      await running.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
