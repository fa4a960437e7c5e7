import { signal } from '@preact/signals';
import { DraftsDatabase, takeOverDrafts, WorkspaceDatabase } from '#core/browser/database.ts';
import { BrowserDrafts } from '#core/browser/drafts.ts';
import { BrowserFacts } from '#core/browser/facts/index.ts';
import { openReplica, timings, within } from '#core/browser/replica/index.ts';
import { Sessions } from '#core/browser/session.ts';
import { PresenceDesk } from '#core/browser/sync/presence.ts';
import { chanceOf } from '#core/model/chance.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Standing } from './deps.ts';
import { openWaves } from './lateWaves.ts';
import { lateWorkers } from './lateWorkers.ts';
import { windowMemory } from './preferences.ts';
import { countHere } from './readWaves.ts';
import { fileSaver } from './saver.ts';
import { makeSyncSwitch } from './syncSwitch.ts';
import type { Trouble } from './troubles.ts';

/** Unpredictable words from the browser, a page at a time: one call for 256 of them. */
function cryptoChance() {
  const page = new Uint32Array(256);
  let next = page.length;
  return chanceOf(() => {
    if (next === page.length) {
      crypto.getRandomValues(page);
      next = 0;
    }
    return page[next++] ?? 0;
  });
}

const clock: Clock = { now: () => Date.now(), steady: () => performance.now() };

/** Everything that touches disk, network, files, time or chance, built for the workspace that is open. */
export async function makeAdapters() {
  const chance = cryptoChance();
  const sessions = await Sessions.open(chance);
  const { workspace, member } = sessions.session;
  // the name may change while the window is open; the rest may not
  const session = {
    workspace,
    member,
    get memberName() {
      return sessions.session.memberName;
    },
    get role() {
      return sessions.current.role;
    },
  };
  const db = new WorkspaceDatabase(workspace);
  const troubles = signal<readonly Standing[]>([]);
  const memory = windowMemory(workspace);
  let teller: Promise<(trouble: Trouble) => Promise<void>> | null = null;
  const tell = async (trouble: Trouble) => {
    teller ??= import('./troubles.ts').then(({ makeTroubles }) =>
      makeTroubles({ replica, memory, troubles }),
    );
    await (await teller)(trouble);
  };
  const [replica, stored] = await Promise.all([openReplica({ workspace, onFault: tell }), openWaves(db)]);
  const lines = new DraftsDatabase(workspace);
  // Where nothing is stored at all, the replica says so.
  if (sessions.isMakeshift) void tell({ kind: 'workspaces' });
  if (!stored.isStored) void tell({ kind: 'surveys' });
  // Before any is read. A disk that refuses is told of by whoever reads or writes; the lines stay where they are.
  if (stored.isStored) await within(takeOverDrafts(db, lines), timings.lastPatience).catch(() => {});
  const report = (bug: unknown) => reportError(bug);
  const facts = new BrowserFacts({ workspace, db, replica, report });
  const workers = lateWorkers(workspace, replica);
  return {
    clock,
    chance,
    sessions,
    session,
    db,
    replica,
    facts,
    drafts: new BrowserDrafts(lines),
    stored,
    waves: stored.waves,
    lookup: stored.lookup,
    importer: workers.importer,
    // a worker finds only what is stored
    counter: stored.isStored ? workers.counter : countHere(stored.waves),
    memory,
    troubles,
    tell,
    lists: workers.lists,
    samePeople: workers.samePeople,
    suggester: workers.suggester,
    files: fileSaver,
    sync: makeSyncSwitch(db.name, replica),
    presence: new PresenceDesk(),
  };
}

export type Adapters = Awaited<ReturnType<typeof makeAdapters>>;
