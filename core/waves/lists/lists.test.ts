import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, idOf, waveFrom } from '#test/fixtures/waves.ts';
import { finish } from '../build/build.ts';
import { inspectFile } from '../recognise/inspect.ts';
import type { BuiltWave, Person } from '../wave.ts';
import { AccountIndex, accountsOf, firstRowsOf } from './accounts.ts';
import { describeListFault } from './faultWords.ts';
import { InvitedJoin, readPeopleList } from './invited.ts';
import type { ListKind, ListMapping } from './mapping.ts';
import { outcomeOf } from './outcomeWords.ts';
import { accountsKeptOf, rateOf, ratesOf, revenueKeptOf, skewOf } from './rates.ts';
import { listMappingOf } from './recognise.ts';
import { readRenewals, reportRenewals } from './renewals.ts';

const recognised = (kind: ListKind, csv: string, name = 'list.csv'): ListMapping => {
  const inspection = finish(inspectFile(bytesOf(csv), name, 'contacts'));
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.why));
  return listMappingOf(kind, inspection.value);
};
const rolesIn = (kind: ListKind, csv: string, name?: string) =>
  recognised(kind, csv, name).columns.map(({ role }) => role);

const indexOf = (...waves: readonly BuiltWave[]): AccountIndex => {
  const index = new AccountIndex();
  for (const { columns, people } of waves)
    index.add(
      accountsOf(
        columns,
        firstRowsOf(columns).map((row) => people.at(row)!),
      ),
    );
  return index;
};

const survey = waveFrom({
  id: 'q4',
  csv: [
    'nps,id,email,name,company,crm,tier,role,arr',
    '9,1,ada@north.example,Ada,North,A1,Enterprise,CFO,1000',
    '3,2,ben@north.example,Ben,North,A1,Enterprise,Clerk,1000',
    '8,,cy@south.example,Cy,South,,Small,Clerk,200',
    ',4,dee@west.example,Dee,West,A3,Small,Clerk,300',
    '10,5,eve@twin.example,Eve,Twin,T1,Small,CFO,',
    '7,6,fay@twin.example,Fay,Twin,T2,Enterprise,CFO,',
    '6,,,,,,Small,,',
  ].join('\n'),
  columns: {
    nps: { role: 'score' },
    id: { role: 'respondentId' },
    email: { role: 'email' },
    name: { role: 'name' },
    company: { role: 'account' },
    crm: { role: 'accountCrmId' },
    tier: { role: 'segment', label: 'Tier' },
    role: { role: 'segment', label: 'Role' },
    arr: { role: 'revenue' },
  },
});

describe('who was invited', () => {
  const report = (csv: string, mapping = recognised('invited', csv), index: AccountIndex | null = null) => {
    const list = finish(readPeopleList(bytesOf(csv), 'invited', mapping));
    if (!list.ok) return list.why;
    const join = new InvitedJoin(list.value);
    for (const person of survey.people) join.take(person);
    return join.report(index, survey.head.dimensions);
  };

  test('a person is found by id, else by e-mail whatever its case; a non-response is no answer', () => {
    const csv = [
      'Customer ID,E-mail',
      '1,other@address.example',
      ',BEN@North.example ',
      ',cy@south.example',
      '4,dee@west.example',
      '9,nobody@x.example',
    ].join('\n');
    expect(report(csv)).toMatchObject({
      lines: 5,
      invited: 5,
      answered: 3,
      answeredById: 1,
      answeredByEmail: 2,
      unlisted: 2,
      nameless: 1,
      leftCount: 0,
    });
  });

  test('what cannot count is listed with its line and reason', () => {
    const csv = [
      'Customer ID,E-mail,Tier',
      '1,ada@north.example,Enterprise',
      ',,Small',
      '1,ada@home.example,Enterprise',
      '71,shared@x.example,Small',
      '72,shared@x.example,Small',
      ',shared@x.example,Small',
    ].join('\n');
    expect(report(csv)).toMatchObject({
      lines: 6,
      invited: 3,
      left: [
        { line: 3, why: 'noKey' },
        { line: 4, value: '1', why: 'repeated' },
        { line: 7, value: 'shared@x.example', why: 'ambiguous' },
      ],
      leftCount: 3,
    });
  });

  test('an answer under an e-mail that two ids share counts for neither, and says so', () => {
    const csv = 'Customer ID,E-mail\n71,cy@south.example\n72,cy@south.example\n';
    expect(report(csv)).toMatchObject({
      invited: 2,
      answered: 0,
      unlisted: 4,
      left: [
        { line: 2, why: 'ambiguous' },
        { line: 3, why: 'ambiguous' },
      ],
    });
  });

  test('an e-mail first seen without an id belongs to the id that comes with it later', () => {
    const csv = 'Customer ID,E-mail\n,cy@south.example\n72,cy@south.example\n';
    expect(report(csv)).toMatchObject({ invited: 1, answered: 1, left: [{ line: 3, why: 'repeated' }] });
  });

  test('by segment: its own column first, and a company that disagrees with itself is not known', () => {
    const csv = [
      'Customer ID,Company,Account ID',
      '1,North,A1',
      '8,North,A1',
      '4,West,A3',
      '5,Twin,',
      '9,Elsewhere,',
    ].join('\n');
    const found = report(csv, undefined, indexOf(survey));
    if (!('dimensions' in found)) throw new Error(found.kind);
    expect(found.dimensions).toEqual([
      {
        name: 'Tier',
        from: 'accounts',
        tooMany: false,
        values: [
          { value: 'Enterprise', of: 2, hits: 1 },
          { value: 'Small', of: 1, hits: 0 },
        ],
        // Twin is two companies, Elsewhere none that is known
        unknown: { of: 2, hits: 1 },
      },
      {
        name: 'Role',
        from: 'accounts',
        tooMany: false,
        values: [{ value: 'Clerk', of: 1, hits: 0 }],
        unknown: { of: 4, hits: 2 },
      },
    ]);
    const own = report('Customer ID,Company,Tier\n1,North,Gold\n8,North,\n', undefined, indexOf(survey));
    if (!('dimensions' in own)) throw new Error(own.kind);
    expect(own.dimensions.find(({ name }) => name === 'Tier')).toMatchObject({
      from: 'list',
      values: [{ value: 'Gold', of: 1, hits: 1 }],
      unknown: { of: 1, hits: 0 },
    });
  });

  test('a column that tells everybody apart divides nobody', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `${i},value ${i}`);
    const mapping: ListMapping = {
      ...recognised('invited', ['Customer ID,Tier', ...lines].join('\n')),
      columns: [
        { header: 'Customer ID', role: 'personId' },
        { header: 'Tier', role: 'segment' },
      ],
    };
    const found = report(['Customer ID,Tier', ...lines].join('\n'), mapping);
    if (!('dimensions' in found)) throw new Error(found.kind);
    expect(found.dimensions).toEqual([expect.objectContaining({ values: [], tooMany: true })]);
  });

  test('refusals say what is missing', () => {
    const refused = (csv: string) => {
      const why = report(csv);
      return 'kind' in why ? describeListFault(why) : '';
    };
    expect(refused('Company,Tier\nNorth,Small\n')).toMatch(/No column says who was asked/);
    const empty = 'E-mail,Tier\n,Small\n,Small\n';
    const stated = recognised('invited', 'E-mail,Tier\na@x.example,Small\n');
    expect(report(empty, stated)).toEqual({ kind: 'noUsableLine', lines: 2 });
    expect(describeListFault({ kind: 'noUsableLine', lines: 2 })).toMatch(/None of the 2 lines/);
    expect(describeListFault({ kind: 'empty' })).toBe('This file is empty.');
  });

  test('counts agree with looking at every pair of people', () => {
    const key = fc.record({
      id: fc.constantFrom('', 'a', 'b', 'c', 'd'),
      mail: fc.constantFrom('', 'x', 'y', 'z'),
    });
    fc.assert(
      fc.property(
        fc.array(key, { minLength: 1, maxLength: 8 }),
        fc.array(key, { maxLength: 8 }),
        (lines, people) => {
          const csv = [
            'Customer ID,E-mail',
            ...lines.map(({ id, mail }) => `${id},${mail && `${mail}@x.example`}`),
          ];
          const mapping: ListMapping = {
            version: 1,
            columns: [
              { header: 'Customer ID', role: 'personId' },
              { header: 'E-mail', role: 'email' },
            ],
            meanings: {},
            everyLine: null,
            dateOrder: 'dmy',
          };
          const list = finish(readPeopleList(bytesOf(`${csv.join('\n')}\n`), 'invited', mapping));
          if (!list.ok) return;
          const join = new InvitedJoin(list.value);
          people.forEach(({ id, mail }, row) => {
            join.take(somebody(row, id, mail && `${mail}@x.example`));
          });
          const found = join.report(null, []);
          // whoever is on the list by a key of their own is found, and nobody else
          const onList = (p: { id: string; mail: string }) =>
            lines.some((l) => (p.id !== '' && l.id === p.id) || (p.mail !== '' && l.mail === p.mail));
          expect(found.answered).toBeLessThanOrEqual(
            new Set(people.filter(onList).map((p) => `${p.id} ${p.mail}`)).size,
          );
          expect(found.unlisted + found.nameless).toBe(people.filter((p) => !onList(p)).length);
          const empty = lines.filter(({ id, mail }) => id === '' && mail === '').length;
          expect(found.invited).toBeLessThanOrEqual(found.lines);
          expect(found.answered).toBeLessThanOrEqual(found.invited);
          expect(found.left.filter(({ why }) => why === 'noKey').length).toBe(
            found.lines - (lines.length - empty),
          );
        },
      ),
    );
  });
});

function somebody(row: number, id: string, email: string, more: Partial<Person> = {}): Person {
  const key = id ? `id:${id}` : email ? `mail:${email}` : `row:w:${row}`;
  const base = { row, key, email, name: '', phone: '', timeZone: '', language: '', role: '', crmId: '' };
  const account = { accountName: '', accountCrmId: '', accountManager: '', revenue: null };
  return { ...base, ...account, optOut: false, comment: '', score: 5, answeredOn: '', ...more };
}

describe('renewals and departures', () => {
  const read = (csv: string, mapping = recognised('renewals', csv)) => {
    const list = finish(readRenewals(bytesOf(csv), mapping));
    if (!list.ok) throw new Error(JSON.stringify(list.why));
    return list.value;
  };
  const report = (csv: string, mapping?: ListMapping) =>
    reportRenewals(read(csv, mapping), indexOf(survey), survey.head.dimensions);

  const csv = [
    'Account,Account ID,Outcome,Renewal date,ARR,New ARR',
    'Whatever they call it,A1,Renewed,2026-10-01,1000,1500',
    'SOUTH ,,Churned,2026-10-12,,',
    'West,A9,Downgraded,2026-11-01,300,100',
    'Twin,,Renewed,2026-11-01,10,',
    'Nowhere,,Pending,,50,',
  ].join('\n');

  test('columns are recognised by header and content', () => {
    expect(rolesIn('renewals', csv)).toEqual([
      'account',
      'accountCrmId',
      'outcome',
      'date',
      'revenue',
      'revenueAfter',
    ]);
    expect(rolesIn('renewals', 'Customer,Churned?\nNorth,yes\nSouth,no\n')).toEqual(['account', 'outcome']);
    expect(rolesIn('invited', 'Contact E-mail,Company,Tier\na@x.example,North,Small\n')).toEqual([
      'email',
      'account',
      'segment',
    ]);
  });

  test('joined by CRM id, then by exact name; what did not join is listed, never guessed', () => {
    const found = report(csv);
    expect(found).toMatchObject({
      counts: { renewed: 2, downgraded: 1, left: 1, open: 1 },
      joinedById: 1,
      joinedByName: 1,
      firstDay: '2026-10-01',
      lastDay: '2026-11-01',
    });
    expect(found.left).toEqual([
      { line: 4, value: 'West', why: 'otherId' },
      { line: 5, value: 'Twin', why: 'severalAccounts' },
      { line: 6, value: 'Nowhere', why: 'unknownAccount' },
    ]);
  });

  test('retention by segment and by the lowest band; what is open counts nowhere', () => {
    const found = report(csv);
    expect(found.all).toMatchObject({ accounts: 4, left: 1, downgraded: 1 });
    const tier = found.dimensions.find(({ name }) => name === 'Tier');
    expect(tier?.values.map(({ value, accounts, left }) => [value, accounts, left])).toEqual([
      ['Enterprise', 1, 0],
      ['Small', 1, 1],
    ]);
    expect(tier?.unknown.accounts).toBe(2);
    const score = found.dimensions.find(({ from }) => from === 'score');
    expect(score?.values.map(({ value, left }) => [value, left])).toEqual([
      ['detractor', 0],
      ['passive', 1],
    ]);
  });

  test('revenue: the survey fills in what the list leaves out, and growth makes up for no loss', () => {
    // 1000 kept (not 1500), 200 of South lost, 300 became 100, 10 kept
    expect(report(csv).all).toMatchObject({
      revenue: 1510,
      revenueKept: 1110,
      revenueAccounts: 4,
      unstated: 0,
    });
    const odd = 'Account,Outcome,ARR,New ARR\nNorth,Downgraded,100,150\nSouth,Downgraded,100,-20\n';
    expect(report(odd).all).toMatchObject({ revenue: 200, revenueKept: 100 });
    expect(report('Account,Outcome,ARR\nNorth,Downgraded,100\n').all).toMatchObject({
      revenueKept: 100,
      unstated: 1,
    });
  });

  test('an outcome named as a part of every object means nothing', () => {
    const found = report('Account,Outcome\nNorth,Renewed\nSouth,constructor\nWest,Left\n');
    expect(found.all).toMatchObject({ accounts: 2, left: 1 });
  });

  test('of several lines of an account the last day counts; without days that differ they must agree', () => {
    const lines = [
      'Account,Outcome,Date',
      'North,Renewed,2026-01-05',
      'north,Left,2026-06-05',
      'South,Renewed,2026-01-05',
      'South,Renewed,2026-01-05',
      'West,Renewed,2026-01-05',
      'West,Left,2026-01-05',
      'Oddly,Somehow,2026-01-05',
      ',Left,2026-01-05',
    ].join('\n');
    const { accounts, left } = read(lines);
    expect(accounts.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['north', 'left'],
      ['South', 'renewed'],
    ]);
    expect(left.map(({ line, why }) => [line, why])).toEqual([
      [2, 'superseded'],
      [5, 'repeated'],
      [6, 'contradicts'],
      [7, 'contradicts'],
      [8, 'unknownOutcome'],
      [9, 'noKey'],
    ]);
  });

  test('a list of departures alone is recognised by its name, or the user says what a line means', () => {
    const lines = 'Customer,Date\nNorth,2026-01-05\n';
    expect(recognised('renewals', lines, 'Churned customers 2026.csv').everyLine).toBe('left');
    const mapping = recognised('renewals', lines, 'list.csv');
    expect(mapping.everyLine).toBeNull();
    const refused = finish(readRenewals(bytesOf(lines), mapping));
    expect(refused).toMatchObject({ ok: false, why: { kind: 'noOutcomeColumn' } });
    expect(report(lines, { ...mapping, everyLine: 'left' }).all).toMatchObject({ accounts: 1, left: 1 });
  });

  test.each([
    ['Renewed', '', 'renewed'],
    ['not renewed', '', 'left'],
    ['Non-renewed', '', 'left'],
    ['Closed lost', '', 'left'],
    ['Closed Won', '', 'renewed'],
    ['Cancelled', '', 'left'],
    ['Downsell', '', 'downgraded'],
    ['In negotiation', '', 'open'],
    ['Gekündigt', '', 'left'],
    ['yes', 'churned', 'left'],
    ['No', 'churned', 'renewed'],
    ['TRUE', 'renewed', 'renewed'],
    ['0', 'renewed', 'left'],
    ['yes', 'status', null],
    ['Blue', 'status', null],
  ] as const)('%s under "%s" means %s', (text, header, meaning) => {
    expect(outcomeOf(text, header)).toBe(meaning);
  });

  test('every line of a list is counted once or listed, whatever stands in it', () => {
    const line = fc.record({
      account: fc.constantFrom('', 'North', 'south', 'Twin', 'Nowhere'),
      outcome: fc.constantFrom('Renewed', 'Left', 'Downgraded', 'Open', 'odd', ''),
      day: fc.constantFrom('', '2026-01-01', '2026-02-01', 'soon'),
      arr: fc.constantFrom('', '10', '-5', 'x'),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const text = [
          'Account,Outcome,Date,ARR',
          ...lines.map((l) => `${l.account},${l.outcome},${l.day},${l.arr}`),
        ];
        const mapping: ListMapping = {
          version: 1,
          columns: ['account', 'outcome', 'date', 'revenue'].map((role, i) => ({
            header: ['Account', 'Outcome', 'Date', 'ARR'][i]!,
            role: role as 'account',
          })),
          meanings: { renewed: 'renewed', left: 'left', downgraded: 'downgraded', open: 'open' },
          everyLine: null,
          dateOrder: 'dmy',
        };
        const list = finish(readRenewals(bytesOf(`${text.join('\n')}\n`), mapping));
        if (!list.ok) return;
        expect(list.value.accounts.length + list.value.left.length).toBe(list.value.lines);
        const found = reportRenewals(list.value, indexOf(survey), survey.head.dimensions);
        const { renewed, downgraded, left, open } = found.counts;
        expect(found.all.accounts).toBe(renewed + downgraded + left);
        expect(renewed + downgraded + left + open).toBe(list.value.accounts.length);
        expect(found.all.revenueKept).toBeLessThanOrEqual(found.all.revenue);
        for (const d of found.dimensions)
          expect(d.values.reduce((sum, v) => sum + v.accounts, d.unknown.accounts)).toBe(found.all.accounts);
      }),
    );
  });
});

describe('rates', () => {
  const value = (name: string, of: number, hits: number) => ({ value: name, of, hits });

  test('a rate has a Wilson interval, and there is none of nobody', () => {
    // R: prop.test(14, 30, correct = FALSE)$conf.int
    const rate = rateOf(14, 30);
    expect(rate?.low).toBeCloseTo(0.3023, 4);
    expect(rate?.high).toBeCloseTo(0.6386, 4);
    expect(rateOf(0, 0)).toBeNull();
  });

  test('a value stands out only beyond noise, and one with few or with everybody never', () => {
    const rates = ratesOf([value('a', 1000, 400), value('b', 1000, 300), value('c', 5, 5), value('d', 0, 0)]);
    expect(rates.map(({ name, beyondNoise, tooFew }) => [name, beyondNoise, tooFew])).toEqual([
      ['a', true, false],
      ['b', true, false],
      ['c', false, true],
    ]);
    expect(ratesOf([value('all', 500, 20)])[0]?.beyondNoise).toBe(false);
    const even = [value('a', 40, 20), value('b', 40, 25)];
    expect(ratesOf(even).some((r) => r.beyondNoise)).toBe(false);
    // one of twenty alone at p = .03: found by chance among so many
    const many = Array.from({ length: 20 }, (_, i) => value(`v${i}`, 100, i === 0 ? 61 : 50));
    expect(ratesOf(many).some((r) => r.beyondNoise)).toBe(false);
  });

  test('revenue kept is as sure as its accounts are many and even', () => {
    const counts = (revenues: readonly number[], kept: number) => ({
      value: '',
      accounts: revenues.length,
      left: 0,
      downgraded: 0,
      revenue: revenues.reduce((a, b) => a + b, 0),
      revenueSquares: revenues.reduce((a, b) => a + b * b, 0),
      revenueAccounts: revenues.length,
      revenueKept: kept,
      unstated: 0,
    });
    // equal accounts: as many trials as accounts, so the plain Wilson interval
    expect(revenueKeptOf(counts(Array(30).fill(10), 140))).toMatchObject({ of: 30, value: 14 / 30 });
    const wide = revenueKeptOf(counts([1000, 1, 1, 1], 1000))!;
    expect(wide.high - wide.low).toBeGreaterThan(0.7);
    expect(revenueKeptOf(counts([], 0))).toBeNull();
    expect(accountsKeptOf([{ ...counts([1], 1), value: 'x', accounts: 20, left: 5 }])[0]?.rate.hits).toBe(15);
  });

  test('skewed invitations show, even ones do not', () => {
    const everybody = [value('Enterprise', 200, 0), value('Small', 800, 0)];
    expect(skewOf([value('Enterprise', 200, 0), value('Small', 200, 0)], everybody)).toEqual([
      { name: 'Enterprise', invited: 0.5, everybody: 0.2, beyondNoise: true },
      { name: 'Small', invited: 0.5, everybody: 0.8, beyondNoise: true },
    ]);
    expect(
      skewOf([value('Enterprise', 41, 0), value('Small', 159, 0)], everybody).some((s) => s.beyondNoise),
    ).toBe(false);
    expect(skewOf([], everybody)).toEqual([]);
  });

  test('shares and intervals stay within 0 and 1', () => {
    const counts = fc.record({ of: fc.nat(500), part: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 8 }), (all) => {
        const values = all.map(({ of, part }, i) => value(`v${i}`, of, Math.floor(of * part)));
        for (const { rate } of ratesOf(values)) {
          expect(rate.low).toBeGreaterThanOrEqual(0);
          expect(rate.low).toBeLessThanOrEqual(rate.value + 1e-12);
          expect(rate.high).toBeGreaterThanOrEqual(rate.value - 1e-12);
          expect(rate.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

test('an account known from a newer survey is not overwritten by an older one', () => {
  const older = waveFrom({
    id: 'q3',
    csv: 'nps,company,crm,tier\n9,North,A1,Small\n9,Old,A7,Small\n',
    columns: {
      nps: { role: 'score' },
      company: { role: 'account' },
      crm: { role: 'accountCrmId' },
      tier: { role: 'segment', label: 'Tier' },
    },
  });
  const index = indexOf(survey, older);
  const tier = (crmId: string) => {
    const match = index.find(crmId, '');
    return match.kind === 'found' ? match.account.segments.get('Tier') : match.kind;
  };
  expect([tier('A1'), tier('A7'), tier('A8')]).toEqual(['Enterprise', 'Small', 'unknown']);
  expect(idOf('q3')).toBe(older.head.id);
});
