import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { WaveStore } from '#core/ports/waves.ts';
import { pairId, pairsOf } from '#core/waves/index.ts';
import { type WaveDevice, wavesConformance } from '#test/conformance/waves.ts';
import { idOf, usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { WorkspaceDatabase } from '../database.ts';
import * as turns from './alone.ts';
import { faultOf } from './fault.ts';
import { placesOf } from './find.ts';
import { keyedHash } from './keyedHash.ts';
import { readKeys } from './keys.ts';
import { reconcileLookup } from './load.ts';
import { makeLookup } from './lookup.ts';
import { headName, parseHead } from './lookupHead.ts';
import { makeMemoryWaves } from './memory.ts';
import { factsIn, ShardPacker } from './shard.ts';
import { makeWaveShelf } from './shelf.ts';
import { makeWaveStore } from './store.ts';
import { storeWave, sweepUnfinishedWaves } from './write.ts';

const opened: WorkspaceDatabase[] = [];
let spaces = 0;
const database = (space: string): WorkspaceDatabase => {
  const db = new WorkspaceDatabase(idOf(space));
  opened.push(db);
  return db;
};
const newDatabase = (): WorkspaceDatabase => database(`space-${spaces++}`);
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

const onDatabase = (space: string): WaveDevice => {
  const db = database(space);
  return { waves: makeWaveStore(db), lookup: makeLookup(db), again: async () => onDatabase(space) };
};
wavesConformance('on IndexedDB', async () => onDatabase(`space-${spaces++}`));

wavesConformance('in memory', async () => {
  const device: WaveDevice = { ...makeMemoryWaves(), again: async () => device };
  return device;
});

const header = 'nps,email,name,company,date,comment,tier,speed';
const small = waveFrom({
  id: 'small',
  columns: usualColumns,
  csv: `${header}\n3,ann@example.com,Ann,Acme,2026-02-03,Slow,Enterprise,2\n9,bo@example.com,Bo,Birch,2026-02-04,,Small,5`,
});
const id = small.head.id;
const manyRows = (n: number) =>
  Array.from({ length: n }, (_, i) => `${i % 11},p${i}@many.example,,,,,,`).join('\n');

test('people of two stored surveys are matched as the team said, by names that are read for it', async () => {
  const db = newDatabase();
  const wave = (name: string, line: string) =>
    waveFrom({ id: name, columns: usualColumns, csv: `${header}\n${line}\n7,,,,,,,` });
  const before = wave('q3', '3,ada@old.example,Ada Byron,North,2026-02-03,,Small,2');
  const now = wave('q4', '9,ab@new.example,"Byron, Ada",north,2026-05-03,,Small,2');
  const keys = [];
  for (const one of [before, now]) {
    await makeWaveStore(db).save(one);
    const read = await readKeys(db, one.head.id, 2, true);
    if (!read.ok) throw new Error(read.why.kind);
    keys.push(read.value);
  }
  const [was, is] = keys;
  if (!was || !is) throw new Error('two surveys');
  expect(was.mails).toEqual(['ada@old.example', '']);
  const said = new Set([pairId('mail:ada@old.example', 'mail:ab@new.example')]);
  expect(pairsOf(was, is)).toMatchObject({ byId: 0, byEmail: 0, bySaid: 0 });
  expect(pairsOf(was, is, said)).toMatchObject({ byId: 0, byEmail: 0, bySaid: 1 });
  const plain = await readKeys(db, now.head.id, 2, false);
  expect(plain.ok && plain.value.names).toBeUndefined();
});

describe('what is stored', () => {
  test.each(['columns/0', 'people/0'])('a changed byte in %s is noticed', async (part) => {
    const db = newDatabase();
    await makeWaveStore(db).save(small);
    const row = await db.blobs.get([id, part]);
    const bytes = row?.bytes.slice() ?? new Uint8Array();
    bytes[bytes.length - 20]! ^= 1;
    await db.blobs.update([id, part], { bytes });
    expect(await makeWaveStore(db).people(id, [0])).toEqual({
      ok: false,
      why: { kind: 'damaged', wave: id, part },
    });
  });

  test('a save that fails half way leaves nothing', async () => {
    const db = newDatabase();
    db.waves.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const saved = await makeWaveStore(db).save(small);
    expect(saved).toEqual({ ok: false, why: { kind: 'quota' } });
    expect(await db.blobs.count()).toBe(0);
    expect(await db.waves.count()).toBe(0);
  });

  test('a large wave is written in turns: nobody sees it before its head, and no mark is left', async () => {
    const db = newDatabase();
    const big = waveFrom({ id: 'big', columns: usualColumns, csv: `${header}\n${manyRows(9000)}` });
    const seen: [number, number][] = [];
    const store = makeWaveStore(db);
    const part = (n: number) => ({ wave: 'big', part: `people/${n}`, hash: '', bytes: new Uint8Array(5e6) });
    async function* parts() {
      for (let n = 0; n < 5; n++) {
        yield part(n);
        seen.push([await db.blobs.count(), await db.waves.count()]);
      }
    }
    expect(await storeWave(db, big.head, parts())).toEqual({ ok: true, value: big.head });
    expect(seen.at(-1)?.[0]).toBeGreaterThan(1);
    expect(seen.every(([, waves]) => waves === 0)).toBe(true);
    expect(await db.blobs.count()).toBe(5);
    expect(await db.kept.count()).toBe(0);
    await store.remove(big.head.id);
    expect(await db.blobs.count()).toBe(0);
  });

  test('a stop leaves nothing, whenever it comes', async () => {
    const db = newDatabase();
    await makeWaveStore(db).save(small);
    const marks = () => db.kept.where('key').startsWith('wave:under way:').count();
    const before = [await db.blobs.count(), await db.waves.count(), await marks()];
    const other = { ...small.head, id: idOf<'wave'>('other'), contentHash: 'other' };
    for (let at = 0; at < 6; at++) {
      let asked = 0;
      const parts = [0, 1, 2, 3].map((n) => ({
        wave: 'other',
        part: `people/${n}`,
        hash: '',
        bytes: new Uint8Array(5e6),
      }));
      const saved = await storeWave(db, other, parts, () => asked++ >= at);
      expect(saved.ok).toBe(at === 5);
      if (saved.ok) await makeWaveStore(db).remove(other.id);
      expect([await db.blobs.count(), await db.waves.count(), await marks()]).toEqual(before);
    }
  });

  test('what a crash left of a wave is swept, and nothing else', async () => {
    const db = newDatabase();
    await makeWaveStore(db).save(small);
    const whole = await db.blobs.count();
    const row = { wave: 'lost', hash: '', bytes: new Uint8Array(9e6) };
    async function* killed() {
      yield { ...row, part: 'people/0' };
      yield { ...row, part: 'people/1' };
      yield { ...row, part: 'people/2' };
      // a killed process runs nothing more: the turn is never given back, as its lock would be
      await new Promise(() => {});
    }
    const lost = { ...small.head, id: idOf<'wave'>('lost'), contentHash: 'lost' };
    const alone = vi.spyOn(turns, 'alone').mockImplementation((_, work) => work());
    void storeWave(db, lost, killed());
    await vi.waitUntil(async () => (await db.blobs.count()) > whole);
    alone.mockRestore();
    expect(await makeWaveStore(db).list()).toEqual([small.head]);
    await sweepUnfinishedWaves(db);
    expect(await db.blobs.count()).toBe(whole);
    expect(await db.kept.count()).toBe(0);
    expect(await makeWaveStore(db).columns(id)).toEqual({ ok: true, value: small.columns });
  });

  test('a full disk is told from a database that is not there', () => {
    const full = new DOMException('full', 'QuotaExceededError');
    expect(faultOf(new Dexie.AbortError('aborted', full))).toEqual({ kind: 'quota' });
    expect(faultOf(new Dexie.MissingAPIError('no IndexedDB')).kind).toBe('unavailable');
  });

  test('a wave too large for one shard of people comes back whole', async () => {
    const big = waveFrom({ id: 'big', columns: usualColumns, csv: `${header}\n${manyRows(9000)}` });
    const store = makeWaveStore(newDatabase());
    await store.save(big);
    const rows = [8999, 0, 4096, 4095, 8192];
    const read = await store.people(big.head.id, rows);
    expect(read.ok && read.value.map(({ row }) => row)).toEqual(rows);
  });
});

describe('the lookup', () => {
  test('the keyed hash is HalfSipHash-2-4-64: vectors of the reference implementation', () => {
    const input = Uint8Array.from({ length: 64 }, (_, i) => i);
    const key = [0x03020100, 0x07060504] as const;
    const hex = (length: number): string =>
      keyedHash(input, length, key)
        .flatMap((word) => [0, 8, 16, 24].map((by) => (word >>> by) & 255))
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
    const expected = [
      '218d1f59b9b83cc8',
      'be552412f8387315',
      '064f39ef7c50eb57',
      'ce0f1a45f7060679',
      'd5e78a175be52ea1',
      'cb9d7c3f2f3db580',
      'ce3e91358aa2bc25',
      'ff202728b07bc684',
      'edfee820bce4858c',
      '5b51cccc13888307',
    ];
    expect(expected.map((_, length) => hex(length))).toEqual(expected);
  });

  test('shards come back as they were packed, short texts or long', () => {
    const names = ['', 'é', 'x'.repeat(254), 'y'.repeat(255), 'z'.repeat(70_000)];
    const packer = new ShardPacker();
    packer.start(names.length);
    names.forEach((name, i) => {
      packer.begin(i, 2 ** 32 - 1);
      packer.score(i === 0 ? null : i);
      packer.code(i === 1 ? 0xffff : 300);
      for (const text of ['e@x.example', 'key', name, '', '', 'said']) {
        const from = packer.open();
        packer.facts.text(text);
        packer.close(from);
      }
    });
    const shard = packer.done(JSON.stringify([[[300, 'Enterprise']]]));
    for (const [i, name] of names.entries())
      expect(factsIn(shard, [i, 2 ** 32 - 1])).toEqual([
        {
          email: 'e@x.example',
          key: 'key',
          name,
          accountName: '',
          answeredOn: '',
          comment: 'said',
          score: i === 0 ? null : i,
          segments: [i === 1 ? null : 'Enterprise'],
        },
      ]);
    expect(factsIn(shard, [0, 0])).toEqual([]);
    expect(factsIn(new Uint8Array([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]), [0, 0])).toEqual([]);
  });

  test('two people with one hash are told apart by their full e-mail', async () => {
    const db = newDatabase();
    const lookup = makeLookup(db);
    await lookup.add(small);
    const head = parseHead((await db.lookup.get(headName))?.bytes ?? new Uint8Array());
    if (!head) throw new Error('no head');
    const { places, hash } = placesOf('bo@example.com', head);
    const key = places[0]?.name ?? '';
    const bytes = (await db.lookup.get(key))?.bytes.slice() ?? new Uint8Array();
    const words = new DataView(bytes.buffer);
    for (const at of [12, 24]) {
      words.setUint32(at, hash[0], true);
      words.setUint32(at + 4, hash[1], true);
    }
    await db.lookup.put({ key, bytes });
    expect(factsIn(bytes, hash)).toHaveLength(2);
    expect(await lookup.byEmail('bo@example.com')).toMatchObject({ score: 9, name: 'Bo' });
    expect(placesOf('ann@example.com', head).hash).not.toEqual(hash);
    expect(await lookup.byEmail('ann@example.com')).toBeNull();
  });

  test('each wave has shards of its own, as many as its people need, and one that names nobody has none', async () => {
    const db = newDatabase();
    const lookup = makeLookup(db);
    await lookup.add(small);
    const before = await db.lookup.get('1/0');
    await lookup.add(waveFrom({ id: 'big', columns: usualColumns, csv: `${header}\n${manyRows(2500)}` }));
    await lookup.add(waveFrom({ id: 'none', columns: usualColumns, csv: `${header}\n1,,,,,,,` }));
    const keys = await db.lookup.toCollection().primaryKeys();
    expect(keys).toEqual(['1/0', '2/0', '2/1', '2/2', 'head']);
    expect(await db.lookup.get('1/0')).toEqual(before);
    for (const n of [0, 7, 1200, 2499])
      expect(await lookup.byEmail(`p${n}@many.example`)).toMatchObject({ score: n % 11 });
  });

  test('it says what a list of people says, whatever the file holds', async () => {
    const mail = fc.constantFrom('', 'a@x', ' A@x ', 'É@x', '"é@x"', 'b@x', '"b""c"@x');
    const text = fc.stringMatching(/^[a"é\u{1F600}\u{FEFF}\u{A0}\r\n, ]{0,6}$/u);
    const cell = text.map((said) => `"${said.replaceAll('"', '""')}"`);
    const rest = fc.tuple(cell, cell, fc.constantFrom('2026-02-03', '2026-02-04'), cell, cell);
    const row = fc
      .tuple(fc.constantFrom('', '0', '10'), mail, rest, fc.integer({ min: 0, max: 1 }))
      .map(([score, email, cells, cut]) => [score, email, ...cells.slice(0, 5 - cut)].join(','));
    const db = newDatabase();
    const stored = makeLookup(db);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 3 }), async (files) => {
        const listed = makeMemoryWaves().lookup;
        for (const [i, rows] of files.entries()) {
          const csv = `\ufeff${header}\r\n9,z@x,,,2026-02-01,,,\r\n${rows.join('\r\n')}`;
          const made = waveFrom({ id: `w${i}`, columns: usualColumns, csv });
          const wave = { ...made, head: { ...made.head, importedAt: i } };
          expect(await stored.add(wave)).toBe(true);
          await listed.add(wave);
        }
        for (const email of ['a@x', 'é@x', '"é@x"', 'b@x', '"b"c"@x', 'b"c"@x', 'z@x', 'nobody@x'])
          expect(await stored.byEmail(email)).toEqual(await listed.byEmail(email));
        for (const wave of await stored.waves()) await stored.removeById(wave);
        expect(await db.lookup.count()).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test('no e-mail stands where it could be listed: record names are numbers', async () => {
    const db = newDatabase();
    await makeLookup(db).add(small);
    const keys = await db.lookup.toCollection().primaryKeys();
    expect(keys).toEqual(['1/0', 'head']);
  });

  test('what a crash left half put in is not found, and swept out with the next wave', async () => {
    const db = newDatabase();
    const lookup = makeLookup(db);
    await lookup.add(small);
    const next = waveFrom({ id: 'next', columns: usualColumns, csv: `${header}\n1,zoe@example.com,,,,,,` });
    const killed = () => Promise.reject(new Error('killed'));
    const { put, bulkDelete } = db.lookup;
    Object.assign(db.lookup, { put: killed, bulkDelete: killed });
    await expect(lookup.add(next)).rejects.toThrow('killed');
    Object.assign(db.lookup, { put, bulkDelete });
    expect(await db.lookup.toCollection().primaryKeys()).toEqual(['1/0', '2/0', 'head']);
    expect(await lookup.byEmail('zoe@example.com')).toBeNull();
    expect(await lookup.byEmail('ann@example.com')).toMatchObject({ score: 3 });
    await lookup.add(waveFrom({ id: 'none', columns: usualColumns, csv: `${header}\n1,,,,,,,` }));
    expect(await db.lookup.toCollection().primaryKeys()).toEqual(['1/0', 'head']);
    await lookup.add(next);
    expect(await lookup.byEmail('zoe@example.com')).toMatchObject({ score: 1 });
  });

  test('a wave that could not be written leaves nothing', async () => {
    const db = newDatabase();
    const lookup = makeLookup(db);
    await lookup.add(small);
    db.lookup.put = () => Dexie.Promise.reject(new Error('full'));
    const next = waveFrom({ id: 'next', columns: usualColumns, csv: `${header}\n1,zoe@example.com,,,,,,` });
    await expect(lookup.add(next)).rejects.toThrow('full');
    expect(await db.lookup.toCollection().primaryKeys()).toEqual(['1/0', 'head']);
  });

  test('a stopped wave leaves it as it was, empty or not', async () => {
    const db = newDatabase();
    const lookup = makeLookup(db);
    const big = waveFrom({ id: 'big', columns: usualColumns, csv: `${header}\n${manyRows(2000)}` });
    expect(await lookup.add(big, { isStopped: () => true })).toBe(false);
    expect(await db.lookup.count()).toBe(0);
    await lookup.add(small);
    expect(await lookup.add(big, { isStopped: () => true })).toBe(false);
    expect(await db.lookup.count()).toBe(2);
    expect(await lookup.byEmail('p7@many.example')).toBeNull();
    expect(await lookup.byEmail('ann@example.com')).toMatchObject({ score: 3 });
    expect(await lookup.add(big)).toBe(true);
    expect(await lookup.byEmail('p7@many.example')).toMatchObject({ score: 7 });
  });

  test('without its last wave it is empty, without a large one as small as before', async () => {
    const db = newDatabase();
    const lookup = makeLookup(db);
    const big = waveFrom({ id: 'big', columns: usualColumns, csv: `${header}\n${manyRows(2000)}` });
    await lookup.add(small);
    await lookup.add(big);
    await lookup.remove(big.head.id);
    expect(await db.lookup.count()).toBe(2);
    expect(await lookup.byEmail('ann@example.com')).toMatchObject({ score: 3 });
    await lookup.remove(small.head.id);
    expect(await db.lookup.count()).toBe(0);
  });

  test('facts are stored whatever the letters', async () => {
    const said = ['"quoted" \\ back', 'two\nlines\tand é “𝒳”', 'bell \u0007 rings'];
    const rows = said.map(
      (text, i) => `5,p${i}@X.example,"${text.replaceAll('"', '""')}",A,,"${text.replaceAll('"', '""')}",,`,
    );
    const lookup = makeLookup(newDatabase());
    await lookup.add(
      waveFrom({ id: 'letters', columns: usualColumns, csv: `${header}\n${rows.join('\n')}` }),
    );
    for (const [i, text] of said.entries())
      expect(await lookup.byEmail(`p${i}@x.example`)).toMatchObject({
        name: text.trim(),
        comment: text.trim(),
      });
  });

  test('two tabs that add at once both succeed', async () => {
    const space = `space-${spaces++}`;
    const waves = ['a', 'b', 'c'].map((name) =>
      waveFrom({ id: name, columns: usualColumns, csv: `${header}\n1,${name}@example.com,,,,,,` }),
    );
    await Promise.all(waves.map((wave) => makeLookup(database(space)).add(wave)));
    const lookup = makeLookup(database(space));
    for (const name of ['a', 'b', 'c']) expect(await lookup.byEmail(`${name}@example.com`)).not.toBeNull();
  });

  test('it is made to agree with the stored waves', async () => {
    const db = newDatabase();
    const store = makeWaveStore(db);
    const lookup = makeLookup(db);
    await store.save(small);
    await lookup.add(
      waveFrom({ id: 'gone', columns: usualColumns, csv: `${header}\n1,gone@example.com,,,,,,` }),
    );
    expect(await reconcileLookup(store, lookup)).toBe(2);
    expect(await lookup.byEmail('gone@example.com')).toBeNull();
    expect(await lookup.byEmail('bo@example.com')).toMatchObject({ score: 9, segments: [['Tier', 'Small']] });
    expect(await reconcileLookup(store, lookup)).toBe(0);
  });
});

describe('the shelf', () => {
  const device = () => {
    const db = newDatabase();
    const store: WaveStore = makeWaveStore(db);
    const lookup = makeLookup(db);
    return { db, store, lookup, shelf: makeWaveShelf(db, store, lookup) };
  };
  const carried = async () => {
    const from = device();
    await from.store.save(small);
    const parts = [];
    for (const { part, hash } of await from.shelf.parts(id)) {
      const bytes = await from.shelf.part(id, part);
      if (bytes) parts.push({ part, hash, bytes });
    }
    return parts;
  };

  test('a disk that refuses is no wave that does not fit: it is said, and the same wave is taken later', async () => {
    const to = device();
    const full = vi.spyOn(to.db.blobs, 'bulkAdd').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const parts = await carried();
    await expect(to.shelf.take(structuredClone(small.head), parts)).rejects.toThrow('full');
    full.mockRestore();
    expect(await to.shelf.take(structuredClone(small.head), parts)).toBe(true);
  });

  test('a wave carried to another device is the same wave, found by e-mail', async () => {
    const to = device();
    expect(await to.shelf.take(structuredClone(small.head), await carried())).toBe(true);
    expect(await to.store.columns(id)).toEqual({ ok: true, value: small.columns });
    expect(await to.lookup.byEmail('ann@example.com')).toMatchObject({ score: 3 });
  });

  test.each([
    ['a head that is none', (parts: Awaited<ReturnType<typeof carried>>) => [{ id: 'x' }, parts]],
    ['a part with another hash', (parts) => [small.head, parts.map((p) => ({ ...p, hash: 'f'.repeat(64) }))]],
    ['a missing part', (parts) => [small.head, parts.filter(({ part }) => part !== 'columns/0')]],
    ['another number of rows', (parts) => [{ ...small.head, rows: 3 }, parts]],
  ] as [
    string,
    (parts: Awaited<ReturnType<typeof carried>>) => [unknown, Awaited<ReturnType<typeof carried>>],
  ][])('with %s nothing is stored', async (_name, change) => {
    const to = device();
    expect(await to.shelf.take(...change(await carried()))).toBe(false);
    expect(await to.db.blobs.count()).toBe(0);
    expect(await to.store.list()).toEqual([]);
  });
});
