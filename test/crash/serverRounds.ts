import { seededChance } from '#core/model/chance.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { newId, type WorkspaceId } from '#core/model/ids.ts';
import { readCollection } from '#core/replica/index.ts';
import { stockClient } from '#test/sync/testClient.ts';
import { quick, type TestTab, testBrowser, testTab } from '#test/sync/testTab.ts';
import { missingOf, type Typed, takeNotes } from './noteTaker.ts';
import type { ServerProcess } from './serverProcess.ts';

/** How a server under test is started and spoken to. */
export interface ServerUnderTest {
  start(): Promise<ServerProcess>;
  workspace: WorkspaceId;
  secret: string;
}

export interface RoundRules {
  /** How often the server is killed, at most. */
  rounds: number;
  seed: string;
  /** Ends with the first round that finds something lost. */
  untilLoss?: boolean;
}

/** What a run of rounds found. */
export interface ServerFindings {
  /** How often the server was killed. */
  kills: number;
  /** Notes that were shown as synced, over all rounds. */
  shown: number;
  /** Those of them that a fresh client did not read after a restart. */
  lost: string[];
}

/** Two interviews at a time, each with somebody who has it open and somebody who opens it for each note. */
const interviews = ['one', 'two'] as const;
/** Rounds that note in the same two: who opens one for each note waits longer with every note in it. */
const together = 10;
const holding = [true, false] as const;
/** The longest round, should the link never say "up to date". */
const longestMs = 5000;

/**
 * People note in shared interviews over the real link; the server is killed at a random moment, every other time at
 * the very moment the link says "up to date". Their browsers go away with it. After the restart a fresh client must
 * read every note that was typed before a link said "up to date", in the interviews of before as well.
 */
export async function serverRounds(server: ServerUnderTest, rules: RoundRules): Promise<ServerFindings> {
  const shown = new Map<DocName, Set<Typed>>();
  let current: readonly DocName[] = [];
  const found: ServerFindings = { kills: 0, shown: 0, lost: [] };
  for (let round = 0; round <= rules.rounds; round++) {
    const running = await server.start();
    try {
      const isOver = round === rules.rounds;
      // From time to time and at the end those of before as well: no later kill may reach back to them.
      const isTurn = round % together === 0;
      for (const [name, notes] of shown)
        if (isOver || isTurn || current.includes(name)) await compare(running, server, name, notes, found);
      if (isOver || (rules.untilLoss && found.lost.length > 0)) break;
      if (isTurn) current = interviews.map((id) => docName(server.workspace, 'interview', `${id}${round}`));
      for (const name of current) shown.set(name, shown.get(name) ?? new Set());
      const noting = new Map(current.map((name) => [name, shown.get(name) ?? new Set<Typed>()]));
      await noteUntilKilled(running, server, noting, `${rules.seed}, round ${round}`, round % 2 === 0);
      found.kills++;
    } finally {
      await running.kill();
    }
  }
  for (const notes of shown.values()) found.shown += notes.size;
  return found;
}

/** Reads as somebody would who was never there. */
async function compare(
  running: ServerProcess,
  { secret }: ServerUnderTest,
  name: DocName,
  notes: Set<Typed>,
  found: ServerFindings,
): Promise<void> {
  const fresh = stockClient(running, name, secret);
  await fresh.settled();
  for (const gone of missingOf(notes, (collection) => readCollection(fresh.doc, collection))) {
    found.lost.push(`${gone.text}, missing after kill ${found.kills}`);
    found.shown++;
    notes.delete(gone);
  }
  fresh.close();
}

async function noteUntilKilled(
  running: ServerProcess,
  { workspace, secret }: ServerUnderTest,
  shown: ReadonlyMap<DocName, Set<Typed>>,
  seed: string,
  atTheWord: boolean,
): Promise<void> {
  const chance = seededChance(seed);
  const killed = Promise.withResolvers<void>();
  let alive = true;
  const kill = () => {
    if (alive) running.kill().then(killed.resolve, killed.reject);
    alive = false;
  };
  let timer = setTimeout(kill, longestMs);
  let left = atTheWord ? 1 + chance.below(60) : Number.POSITIVE_INFINITY;
  const pause = 100 + chance.below(500);
  let begun = false;
  const count = (name: DocName, notes: readonly Typed[]) => {
    if (notes.length === 0) return;
    if (!begun && !atTheWord) {
      clearTimeout(timer);
      timer = setTimeout(kill, pause);
    }
    begun = true;
    for (const note of notes) shown.get(name)?.add(note);
    left -= notes.length;
    if (left <= 0) kill();
  };
  const tabs: TestTab[] = [];
  try {
    const taking = [...shown.keys()].flatMap((interview) =>
      holding.map((holds) => {
        const tab = testTab(running, testBrowser(workspace), secret, { timings: patient });
        tabs.push(tab);
        return takeNotes({
          tab,
          interview,
          chance: seededChance(newId<'chance'>(chance)),
          holds,
          over: () => !alive,
          synced: (notes) => count(interview, notes),
        });
      }),
    );
    await Promise.all(taking);
    await killed.promise;
  } finally {
    clearTimeout(timer);
    for (const tab of tabs) {
      await tab.close();
      await tab.browser.db.delete();
    }
  }
}

/** A busy machine must not be taken for a dead connection. */
const patient = { ...quick, ping: 2000, patience: 8000, doubt: 8000 };
