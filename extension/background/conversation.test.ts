import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { type FeedOutcome, feed, greet } from '#core/browser/overlay/feed.ts';
import { inboxOf } from '#core/browser/overlay/inbox.ts';
import { type FromApp, fromExtension, pieceSize } from '#core/browser/overlay/messages.ts';
import { gatherParts, type PartSources, type Parts } from '#core/browser/overlay/parts.ts';
import { freshSecret, importKey } from '#core/browser/overlay/proof.ts';
import type { Wire } from '#core/browser/overlay/wire.ts';
import { makeLookup, makeWaveStore } from '#core/browser/waves/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { type InterviewFacts, theme } from '#core/themes/index.ts';
import { sessionMemory } from '#test/fixtures/sessionStorage.ts';
import { usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { wirePair } from '#test/fixtures/wires.ts';
import { cardPersonOf, closeShards, findPerson } from './answers.ts';
import { converse } from './door.ts';
import { beginIntake, forgetPairing, type Intake } from './intake.ts';
import type { Evidence } from './messages.ts';
import { pairWith, readCode, showCode } from './pairing.ts';
import { readRow, store } from './store.ts';
import { answerCard, answerEvidence, findingOf } from './visits.ts';

const origin = 'http://127.0.0.1:4600';
const now = Date.UTC(2026, 10, 22, 14, 2);
const jane = 'jane@acme.example';

interface Device extends PartSources {
  database: WorkspaceDatabase;
}
interface App extends Device {
  key: CryptoKey;
}

let app: App;
let changes: number;

beforeEach(async () => {
  vi.stubGlobal('chrome', sessionMemory());
  await store.open();
  app = { ...(await makeApp()), key: await paired() };
  changes = 0;
});

afterEach(async () => {
  closeShards();
  store.close();
  app.database.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  vi.unstubAllGlobals();
});

/** A device with one survey: 40 answers, Jane's among them, and one interview with her. */
async function makeApp(): Promise<Device> {
  const workspace = newId<'workspace'>(seededChance('workspace'));
  const database = new WorkspaceDatabase(workspace);
  const device = { workspace, database, waves: makeWaveStore(database), replica: new MemoryReplica() };
  await importSurvey(device, 'q4', `4,${jane},Jane Doe,,2026-10-12,Exports fail,Enterprise,`);
  const codebook = docName(workspace, 'codebook');
  const reliability = { name: 'export reliability', category: 'product', definition: '' } as const;
  await device.replica.apply([theme.put(codebook, 't1', reliability)], {
    who: newId(seededChance('member')),
    why: 'test',
  });
  await database.facts.put(interviewWith(jane));
  return device;
}

const header = 'nps,email,name,company,date,comment,tier,speed';
const others = Array.from(
  { length: 39 },
  (_, i) => `${i % 11},p${i}@acme.example,P ${i},,2026-10-13,,${i % 2 ? 'Small' : 'Enterprise'},`,
);

/** As on a device: what is saved can be found by e-mail. */
async function importSurvey(
  { waves, database }: Device,
  id: string,
  janes: string,
  metric?: 'csat',
): Promise<void> {
  const wave = waveFrom({
    id,
    cycleName: 'Q4 2026',
    columns: usualColumns,
    ...(metric && { metric }),
    csv: [header, janes, ...others].join('\n'),
  });
  await waves.save(wave);
  await makeLookup(database).add(wave);
}

function interviewWith(email: string): InterviewFacts {
  const mention = { severity: 2, verbatim: false, valence: 'bad', text: 'again' } as const;
  return {
    interview: 'i1',
    cycle: 'c1',
    person: `mail:${email}`,
    name: 'Jane Doe',
    accountName: '',
    revenue: null,
    band: 'detractor',
    score: 4,
    segments: {},
    interviewer: 'm1',
    startedAt: now - 86_400_000,
    endedAt: now - 86_000_000,
    consentQuote: 'no',
    notes: 12,
    mentions: [{ ...mention, note: 'n1', theme: 't1' }],
    sample: false,
  };
}

async function paired(): Promise<CryptoKey> {
  await showCode(now);
  const code = (await readCode(now))?.text ?? '';
  const answer = await pairWith(origin, code, now);
  if (answer.kind !== 'paired') throw new Error(answer.kind);
  return importKey(answer.secret);
}

/** Opens a line to the extension as the browser would for a page of `from`. */
function call(from = origin): Wire {
  const [appEnd, extensionEnd] = wirePair();
  void converse(extensionEnd, from, { changed: () => changes++ }).finally(() => extensionEnd.close());
  return appEnd;
}

async function handOver(parts?: Parts): Promise<FeedOutcome> {
  const session = await greet(call(), app.key, origin);
  if (session.kind !== 'session') return session;
  const outcome = await feed(session, parts ?? (await gather()), () => {});
  session.wire.close();
  return outcome;
}

const gather = () => gatherParts(app, { known: null, changes: 0 }, now);

async function card(email: string) {
  const facts = await findPerson(email);
  return facts && cardPersonOf(facts, { site: 'anyPage', chosen: false });
}

/** What the extension answers to messages sent one after another. */
async function answers(messages: readonly FromApp[], from = origin): Promise<string[]> {
  const wire = call(from);
  const inbox = inboxOf(wire, fromExtension);
  const said: string[] = [];
  for (const message of messages) {
    wire.send(message);
    const answer = await inbox.next(5_000);
    said.push(typeof answer === 'string' ? answer : answer.kind === 'refused' ? answer.why : answer.kind);
  }
  return said;
}

test('the card has what the app has: score, wave, segments with their intervals, themes, last interview, age', async () => {
  expect(await handOver()).toEqual({ kind: 'fed' });
  const person = await card(jane);
  expect(person).toMatchObject({
    name: 'Jane Doe',
    score: 4,
    band: 'detractor',
    cycleName: 'Q4 2026',
    comment: 'Exports fail',
    themes: [{ name: 'export reliability', category: 'product', severity: 2 }],
    interview: { notes: 12, count: 1, running: false },
    asOf: now,
    app: origin,
  });
  const [tier] = person?.segments ?? [];
  expect(tier).toMatchObject({ dimension: 'Tier', value: 'Enterprise' });
  expect(tier?.nps?.low).toBeLessThan(tier?.nps?.value ?? Number.NaN);
  expect(tier?.nps?.high).toBeGreaterThan(tier?.nps?.value ?? Number.NaN);
  expect(await findPerson('nobody@acme.example')).toBeNull();
});

test('an answer of 4 to a satisfaction survey has no band, and its segments no score of another question', async () => {
  await importSurvey(app, 'csat', `4,${jane},Jane Doe,,2026-11-02,Fine now,Enterprise,`, 'csat');
  await handOver();
  const person = await card(jane);
  expect(person).toMatchObject({ score: 4, metric: 'csat', band: null, comment: 'Fine now' });
  expect(person?.segments).toMatchObject([{ value: 'Enterprise', nps: null }]);
});

test('nothing answers before everything is in, and the next attempt asks only for the rest', async () => {
  const parts = await gather();
  const session = await greet(call(), app.key, origin);
  if (session.kind !== 'session') throw new Error(session.kind);
  session.wire.send({ kind: 'inventory', holds: parts.holds, parts: parts.heads });
  const wanted = await session.inbox.next(5_000);
  if (typeof wanted === 'string' || wanted.kind !== 'wanted') throw new Error('no list of parts');
  expect(wanted.names).toHaveLength(parts.heads.length);
  session.wire.close();
  expect(await findPerson(jane)).toBeNull();
  expect(await readRow('current')).toBeNull();
  expect(await handOver(parts)).toEqual({ kind: 'fed' });
  expect((await findPerson(jane))?.name).toBe('Jane Doe');
});

test('what is there already is not sent again', async () => {
  await handOver();
  const sent: string[] = [];
  await app.database.facts.put({ ...interviewWith(jane), notes: 13 });
  const parts = await gather();
  await handOver({
    ...parts,
    read: (name) => {
      sent.push(name);
      return parts.read(name);
    },
  });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatch(/^people:/);
  expect((await card(jane))?.interview?.notes).toBe(13);
});

test('a half handed over change leaves the old state answering', async () => {
  await handOver();
  await importSurvey(app, 'q1', `9,${jane},Jane Doe,,2027-01-12,Better,Enterprise,`);
  const parts = await gather();
  const broken: Parts = {
    ...parts,
    read: async (name) => (name.startsWith('figures') ? null : parts.read(name)),
  };
  expect(await handOver(broken)).toEqual({ kind: 'changed' });
  expect((await card(jane))?.score).toBe(4);
  expect(await handOver()).toEqual({ kind: 'fed' });
  expect((await card(jane))?.score).toBe(9);
});

test('bytes that are not what was announced are refused, and the state stays', async () => {
  await handOver();
  await importSurvey(app, 'q1', `9,${jane},Jane Doe,,2027-01-12,Better,Enterprise,`);
  const parts = await gather();
  const forged: Parts = {
    ...parts,
    read: async (name) => {
      const bytes = new Uint8Array((await parts.read(name)) ?? []);
      // Shards alone: a small part would be caught by its schema.
      if (name.startsWith('lookup:')) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return bytes;
    },
  };
  expect(await handOver(forged)).toEqual({ kind: 'changed' });
  expect((await card(jane))?.score).toBe(4);
});

test('a removed wave is gone from the extension with the next feeding', async () => {
  await handOver();
  const [wave] = await app.waves.list();
  if (wave) await makeLookup(app.database).remove(wave.id);
  if (wave) await app.waves.remove(wave.id);
  expect(await handOver()).toEqual({ kind: 'fed' });
  expect(await findPerson(jane)).toBeNull();
  const databases = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('sounding-overlay-'));
  expect(databases.length).toBeLessThanOrEqual(1);
});

test('unpairing deletes everything that was handed over', async () => {
  await handOver();
  expect(await findPerson(jane)).not.toBeNull();
  const session = await greet(call(), app.key, origin);
  if (session.kind !== 'session') throw new Error(session.kind);
  session.wire.send({ kind: 'unpair' });
  expect(await session.inbox.next(5_000)).toEqual({ kind: 'unpaired' });
  expect(await findPerson(jane)).toBeNull();
  expect(await store.live.count()).toBe(0);
  expect((await Dexie.getDatabaseNames()).filter((n) => n.startsWith('sounding-overlay-'))).toEqual([]);
  expect(await handOver()).toEqual({ kind: 'notPaired' });
  app.key = await paired();
  expect(await handOver()).toEqual({ kind: 'fed' });
  expect((await findPerson(jane))?.name, 'paired again with the same people').toBe('Jane Doe');
});

/** Where data of an app may lie. */
const left = async () => ({
  current: await readRow('current'),
  live: await store.live.count(),
  staged: await store.staged.count(),
  shards: (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('sounding-overlay-')),
});
const nothing = { current: null, live: 0, staged: 0, shards: [] };

/** An intake with every part stored that only has to be switched to. */
async function almostTaken(): Promise<Intake> {
  const pairing = await readRow('pairing');
  if (!pairing) throw new Error('not paired');
  const parts = await gather();
  const intake = await beginIntake(pairing, parts.holds, parts.heads);
  expect(await intake.store(await partsFor(intake, parts))).toBe('stored');
  return intake;
}

const partsFor = (intake: Intake, parts: Parts) =>
  Promise.all(
    intake.wanted.map(async (name) => ({ name, bytes: (await parts.read(name)) ?? new Uint8Array() })),
  );

test('unpaired while a feed is finishing, at whatever moment, nothing of it comes back', async () => {
  const intake = await almostTaken();
  // In the very moment of switching: the deletion is asked for first, so it is what the disk does first.
  const [, outcome] = await Promise.all([forgetPairing(), intake.commit()]);
  intake.close();
  expect(outcome).toBe('ended');
  expect(await left()).toEqual(nothing);
});

test('unpaired in the middle of a feed, the parts that still come are not kept', async () => {
  const pairing = await readRow('pairing');
  if (!pairing) throw new Error('not paired');
  const parts = await gather();
  const intake = await beginIntake(pairing, parts.holds, parts.heads);
  const sent = await partsFor(intake, parts);
  expect(await intake.store(sent.slice(0, 1))).toBe('stored');
  await forgetPairing();
  expect(await intake.store(sent.slice(1))).toBe('ended');
  intake.close();
  expect(await left()).toEqual(nothing);
});

test('paired with another app, what the first hands over last is not taken, and it cannot end the other pairing', async () => {
  const session = await greet(call(), app.key, origin);
  if (session.kind !== 'session') throw new Error(session.kind);
  const intake = await almostTaken();
  await showCode(now + 1);
  const code = (await readCode(now + 1))?.text ?? '';
  expect((await pairWith('http://127.0.0.1:4700', code, now + 1)).kind).toBe('paired');
  expect(await intake.commit()).toBe('ended');
  intake.close();
  expect(await left()).toMatchObject({ current: null, live: 0, staged: 0 });
  session.wire.send({ kind: 'unpair' });
  expect(await session.inbox.next(5_000)).toEqual({ kind: 'unpaired' });
  expect((await readRow('pairing'))?.origin).toBe('http://127.0.0.1:4700');
});

test('the first app is forgotten before the second is written, so that a worker that dies in between mixes nothing', async () => {
  await handOver();
  const held: unknown[] = [];
  const put = store.state.put.bind(store.state);
  const watched = vi.spyOn(store.state, 'put').mockImplementation(((row: { key: string; value: unknown }) =>
    left().then((now) => {
      if (row.key === 'pairing') held.push(now);
      return put(row);
    })) as unknown as typeof store.state.put);
  await paired();
  watched.mockRestore();
  expect(held).toEqual([nothing]);
});

test('without a pairing neither a page nor a card is answered, whatever was left behind', async () => {
  await handOver();
  const from = { tab: 1, documentId: 'd', origin: 'https://crm.example' };
  const evidence: Evidence = { kind: 'evidence', site: 'anyPage', emails: [jane], crowd: false };
  const found = await answerEvidence(evidence, from, now);
  if (found.kind !== 'someone') throw new Error(found.kind);
  expect((await answerCard({ kind: 'card', token: found.token }, 1)).kind).toBe('person');
  await store.state.delete('pairing');
  expect(await answerCard({ kind: 'card', token: found.token }, 1)).toEqual({ kind: 'noData' });
  expect(await answerEvidence(evidence, from, now)).toEqual({ kind: 'nothing' });
  expect(await findingOf(1)).toBe('noData');
});

test('only the pinned origin gets in, and only with the key', async () => {
  expect((await greet(call('http://127.0.0.1:9999'), app.key, 'http://127.0.0.1:9999')).kind).toBe(
    'notPaired',
  );
  expect((await greet(call('http://localhost:4600'), app.key, origin)).kind).toBe('notPaired');
  expect((await greet(call(), await importKey(freshSecret()), origin)).kind).toBe('notPaired');
  const nonce = freshSecret();
  expect(
    await answers([
      { kind: 'hello', nonce },
      { kind: 'proof', proof: freshSecret() },
    ]),
  ).toEqual(['challenge', 'badProof']);
  expect((await greet(call(), app.key, origin)).kind).toBe('session');
});

test('nothing is taken before the proof', async () => {
  const parts = await gather();
  const inventory: FromApp = { kind: 'inventory', holds: parts.holds, parts: [...parts.heads] };
  expect(await answers([inventory])).toEqual(['closed']);
  expect(await answers([{ kind: 'unpair' }])).toEqual(['closed']);
  expect(await answers([{ kind: 'hello', nonce: freshSecret() }, inventory])).toEqual([
    'challenge',
    'closed',
  ]);
  expect(await readRow('pairing')).not.toBeNull();
});

test.each<[string, unknown]>([
  ['no object', 'hello'],
  ['an unknown kind', { kind: 'dump' }],
  ['an extra field', { kind: 'hello', nonce: 'a'.repeat(64), more: 1 }],
  ['a code of a megabyte', { kind: 'pair', code: 'A'.repeat(1_000_000) }],
  ['a piece larger than agreed', { kind: 'piece', name: 'lookup:head', bytes: 'A'.repeat(2 * pieceSize) }],
  ['a part with a name of its own', { kind: 'piece', name: 'state:pairing', bytes: '' }],
])('a message that is %s ends the conversation', async (_, message) => {
  const wire = call();
  const inbox = inboxOf(wire, fromExtension);
  wire.send(message);
  expect(await inbox.next(5_000)).toBe('closed');
});

test('a code is good once, for five minutes, for five tries, and guesses in parallel share them', async () => {
  await showCode(now);
  const shown = (await readCode(now))?.text ?? '';
  expect(await readCode(now + 5 * 60_000)).toBeNull();
  expect((await pairWith(origin, shown, now + 5 * 60_000)).kind).toBe('codeGone');
  const guesses = await Promise.all(
    Array.from({ length: 20 }, () => pairWith('http://127.0.0.1:6666', 'BCDF-GHJK', now)),
  );
  expect(guesses.filter((g) => g.kind === 'wrongCode')).toHaveLength(4);
  expect((await pairWith(origin, shown, now)).kind).toBe('codeGone');
  await showCode(now);
  const next = (await readCode(now))?.text.toLowerCase().replace('-', ' ') ?? '';
  expect((await pairWith(origin, next, now)).kind).toBe('paired');
  expect((await pairWith(origin, next, now)).kind).toBe('codeGone');
});
