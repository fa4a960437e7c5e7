import 'fake-indexeddb/auto';
import { WebSocket } from 'ws';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { connect, type RunningLink, type SyncOptions } from '#core/browser/sync/index.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { newId, type WorkspaceId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import { MemoryReplica, type MemoryWorld, memoryWorld } from '#core/replica/index.ts';
import { until } from './testClient.ts';
import { testChance } from './testServer.ts';

/** A socket that can be cut like a cable, and that never throws when closed early. */
export class Cable {
  /** How many sockets were made. */
  made = 0;
  #cut = false;
  readonly #open = new Set<WebSocket>();
  readonly WebSocket: typeof WebSocket;

  constructor() {
    const cable = this;
    this.WebSocket = class extends WebSocket {
      constructor(url: string) {
        super(cable.#cut ? 'ws://127.0.0.1:9/' : url);
        this.on('error', () => {});
        cable.made++;
        cable.#open.add(this);
        this.on('close', () => cable.#open.delete(this));
      }
    } as typeof WebSocket;
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.terminate();
  }

  /** Nothing goes through any more, and nobody is told. */
  freeze(): void {
    for (const socket of this.#open) {
      socket.pause();
      socket.send = () => {};
    }
  }

  mend(): void {
    this.#cut = false;
  }
}

/** What a browser keeps: the disk of its documents and the name of its database. Survives its tabs. */
export interface TestBrowser {
  world: MemoryWorld;
  db: WorkspaceDatabase;
  workspace: WorkspaceId;
}

export function testBrowser(workspace: WorkspaceId): TestBrowser {
  const db = new WorkspaceDatabase(newId<'workspace'>(testChance));
  return { world: memoryWorld(), db, workspace };
}

/** One tab of a browser: the real link over a replica, on the real server. */
export interface TestTab {
  link: RunningLink;
  replica: MemoryReplica;
  cable: Cable;
  browser: TestBrowser;
  name(kind: 'interview' | 'codebook', id?: string): DocName;
  /** Puts one record as a member would. */
  put(doc: DocName, id: string, fields: Fields): Promise<void>;
  read(doc: DocName): Promise<ReadonlyMap<string, Fields>>;
  is(kind: RunningLink['state']['kind']): Promise<void>;
  /** Closes the tab as a user would. */
  close(): Promise<void>;
  /** The tab is killed: nothing more of it is written or sent. */
  kill(): Promise<void>;
}

let tabs = 0;
const who = newId<'member'>(testChance);
export const quick = {
  retryFirst: 20,
  retryMost: 200,
  ping: 100,
  patience: 400,
  pause: 20,
  seldom: 100,
  doubt: 100,
};

export function testTab(
  server: { url: string },
  browser: TestBrowser,
  secret: string,
  more: Partial<SyncOptions> = {},
): TestTab {
  const replica = new MemoryReplica(browser.world);
  const cable = new Cable();
  const link = connect({
    url: server.url,
    workspace: browser.workspace,
    secret,
    replica,
    db: browser.db,
    clock: { now: () => Date.now(), steady: () => performance.now() },
    tab: `tab${++tabs}`,
    timings: quick,
    WebSocket: cable.WebSocket,
    ...more,
  });
  return {
    link,
    replica,
    cable,
    browser,
    name: (kind, id = '') => docName(browser.workspace, kind, id),
    put: (doc, id, fields) =>
      replica.apply([{ kind: 'put', doc, collection: 'notes', id, fields }], { who, why: 'test' }),
    async read(doc) {
      const open = await replica.open(doc);
      const notes = open.read('notes');
      open.close();
      return notes;
    },
    is: (kind) =>
      until(`state ${kind}, last ${JSON.stringify(link.state)}`, () => link.state.kind === kind).catch(() => {
        throw new Error(`expected ${kind}, is ${JSON.stringify(link.state)}`);
      }),
    async close() {
      await link.stop();
      await replica.destroy();
    },
    async kill() {
      cable.cut();
      await link.stop();
    },
  };
}
