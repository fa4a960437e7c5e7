import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf } from '#test/fixtures/waves.ts';
import type { WaveId } from '../../model/ids.ts';
import type { Person } from '../wave.ts';
import { countingSaid } from './counted.ts';
import { pairId, samePerson } from './said.ts';
import { PeopleMatcher } from './samePeople.ts';
import { looseEmail, nameAtAccount } from './spelling.ts';

const q3 = idOf<'wave'>('q3');
const q4 = idOf<'wave'>('q4');

function who(id: string, email: string, name = '', accountName = ''): Person {
  const key = id ? `id:${id}` : email ? `mail:${email.toLowerCase()}` : 'row:w:0';
  const known = { row: 0, key, email, name, accountName };
  const rest = {
    phone: '',
    timeZone: '',
    language: '',
    role: '',
    crmId: '',
    accountCrmId: '',
    accountManager: '',
  };
  return { ...known, ...rest, revenue: null, optOut: false, comment: '', score: 5, answeredOn: '' };
}

function match(...waves: readonly (readonly [WaveId, readonly Person[]])[]) {
  const matcher = new PeopleMatcher();
  for (const [, people] of waves) for (const person of people) matcher.take(person);
  matcher.settle();
  for (const [wave, people] of waves) for (const person of people) matcher.look(person, wave);
  return matcher.done();
}

describe('the same person', () => {
  test('by id, whatever the e-mail; else by e-mail, whatever its case', () => {
    const found = match(
      [
        q3,
        [
          who('1', 'ada@old.example'),
          who('', 'Ben@x.example'),
          who('3', 'cy@x.example'),
          who('', 'once@x.example'),
        ],
      ],
      [
        q4,
        [
          who('1', 'ada@new.example'),
          who('', 'ben@x.example '),
          who('', 'cy@x.example'),
          who('9', 'new@x.example'),
        ],
      ],
    );
    expect(found).toMatchObject({ people: 5, inSeveral: 3, byId: 1, byEmail: 2, possible: [] });
  });

  test('twice in one wave is not twice in two', () => {
    expect(match([q4, [who('1', ''), who('1', '')]])).toMatchObject({ people: 1, inSeveral: 0 });
  });

  test('an e-mail that people with different ids share joins nobody, and is listed', () => {
    const found = match(
      [q3, [who('', 'x@x.example')]],
      [q4, [who('1', 'x@x.example'), who('2', 'x@x.example')]],
    );
    expect(found.inSeveral).toBe(0);
    expect(found.people).toBe(3);
    expect(found.possible.map(({ reason }) => reason)).toEqual(['sameEmail', 'sameEmail', 'sameEmail']);
  });
});

describe('possible duplicates', () => {
  test('spellings of an e-mail, and the same name at the same company, with the reason', () => {
    const found = match(
      [
        q3,
        [who('', 'ada.lovelace@gmail.com', 'Ada', 'North'), who('7', 'ben@x.example', 'Ben Öz', 'South Ltd')],
      ],
      [
        q4,
        [
          who('', 'adalovelace+nps@googlemail.com', 'A. L.', 'North'),
          who('8', 'b.oz@y.example', 'OZ, Ben', 'south  ltd'),
          who('', 'other@x.example', 'Ben Öz', 'West'),
        ],
      ],
    );
    expect(found.possible.map(({ a, b, reason }) => [a.key, b.key, reason])).toEqual([
      ['mail:ada.lovelace@gmail.com', 'mail:adalovelace+nps@googlemail.com', 'emailSpelling'],
      ['id:7', 'id:8', 'nameAndAccount'],
    ]);
    expect(found.possible[0]?.b.waves).toEqual([q4]);
    expect(found.inSeveral).toBe(0);
  });

  test('a name alone, a first name, or a name that many share at one company is nothing', () => {
    const crowd = Array.from({ length: 9 }, (_, i) => who(`${i}`, '', 'Customer Support', 'North'));
    expect(match([q4, crowd]).possibleCount).toBe(0);
    expect(match([q4, [who('1', '', 'Ada', 'North'), who('2', '', 'Ada', 'North')]]).possibleCount).toBe(0);
    expect(match([q4, [who('1', '', 'Ada Byron'), who('2', '', 'Ada Byron')]]).possibleCount).toBe(0);
  });

  test('the same pair is listed once, for its best reason, and its id does not depend on the order', () => {
    const a = who('1', 'ada.l@x.example', 'Ada Byron', 'North');
    const b = who('2', 'adal@x.example', 'Ada Byron', 'North');
    const [one, other] = [match([q3, [a]], [q4, [b]]), match([q3, [b]], [q4, [a]])];
    expect(one.possible).toHaveLength(1);
    expect(one.possible[0]).toMatchObject({ id: pairId('id:1', 'id:2'), reason: 'emailSpelling' });
    expect(other.possible[0]?.id).toBe(one.possible[0]?.id);
    expect(pairId('id:1', 'id:2')).not.toContain('1:');
    expect(samePerson.parse('p', { same: true })).toMatchObject({
      ok: true,
      value: { same: true, byName: '' },
    });
  });
});

describe('pairs that somebody called one person', () => {
  const told = (found: ReturnType<typeof match>, ...pairs: readonly (readonly [string, string])[]) => {
    const ids = new Set(pairs.map(([a, b]) => pairId(a, b)));
    return countingSaid(found, (id) => ids.has(id));
  };

  test('one in either survey is one who answered both', () => {
    const found = match([q3, [who('1', 'ada@x.example')]], [q4, [who('2', 'ada@x.example')]]);
    expect(told(found)).toEqual({ people: 2, inSeveral: 0, byId: 0, byEmail: 0, bySaid: 0 });
    expect(told(found, ['id:1', 'id:2'])).toEqual({
      people: 1,
      inSeveral: 1,
      byId: 0,
      byEmail: 0,
      bySaid: 1,
    });
  });

  test('one who answered both and one of one survey are still one who answered both, by id', () => {
    const ada = who('1', 'ada@x.example');
    const found = match([q3, [ada]], [q4, [ada, who('2', 'ada@x.example')]]);
    expect(told(found, ['id:1', 'id:2'])).toEqual({
      people: 1,
      inSeveral: 1,
      byId: 1,
      byEmail: 0,
      bySaid: 0,
    });
  });

  test('three that are one, said two by two, are counted once', () => {
    const found = match(
      [q3, [who('1', 'ada@x.example')]],
      [q4, [who('2', 'ada@x.example'), who('3', 'ada@x.example')]],
    );
    const all = told(found, ['id:1', 'id:2'], ['id:2', 'id:3'], ['id:1', 'id:3']);
    expect(all).toMatchObject({ people: 1, inSeveral: 1, bySaid: 1 });
  });
});

test.each([
  ['Ada.Lovelace+x@GMail.com', 'adalovelace@gmail.com'],
  ['a@mail.north.example', 'a@north.example'],
  ['no e-mail', ''],
  ['a@b@c', ''],
  ['+x@gmail.com', ''],
])('%s is spelt like %s', (email, loose) => expect(looseEmail(email)).toBe(loose));

test('titles, accents and order of a name do not matter; the company does', () => {
  expect(nameAtAccount('Dr. José  Álvarez', '', 'North')).toBe(
    nameAtAccount('alvarez, jose', 'A1', ' NORTH '),
  );
  expect(nameAtAccount('Ada Byron', '', 'North')).not.toBe(nameAtAccount('Ada Byron', '', 'South'));
});

describe('whatever the people are', () => {
  const person = fc
    .record({
      id: fc.constantFrom('', '', 'a', 'b', 'c'),
      mail: fc.constantFrom('', 'x@x.example', 'x+1@x.example', 'y@y.example', 'z@z.example'),
      name: fc.constantFrom('', 'Ada Byron', 'Byron Ada', 'Cy Twombly'),
      account: fc.constantFrom('', 'North', 'South'),
    })
    .map(({ id, mail, name, account }) => who(id, mail, name, account));
  const people = fc.array(person, { maxLength: 10 });

  test('identities are those of a plain reading of the rule', () => {
    fc.assert(
      fc.property(people, people, (a, b) => {
        const found = match([q3, a], [q4, b]);
        const everybody = [...a, ...b];
        const idsOf = (email: string) =>
          new Set(everybody.filter((p) => p.email === email && p.key.startsWith('id:')).map((p) => p.key));
        const identity = (p: Person): string => {
          if (p.key.startsWith('id:')) return p.key;
          if (p.email === '') return '';
          const ids = idsOf(p.email);
          return ids.size === 1 ? ([...ids][0] ?? '') : p.key;
        };
        const [inA, inB] = [a, b].map((list) => new Set(list.map(identity).filter(Boolean)));
        expect(found.people).toBe(new Set([...inA!, ...inB!]).size);
        expect(found.inSeveral).toBe([...inA!].filter((i) => inB!.has(i)).length);
        expect(found.byId + found.byEmail).toBe(found.inSeveral);
      }),
    );
  });

  test('the order of the people changes nothing that is counted or listed', () => {
    fc.assert(
      fc.property(people, people, (a, b) => {
        const pairs = (f: ReturnType<typeof match>) => f.possible.map(({ reason }) => reason).sort();
        const [one, other] = [match([q3, a], [q4, b]), match([q4, [...b].reverse()], [q3, [...a].reverse()])];
        expect(other).toMatchObject({ people: one.people, inSeveral: one.inSeveral, byId: one.byId });
        expect(pairs(other)).toEqual(pairs(one));
      }),
    );
  });

  test('nobody is a duplicate of themselves, and no pair is listed twice', () => {
    fc.assert(
      fc.property(people, people, (a, b) => {
        const { possible } = match([q3, a], [q4, b]);
        expect(new Set(possible.map(({ id }) => id)).size).toBe(possible.length);
        for (const pair of possible) expect(pair.a.key).not.toBe(pair.b.key);
      }),
    );
  });
});

test('tens of thousands in two waves: only those who are like somebody else are kept by name', () => {
  const wave = (offset: number) =>
    Array.from({ length: 20_000 }, (_, i) => {
      const at = i + offset;
      return who(at % 2 ? `${at}` : '', `p${at}@x.example`, `Name${at} Person`, `Co ${at % 500}`);
    });
  const twins = [
    who('t1', 'a.b@x.example', 'Ada Byron', 'North'),
    who('t2', 'ab@x.example', 'A Byron', 'South'),
  ];
  const found = match([q3, [...wave(0), twins[0]!]], [q4, [...wave(5000), twins[1]!]]);
  expect(found).toMatchObject({
    people: 25_002,
    inSeveral: 15_000,
    byId: 7500,
    byEmail: 7500,
    possibleCount: 1,
  });
});
