import { expect, test } from 'vitest';
import { type Chance, seededChance } from '#core/model/chance.ts';
import type { Fields } from '#core/model/json.ts';
import { stockClient, until } from './testClient.ts';
import { type TestServer, testServer } from './testServer.ts';
import { type TestBrowser, type TestTab, testBrowser, testTab } from './testTab.ts';

/** A seed that once failed is added here under a name that says what it found. */
const seeds: readonly (readonly [string, string])[] = [
  ['first', 'one'],
  ['second', 'two'],
  ['third', 'three'],
  ['fourth', 'four'],
];

/** More seeds on request: SOUNDING_FUZZ_SEEDS=200. */
const more = Array.from(
  { length: Number(process.env.SOUNDING_FUZZ_SEEDS ?? 0) },
  (_, i) => [`${i}`, `${i}`] as const,
);

const steps = 60;

interface Peer {
  browser: TestBrowser;
  tab: TestTab;
  offline: boolean;
}

test.each([...seeds, ...more])(
  'peers that edit, part, die and come back all end with the same (%s)',
  { timeout: 60_000 },
  async (_name, seed) => {
    const chance = seededChance(seed);
    const server = await testServer();
    const workspace = await server.workspace();
    const browsers = [0, 1, 2].map(() => testBrowser(workspace.id));
    const peers: Peer[] = browsers.map((browser) => ({
      browser,
      tab: testTab(server, browser, workspace.member),
      offline: false,
    }));
    const written = new Set<string>();
    for (let step = 0; step < steps; step++)
      await one(step, peers, server, workspace.member, chance, written);

    for (const peer of peers) peer.tab.cable.mend();
    for (const { tab } of peers) await tab.is('upToDate');
    const docs = ['a', 'b', 'c'].map((id) => peers[0]!.tab.name('interview', id));
    for (const doc of docs) {
      const there = await readFresh(server, doc, workspace.reader);
      for (const { tab } of peers)
        await until(`${doc} is the same`, async () => sameAs(there, await tab.read(doc)));
      for (const id of written)
        if (id.startsWith(`${doc} `)) expect(there).toHaveProperty(`${id.split(' ')[1]}/text`);
    }
    for (const { tab } of peers) await tab.close();
    await server.stop();
  },
);

async function one(
  step: number,
  peers: Peer[],
  server: TestServer,
  secret: string,
  chance: Chance,
  written: Set<string>,
): Promise<void> {
  const peer = peers[chance.below(peers.length)]!;
  const doc = peer.tab.name('interview', ['a', 'b', 'c'][chance.below(3)] ?? 'a');
  switch (chance.below(10)) {
    case 0:
      peer.offline = !peer.offline;
      if (peer.offline) peer.tab.cable.cut();
      else peer.tab.cable.mend();
      return;
    case 1:
      await peer.tab.kill();
      peer.tab = testTab(server, peer.browser, secret);
      peer.offline = false;
      return;
    case 2:
      if (step % 3 === 0) await server.restart();
      return;
    case 3:
      await new Promise((next) => setTimeout(next, chance.below(60)));
      return;
    default: {
      const id = `n${chance.below(12)}`;
      await peer.tab.put(doc, id, { text: `step ${step}` });
      const held = await peer.tab.replica.open(doc);
      await held.whenSaved();
      held.close();
      written.add(`${doc} ${id}`);
    }
  }
}

async function readFresh(server: TestServer, doc: string, secret: string): Promise<Record<string, unknown>> {
  const fresh = stockClient(server, doc, secret);
  await fresh.settled();
  fresh.close();
  return fresh.doc.getMap('notes').toJSON();
}

function sameAs(there: Record<string, unknown>, here: ReadonlyMap<string, Fields>): boolean {
  const flat = [...here].flatMap(([id, fields]) =>
    Object.entries(fields).map(([field, value]) => [`${id}/${field}`, value] as const),
  );
  return flat.length === Object.keys(there).length && flat.every(([key, value]) => there[key] === value);
}
