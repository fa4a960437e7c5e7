import { DraftsDatabase, takeOverDrafts, WorkspaceDatabase } from '#core/browser/database.ts';
import { BrowserDrafts } from '#core/browser/drafts.ts';
import { BrowserFacts } from '#core/browser/facts/index.ts';
import { openReplica } from '#core/browser/replica/index.ts';
import { Sessions } from '#core/browser/session.ts';
import { PresenceDesk } from '#core/browser/sync/presence.ts';
import { chanceOf } from '#core/model/chance.ts';
import type { Clock } from '#core/ports/clock.ts';
import { openWaves } from './lateWaves.ts';
import { lateWorkers } from './lateWorkers.ts';
import { windowMemory } from './preferences.ts';
import { countHere } from './readWaves.ts';
import { fileSaver } from './saver.ts';
import { makeSyncSwitch } from './syncSwitch.ts';

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
  const [replica, stored] = await Promise.all([openReplica({ workspace }), openWaves(db)]);
  const lines = new DraftsDatabase(workspace);
  // Before any is read. A disk that refuses is told of by whoever reads or writes; the lines stay where they are.
  if (db.isOpen()) await takeOverDrafts(db, lines).catch(() => {});
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
    counter: db.isOpen() ? workers.counter : countHere(stored.waves),
    memory: windowMemory(workspace),
    lists: workers.lists,
    samePeople: workers.samePeople,
    suggester: workers.suggester,
    files: fileSaver,
    sync: makeSyncSwitch(db.name, replica),
    presence: new PresenceDesk(),
  };
}

export type Adapters = Awaited<ReturnType<typeof makeAdapters>>;
