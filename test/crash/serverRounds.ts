import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, seededChance } from '#core/model/chance.ts';
import { type StockClient, stockClient } from '#test/sync/testClient.ts';
import type { ServerProcess } from './serverProcess.ts';

/** How a server under test is started and spoken to. */
export interface ServerUnderTest {
  start(): Promise<ServerProcess>;
  /** Names of the documents that are edited, and what opens them. */
  documents: readonly string[];
  secret: string;
}

/** What a run of rounds found. */
export interface ServerFindings {
  rounds: number;
  /** Edits that were shown as synced, over all rounds. */
  shown: number;
  /** Those of them that a fresh client did not read after the restart. */
  lost: string[];
}

/**
 * Several clients edit as fast as they are acknowledged; the server is killed at a random moment, every other time at
 * the very moment an edit is shown as synced. All clients go away with it. After the restart a fresh client must read
 * every edit that had been shown as synced.
 */
export async function serverRounds(
  server: ServerUnderTest,
  rounds: number,
  seed: string,
): Promise<ServerFindings> {
  const chance = seededChance(seed);
  const shown = new Map(server.documents.map((name) => [name, new Set<string>()]));
  const found: ServerFindings = { rounds, shown: 0, lost: [] };
  for (let round = 0; round <= rounds; round++) {
    const running = await server.start();
    try {
      for (const [name, keys] of shown) await compare(running, server, name, keys, round, found);
      if (round < rounds) await editUntilKilled(running, server, shown, chance, round);
    } finally {
      await running.kill();
    }
  }
  for (const keys of shown.values()) found.shown += keys.size;
  return found;
}

async function compare(
  running: ServerProcess,
  { secret }: ServerUnderTest,
  name: string,
  keys: Set<string>,
  round: number,
  found: ServerFindings,
): Promise<void> {
  const fresh = stockClient(running, name, secret);
  await fresh.settled();
  const there = fresh.doc.getMap('notes');
  for (const key of keys)
    if (there.get(key) !== `text of ${key}`) {
      found.lost.push(`${key}, missing at the start of round ${round}`);
      found.shown++;
      keys.delete(key);
    }
  fresh.close();
}

async function editUntilKilled(
  running: ServerProcess,
  { documents, secret }: ServerUnderTest,
  shown: ReadonlyMap<string, Set<string>>,
  chance: Chance,
  round: number,
): Promise<void> {
  let alive = true;
  let acknowledgedLeft = round % 2 === 0 ? 1 + chance.below(40) : Number.POSITIVE_INFINITY;
  const killed = Promise.withResolvers<void>();
  const kill = () => {
    if (!alive) return;
    alive = false;
    running.kill().then(killed.resolve, killed.reject);
  };
  const clients: StockClient[] = [];
  async function edit(name: string, who: number): Promise<void> {
    const client = stockClient(running, name, secret);
    clients.push(client);
    await client.settled(() => !alive);
    for (let i = 0; alive; i++) {
      const key = `r${round}c${who}n${i}`;
      client.doc.getMap('notes').set(key, `text of ${key}`);
      await client.settled(() => !alive);
      if (!alive) return;
      shown.get(name)?.add(key);
      if (--acknowledgedLeft <= 0) kill();
    }
  }
  const editing = documents.flatMap((name, d) => [0, 1].map((who) => edit(name, d * 2 + who)));
  void pause(150 + chance.below(500)).then(kill);
  await Promise.all(editing);
  await killed.promise;
  for (const client of clients) client.close();
}
