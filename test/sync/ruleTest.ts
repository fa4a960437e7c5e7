import { Doc, encodeStateAsUpdate } from 'yjs';
import { docName } from '#core/model/docName.ts';
import type { ServerStorage } from '#server/storage/storage.ts';
import { type RawClient, rawClient, stockClient, until } from './testClient.ts';
import { type TestServer, type TestWorkspace, testServer } from './testServer.ts';

/** A server whose storage can be made to fail, one document on it, and clients of any kind. */
export interface RuleTest {
  server: TestServer;
  workspace: TestWorkspace;
  /** The document every client here opens. */
  name: string;
  /** Names of storage methods that fail from now on. */
  failing: Set<keyof ServerStorage>;
  raw(secret: string): Promise<RawClient>;
  /** Entries in the document's log. */
  logged(): Promise<number>;
  /** What a fresh client reads of the document. */
  readsNow(): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export async function ruleTest(): Promise<RuleTest> {
  muteRefusals();
  const failing = new Set<keyof ServerStorage>();
  const server = await testServer({}, { storage: (real) => failingWhen(real, failing) });
  const workspace = await server.workspace();
  const name = docName(workspace.id, 'codebook');
  const clients: { close(): void }[] = [];
  const keep = <T extends { close(): void }>(client: T): T => {
    clients.push(client);
    return client;
  };
  return {
    server,
    workspace,
    name,
    failing,
    async raw(secret) {
      const client = keep(await rawClient(server, name));
      client.authenticate(secret);
      await client.waitForVerdict();
      return client;
    },
    logged: async () => (await server.storage.logSize(name)).entries,
    async readsNow() {
      const client = stockClient(server, name, workspace.reader);
      await client.settled();
      client.close();
      return client.doc.getMap('themes').toJSON();
    },
    async stop() {
      for (const client of clients) client.close();
      await server.stop();
    },
  };
}

const printed = console.error;

/** Hocuspocus prints every refusal with its stack; what a test provokes need not fill its output. */
function muteRefusals(): void {
  console.error = (...what: unknown[]) => {
    if (!String(what[0]).startsWith('closing connection')) printed(...what);
  };
}

function failingWhen(real: ServerStorage, failing: ReadonlySet<keyof ServerStorage>): ServerStorage {
  return new Proxy(real, {
    get(target, key: keyof ServerStorage) {
      if (!failing.has(key)) return target[key];
      return () => Promise.reject(new Error(`${key} fails`));
    },
  });
}

/** An update that sets one theme, from a client of its own. */
export function updateSetting(id: string, value: string): Uint8Array {
  const doc = new Doc();
  doc.getMap('themes').set(id, value);
  return encodeStateAsUpdate(doc);
}

export { until };
