import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { digest, faultOf, makeLookup, makeWaveStore } from '#core/browser/waves/index.ts';
import { seededChance } from '#core/model/chance.ts';
import type { ImportProgress } from '#core/ports/importer.ts';
import { type Inspection, type Mapping, readMapping } from '#core/waves/index.ts';
import { bytesOf, idOf } from '#test/fixtures/waves.ts';
import { workbookOf } from '#test/fixtures/workbook.ts';
import { ImportSession, type SessionDeps } from './importSession.ts';
import { runSteps } from './steps.ts';

const opened: WorkspaceDatabase[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});
let spaces = 0;
function start(over: Partial<SessionDeps> = {}) {
  const db = new WorkspaceDatabase(idOf(`import-${spaces++}`));
  opened.push(db);
  const deps: SessionDeps = {
    waves: makeWaveStore(db),
    lookup: makeLookup(db),
    chance: seededChance(`session ${spaces}`),
    clock: { now: () => Date.UTC(2026, 9, 20), steady: () => performance.now() },
    digest,
    faultOf,
    ...over,
  };
  return { db, session: new ImportSession(deps), waves: makeWaveStore(db), lookup: makeLookup(db) };
}
const quiet = (): void => {};
const csv = 'nps,email,tier\n3,ann@x.org,A\n9,bo@x.org,B\n,cy@x.org,B\n11,dee@x.org,A';
const request = (mapping: Mapping) => ({ mapping, cycle: idOf<'cycle'>('q4'), cycleName: 'Q4 2026' });

async function open(session: ImportSession, text = csv): Promise<Inspection> {
  const file = await session.open(bytesOf(text), 'survey.csv', quiet);
  if (!file.ok) throw new Error(JSON.stringify(file.why));
  return file.value.inspection;
}

describe('an import', () => {
  test('checks without storing, then saves what it checked', async () => {
    const { session, waves, lookup } = start();
    const { mapping } = await open(session);
    const check = await session.check(mapping, quiet);
    expect(check).toMatchObject({
      ok: true,
      value: { rows: 4, answers: 2, nonResponses: 1, rejected: 1, withEmail: 3 },
    });
    expect(await waves.list()).toEqual([]);
    const saved = await session.save(request(mapping), quiet);
    expect(saved).toMatchObject({
      ok: true,
      value: { kind: 'saved', head: { cycle: 'q4', cycleName: 'Q4 2026', answers: 2 } },
    });
    expect(await lookup.byEmail('ann@x.org')).toMatchObject({ score: 3, cycle: 'q4' });
  });

  test('the same file twice changes nothing and says so', async () => {
    const { session, waves } = start();
    const { mapping } = await open(session);
    await session.save(request(mapping), quiet);
    const before = await waves.list();
    await open(session);
    expect(await session.save(request(mapping), quiet)).toMatchObject({
      ok: true,
      value: { kind: 'already', head: before[0] },
    });
    expect(await waves.list()).toEqual(before);
  });

  test('the same file with another mapping is told of when it is opened', async () => {
    const { session } = start();
    const { mapping } = await open(session);
    await session.save(request(mapping), quiet);
    const again = await session.open(bytesOf(csv), 'copy.csv', quiet);
    expect(again.ok && again.value.earlier.map(({ fileName }) => fileName)).toEqual(['survey.csv']);
  });

  test('what is kept remembers more than what was checked, though both say the same', async () => {
    const { session } = start();
    const { mapping } = await open(session);
    await session.check(mapping, quiet);
    const columns = mapping.columns.map((c) => (c.role === 'score' ? { ...c, kept: ['11'] } : c));
    expect(await session.save(request({ ...mapping, columns }), quiet)).toMatchObject({
      value: { kind: 'saved', head: { mapping: { columns } } },
    });
  });

  test('tells the values of a stored wave, and none of a wave that is not there', async () => {
    const { session } = start();
    const { mapping } = await open(session);
    const saved = await session.save(request(mapping), quiet);
    if (!saved.ok) throw new Error(saved.why.kind);
    expect(await session.valuesIn(saved.value.head.id)).toEqual(new Map([['tier', ['A', 'B']]]));
    expect(await session.valuesIn(idOf<'wave'>('nowhere'))).toEqual(new Map());
  });

  test('looks at another sheet of the workbook that is open', async () => {
    const { session } = start();
    const rows = (n: number) => [
      ['nps', 'email'],
      ...Array.from({ length: n }, (_, i) => [i % 11, `p${i}@x.org`]),
    ];
    const book = workbookOf({ Long: rows(9000), Short: rows(40) });
    const opened = await session.open(book, 'book.xlsx', quiet);
    expect(opened.ok && opened.value.inspection.sheet?.sheets).toMatchObject([
      { name: 'Long', rows: 200, rowsAre: 'atLeast' },
      { name: 'Short', rows: 40, rowsAre: 'counted' },
    ]);
    const short = await session.sheet('Short', quiet);
    if (!short.ok) throw new Error(short.why.kind);
    expect(short.value).toMatchObject({ rows: 40, mapping: { sheet: 'Short' } });
    expect(await session.check(short.value.mapping, quiet)).toMatchObject({ value: { answers: 40 } });
    expect(await session.sheet('None', quiet)).toMatchObject({ ok: false, why: { kind: 'sheetAbsent' } });
  });

  test('a bad file stores nothing and leaves the session usable', async () => {
    const { session, waves } = start();
    expect(await session.open(bytesOf('%PDF-1.7'), 'x.pdf', quiet)).toMatchObject({
      ok: false,
      why: { kind: 'notACsv' },
    });
    const { mapping } = await open(session, 'nps,x\n70,1\n80,2');
    expect(await session.save(request(mapping), quiet)).toMatchObject({
      ok: false,
      why: { kind: 'allOutOfRange' },
    });
    expect(await waves.list()).toEqual([]);
    expect((await open(session)).rows).toBe(4);
  });

  test('a lookup that cannot be written takes the wave back', async () => {
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const { session, waves } = start({ lookup: { add: full } });
    const { mapping } = await open(session);
    expect(await session.save(request(mapping), quiet)).toEqual({ ok: false, why: { kind: 'quota' } });
    expect(await waves.list()).toEqual([]);
  });

  test('a stop during the building stores nothing; the next step runs again', async () => {
    let at = 0;
    const clock = { now: () => 0, steady: () => (at += 100) };
    const { session, waves } = start({ clock });
    const long = `nps,email\n${Array.from({ length: 40_000 }, (_, i) => `${i % 11},p${i}@x.org`).join('\n')}`;
    const { mapping } = await open(session, long);
    const seen: ImportProgress[] = [];
    const stopped = await session.save(request(mapping), (progress) => {
      seen.push(progress);
      session.stop();
    });
    expect(stopped).toEqual({ ok: false, why: { kind: 'stopped' } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ step: 'building', unit: 'bytes', all: long.length });
    expect(await waves.list()).toEqual([]);
    expect((await session.check(mapping, quiet)).ok).toBe(true);
  });
});

test('contacts are joined, replaced and dropped', async () => {
  const { session } = start();
  const { mapping } = await open(session, 'nps,customer id\n9,1\n3,2\n5,3');
  const added = await session.addContacts(
    bytesOf('customer id,email,tier\n1,ann@x.org,A\n2,bo@x.org,B\n8,z@x.org,B'),
    'c.csv',
    quiet,
  );
  expect(added).toMatchObject({ ok: true, value: { rows: 3 } });
  expect(await session.check(mapping, quiet)).toMatchObject({
    value: {
      withEmail: 2,
      join: { joinedById: 2, rowsWithoutContact: 1, unjoined: [{ line: 4, value: '8' }] },
    },
  });
  session.dropContacts();
  expect(await session.check(mapping, quiet)).toMatchObject({ value: { withEmail: 0, join: null } });
  expect(await session.addContacts(bytesOf('colour\nred'), 'c.csv', quiet)).toMatchObject({
    ok: false,
    why: { kind: 'nothingToJoinBy' },
  });
});

test('long work pauses so that messages are heard', async () => {
  function* work(): Generator<number, string, void> {
    for (let i = 0; i < 10; i++) yield i;
    return 'done';
  }
  let at = 0;
  const reported: number[] = [];
  const run = await runSteps(work(), {
    now: () => (at += 15),
    report: (done) => reported.push(done),
    isStopped: () => false,
  });
  expect(run).toEqual({ ok: true, value: 'done' });
  expect(reported.length).toBeGreaterThan(1);
  expect(reported.length).toBeLessThan(10);
});

const surveys = fileURLToPath(new URL('../../../shared/data/surveys/', import.meta.url));
const sfo = `${surveys}sfo_2017_customer_survey.csv`;
test.skipIf(!existsSync(sfo))(
  '../shared/data/surveys/sfo_2017_customer_survey.csv: joined with a contacts file by RESPNUM',
  async () => {
    const map = readMapping(
      JSON.parse(readFileSync(new URL('../../test/fixtures/sfo2017.map.json', import.meta.url), 'utf8')),
    );
    if (!map.ok) throw new Error(map.why.problem);
    const { session, lookup, waves } = start();
    const bytes = new Uint8Array(readFileSync(sfo));
    const file = await session.open(bytes, 'sfo.csv', quiet);
    expect(file).toMatchObject({ ok: true, value: { inspection: { rows: 2831, columns: { length: 97 } } } });
    const contacts = Array.from(
      { length: 2000 },
      (_, i) => `${i + 1},Guest ${i + 1},guest${i + 1}@sfo.example,Firm ${i % 40},${i % 2 ? 'Gold' : 'Blue'}`,
    );
    const added = await session.addContacts(
      bytesOf(`RESPNUM,Name,Email,Company,Tier\n${contacts.join('\n')}`),
      'contacts.csv',
      quiet,
    );
    expect(added.ok).toBe(true);
    const saved = await session.save(request(map.value), quiet);
    if (!saved.ok) throw new Error(JSON.stringify(saved.why));
    const { head, join } = saved.value;
    expect(head).toMatchObject({ rows: 2831, answers: 2746, nonResponses: 85, rejected: 0 });
    expect(join?.joinedById).toBe(2831 - (join?.rowsWithoutContact ?? 0));
    expect(head.dimensions).toContain('Tier');
    expect(await lookup.byEmail('guest3@sfo.example')).toMatchObject({
      key: 'id:3',
      name: 'Guest 3',
      accountName: 'Firm 2',
    });
    const people = await waves.people(head.id, [0, 1, 2830]);
    expect(people.ok && people.value.map(({ key }) => key).slice(0, 2)).toEqual(['id:1', 'id:2']);
  },
);
