import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameLikeness } from './alike.ts';
import { pairsOf } from './pairsOf.ts';
import { pairId } from './said.ts';

const keys = (ids: string, mails: string) => ({ ids: ids.split(','), mails: mails.split(',') });

test('people are matched by id, then by e-mail where one side has no id', () => {
  const pairs = pairsOf(keys('a,b,,d', 'a@x,b@x,c@x,'), keys(',b,,a', 'c@x,other@x,a@x,'));
  expect([...pairs.before]).toEqual([2, 1, 0]);
  expect([...pairs.now]).toEqual([0, 1, 3]);
  expect(pairs).toMatchObject({ byId: 2, byEmail: 1, ambiguous: 0 });
});

test('what could mean two people is counted and left out', () => {
  expect(pairsOf(keys('a,a,b', ',,'), keys('a,b,b', ',,'))).toMatchObject({ byId: 0, ambiguous: 2 });
  const shared = pairsOf(keys('a', 'info@x'), keys('b', 'info@x'));
  expect(shared).toMatchObject({ byId: 0, byEmail: 0, conflicting: 1 });
});

test('an answer without an id beside one with it does not hide who is meant; two alike do', () => {
  const now = keys('a,', 'new@x,a@x');
  const pairs = pairsOf(keys('a', 'a@x'), now);
  expect(pairs).toMatchObject({ byId: 1, ambiguous: 0 });
  expect([...pairs.now]).toEqual([0]);
  expect(pairsOf(keys('', 'a@x'), keys(',', 'a@x,a@x'))).toMatchObject({ byEmail: 0, ambiguous: 1 });
});

test('ids that only number the answers of a file match nobody; e-mails still do', () => {
  const wave = (size: number, mails: (i: number) => string, id = (i: number) => `${i + 1}`) => ({
    ids: Array.from({ length: size }, (_, i) => id(i)),
    mails: Array.from({ length: size }, (_, i) => mails(i)),
  });
  const noMail = () => '';
  expect(pairsOf(wave(30, noMail), wave(25, noMail))).toMatchObject({ byId: 0, byEmail: 0, ambiguous: 0 });
  const shuffled = wave(30, noMail, (i) => `${((i * 7) % 30) + 1}`);
  expect(pairsOf(shuffled, wave(25, noMail)).byId).toBe(0);
  const mailed = pairsOf(
    wave(30, (i) => `a${i}@x`),
    wave(30, (i) => `a${i + 5}@x`),
  );
  expect(mailed).toMatchObject({ byId: 0, byEmail: 25, conflicting: 0 });
  // customers of a larger register, and a few of a small one
  expect(
    pairsOf(
      wave(30, noMail, (i) => `${i * 3 + 1}`),
      wave(30, noMail, (i) => `${i * 3 + 1}`),
    ).byId,
  ).toBe(30);
  expect(pairsOf(wave(9, noMail), wave(9, noMail)).byId).toBe(9);
});

test('an e-mail that two people share leaves nobody out who has an id', () => {
  const pairs = pairsOf(keys('a,b', 'both@x,both@x'), keys('a,b', 'both@x,both@x'));
  expect(pairs).toMatchObject({ byId: 2, conflicting: 0 });
  expect(pairsOf(keys('a,b', 'both@x,both@x'), keys('', 'both@x'))).toMatchObject({
    byEmail: 0,
    conflicting: 1,
  });
});

test('nobody is in two pairs, and every pair shares an id or an e-mail', () => {
  const wave = fc
    .array(fc.tuple(fc.constantFrom('', 'a', 'b', 'c', 'd'), fc.constantFrom('', 'p', 'q', 'r')), {
      maxLength: 8,
    })
    .map((rows) => ({ ids: rows.map(([id]) => id), mails: rows.map(([, mail]) => mail) }));
  fc.assert(
    fc.property(wave, wave, (before, now) => {
      const pairs = pairsOf(before, now);
      expect(new Set(pairs.before).size).toBe(pairs.before.length);
      expect(new Set(pairs.now).size).toBe(pairs.now.length);
      pairs.before.forEach((was, i) => {
        const is = pairs.now[i] ?? -1;
        const [idBefore, idNow] = [before.ids[was], now.ids[is]];
        if (idBefore && idNow) expect(idBefore).toBe(idNow);
        else expect(before.mails[was]).toBe(now.mails[is]);
      });
    }),
  );
});

const ada = (name: string) => Float64Array.of(nameLikeness({ name, accountName: 'North' }));

test.each([
  ['one e-mail under two ids', keys('a', 'ada@x'), keys('b', 'ada@x')],
  ['two spellings of an e-mail', keys('a', 'a.da+nps@x'), keys('b', 'ada@x')],
  [
    'one name at one company',
    { ...keys('a', ''), names: ada('Ada Byron') },
    { ...keys('b', ''), names: ada('BYRON, Ada') },
  ],
])('two who were called one person are a pair: %s', (_, before, now) => {
  expect(pairsOf(before, now)).toMatchObject({ byId: 0, byEmail: 0, bySaid: 0 });
  const pairs = pairsOf(before, now, new Set([pairId('id:a', 'id:b')]));
  expect(pairs).toMatchObject({ byId: 0, byEmail: 0, bySaid: 1, ambiguous: 0, conflicting: 0 });
  expect([[...pairs.before], [...pairs.now]]).toEqual([[0], [0]]);
});

test('who was called one person by e-mail alone is found by that key, too', () => {
  const said = new Set([pairId('mail:a.da@x', 'id:b')]);
  expect(pairsOf(keys('', 'a.da@x'), keys('b', 'ada@x'), said)).toMatchObject({ bySaid: 1 });
});

test('one person who then stands at two answers of one survey is left out, and others as before', () => {
  const [before, now] = [keys('a,c', 'ada@x,c@x'), keys('a,b,c', 'ada@x,ada@x,c@x')];
  expect(pairsOf(before, now)).toMatchObject({ byId: 2, conflicting: 1 });
  const pairs = pairsOf(before, now, new Set([pairId('id:a', 'id:b')]));
  expect(pairs).toMatchObject({ byId: 1, bySaid: 0, ambiguous: 1, conflicting: 0 });
});

test('what was said of others, or of a crowd behind one name, joins nobody', () => {
  const said = new Set([pairId('id:a', 'id:z'), pairId('id:p1', 'id:p2')]);
  expect(pairsOf(keys('a', 'ada@x'), keys('b', 'ada@x'), said)).toMatchObject({ bySaid: 0, conflicting: 1 });
  const crowd = Array.from({ length: 40 }, (_, i) => `p${i}`);
  const names = new Float64Array(40).fill(ada('Customer Support')[0] ?? 0);
  const mails = crowd.map(() => '');
  const pairs = pairsOf(
    { ids: crowd.slice(0, 2), mails: mails.slice(0, 2), names: names.slice(0, 2) },
    { ids: crowd.slice(2), mails: mails.slice(2), names: names.slice(2) },
    said,
  );
  expect(pairs.before).toHaveLength(0);
});

test('thousands are matched as few are: every second by e-mail alone', () => {
  const wave = (from: number) => ({
    ids: Array.from({ length: 30_000 }, (_, i) => ((i + from) % 2 ? `${i + from}` : '')),
    mails: Array.from({ length: 30_000 }, (_, i) => `p${i + from}@x`),
  });
  expect(pairsOf(wave(0), wave(10_000))).toMatchObject({ byId: 10_000, byEmail: 10_000, ambiguous: 0 });
});
