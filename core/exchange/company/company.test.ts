import { expect, test } from 'vitest';
import { Doc } from 'yjs';
import { seededChance } from '#core/model/chance.ts';
import { parseDocName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import type { RecordKind } from '#core/model/record.ts';
import { applyChanges, readCollection } from '#core/replica/index.ts';
import { interviewHead, mention, note, visit } from '../../notes/index.ts';
import { cycleEntry, cycleHead, interviewEntry, rosterEntry } from '../../sample/index.ts';
import { proposalsOf, type Segment, segmentsOf } from '../../segments/index.ts';
import {
  agreementOf,
  codebookOf,
  codedTag,
  coding,
  codingFactsOf,
  driverTable,
  factsOf,
  rivalsOf,
  rivalTable,
  theme,
} from '../../themes/index.ts';
import { readWaveHead } from '../../waves/index.ts';
import { type Company, makeCompany } from './company.ts';
import { topics } from './themes.ts';

function invented(seed = 'quillon', today = '2026-10-22'): Company {
  const workspace = parseId<'workspace'>('w1');
  if (!workspace.ok) throw new Error('no workspace');
  return makeCompany({ workspace: workspace.value, today, chance: seededChance(seed) });
}

/** Every document after the changes, by name. */
function documents({ changes }: Company): Map<string, Doc> {
  const docs = new Map<string, Doc>();
  for (const [name, mine] of Map.groupBy(changes, (c) => c.doc)) {
    const doc = new Doc();
    applyChanges(doc, mine, null);
    docs.set(name, doc);
  }
  return docs;
}

function recordsOf<T extends object>(doc: Doc | undefined, kind: RecordKind<T>) {
  const stored: ReadonlyMap<string, Fields> = doc ? readCollection(doc, kind.collection) : new Map();
  return [...stored].map(([id, fields]) => {
    const parsed = kind.parse(id, fields);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.why));
    return parsed.value;
  });
}

const company = invented();
const docs = documents(company);
const [former, newest] = company.waves;
if (!former || !newest) throw new Error('two waves are made');
const now = segmentsOf(newest.columns, former.columns);

/** The interviews of a cycle as facts, in the order they are told. */
function factsOfCycle(cycle: string) {
  return recordsOf(docs.get(`w1/cycle/${cycle}`), interviewEntry).map(({ id }) => {
    const doc = docs.get(`w1/interview/${id}`);
    const [head] = recordsOf(doc, interviewHead);
    if (!head) throw new Error(`no interview ${id}`);
    const notes = recordsOf(doc, note);
    const codings = codingFactsOf(notes, recordsOf(doc, coding), recordsOf(doc, codedTag), []);
    return factsOf(id, head, notes, recordsOf(doc, mention), { codings });
  });
}

const codebook = codebookOf(readCollection(docs.get('w1/codebook') ?? new Doc(), theme.collection));
const drivers = driverTable(factsOfCycle('sample-q4-2026'), codebook, 'detractor');
const driversThen = driverTable(factsOfCycle('sample-q3-2026'), codebook, 'detractor');
const rowOf = (table: typeof drivers, id: string) => table.rows.find((row) => row.theme === id);

test('the same seed and day give the same company, another seed other people', () => {
  expect(invented()).toEqual(company);
  expect(invented('another').waves[1]?.people.at(0)).not.toEqual(newest.people.at(0));
});

test('its waves say about themselves what every reader of a wave checks', () => {
  for (const { head } of company.waves)
    expect(readWaveHead(JSON.parse(JSON.stringify(head)))).toMatchObject({ ok: true });
});

test('1,648 answers, NPS 31, fallen 9 points by more than noise at both ends', () => {
  expect(newest.head).toMatchObject({ answers: 1648, nonResponses: 64, cycleName: 'Q4 2026', sample: true });
  expect(former.head).toMatchObject({ answers: 1612, cycleName: 'Q3 2026' });
  const { nps, movement } = now.everyone;
  expect(nps.kind === 'estimate' ? Math.round(nps.value) : 0).toBe(31);
  expect(Math.round(movement?.score.value ?? 0)).toBe(-9);
  expect(movement).toMatchObject({
    direction: 'fell',
    bands: { detractor: { beyondNoise: true }, promoter: { beyondNoise: true } },
  });
});

test.each(['quillon', 'another', 'a third'])('seed %s: the segments tell the same story', (seed) => {
  const [then, wave] = invented(seed).waves;
  if (!then || !wave) throw new Error('two waves are made');
  const map = segmentsOf(wave.columns, then.columns);
  const labels = (s: Segment) => [s.value, s.labels.join(', ')];
  expect(Object.fromEntries(map.dimensions.flatMap((d) => d.segments.map(labels)))).toMatchObject({
    Enterprise: 'weak, falling',
    'First year': 'weak, falling',
    Reports: 'weak, falling',
    Small: 'strong',
    Close: 'strong',
    Longer: 'strong',
    'Mid-market': 'steady',
    'North America': 'steady',
    'Forecast, beta': 'tooFew',
  });
  expect(proposalsOf(map).map((p) => p.segment.value)).toEqual(['First year', 'Enterprise', 'Reports']);
});

test('Enterprise in its first year fell by 31 points to -15', () => {
  const score = ({ columns }: typeof newest) => {
    const codes = ['Tier', 'Tenure'].map((name) => columns.segments.find((s) => s.name === name)?.codes);
    const values = (row: number) => codes.map((code) => code?.[row]).join();
    const rows = [...columns.score.keys()].filter(
      (row) => values(row) === '0,1' && columns.score[row] !== 255,
    );
    const net = rows.reduce((sum, row) => {
      const given = columns.score[row] ?? 0;
      return sum + (given >= 9 ? 1 : given <= 6 ? -1 : 0);
    }, 0);
    return [rows.length, Math.round((100 * net) / rows.length)];
  };
  expect([score(former), score(newest)]).toEqual([
    [88, 16],
    [96, -15],
  ]);
});

test('every change lands in a document that reads back, marked as sample', () => {
  for (const [name, doc] of docs) {
    const { kind, id } = ((parts) => (parts.ok ? parts.value : { kind: '', id: '' }))(parseDocName(name));
    const marked =
      kind === 'workspace'
        ? recordsOf(doc, cycleEntry)
        : kind === 'codebook'
          ? recordsOf(doc, theme)
          : kind === 'cycle'
            ? [
                ...recordsOf(doc, cycleHead),
                ...recordsOf(doc, rosterEntry),
                ...recordsOf(doc, interviewEntry),
              ]
            : kind === 'interview'
              ? recordsOf(doc, interviewHead)
              : [];
    expect(`${name} ${marked.length > 0 && marked.every((m) => m.sample)}`).toBe(`${name} true`);
    if (kind !== 'interview') continue;
    expect(id).toMatch(/^sample-q[34]-2026-i\d\d$/);
    expect(recordsOf(doc, visit).length).toBeGreaterThanOrEqual(4);
    expect(recordsOf(doc, note).length).toBeGreaterThanOrEqual(2);
  }
});

test('the text of a note is text that two people can edit at once', () => {
  const texts = company.changes.filter((c) => c.kind === 'editText');
  expect(texts.length).toBeGreaterThan(300);
  const puts = company.changes.filter((c) => c.kind === 'put' && c.collection === note.collection);
  expect(puts.some((c) => c.kind === 'put' && 'text' in c.fields)).toBe(false);
});

test('14 of 30 detractors raise report export, 11 of 15 in Enterprise, up from 4 of 20', () => {
  const row = rowOf(drivers, topics.reportExport.id);
  expect(row).toMatchObject({
    name: 'Report export reliability',
    frequency: { k: 14, n: 30 },
    severity: { level: 3 },
  });
  const enterprise = row?.reach.all.find((s) => s.value === 'Enterprise');
  expect(enterprise).toMatchObject({ k: 11, n: 15 });
  expect(rowOf(driversThen, topics.reportExport.id)?.frequency).toMatchObject({ k: 4, n: 20 });
  expect(drivers.interviews).toEqual({ detractor: 30, passive: 11, promoter: 7 });
});

test('being fought for is new and lies in the first year; the price rise has become rarer', () => {
  const fought = rowOf(drivers, topics.foughtFor.id);
  expect(fought?.frequency).toMatchObject({ k: 8, n: 30 });
  expect(fought?.reach.all.find((s) => s.value === 'First year')).toMatchObject({ k: 7, n: 12 });
  expect(rowOf(driversThen, topics.foughtFor.id)).toBeUndefined();
  expect(rowOf(drivers, topics.priceRise.id)?.frequency).toMatchObject({ k: 7, n: 30 });
  expect(rowOf(driversThen, topics.priceRise.id)?.frequency).toMatchObject({ k: 11, n: 20 });
});

test('every theme of the table speaks in a customer’s words, and nobody’s twice', () => {
  const [export_, ...others] = drivers.rows.slice(0, 7);
  expect(export_?.quote).toMatchObject({ kind: 'quote', text: expect.stringMatching(/believe the button/) });
  for (const row of others) expect(`${row.name}: ${row.quote.kind}`).toBe(`${row.name}: quote`);
  const said = [...docs]
    .flatMap(([, doc]) => recordsOf(doc, note))
    .filter((n) => n.verbatim)
    .map((n) => n.text);
  expect(said.length).toBeGreaterThan(150);
  expect(new Set(said).size).toBe(said.length);
});

test('whoever is interviewed answered, can be reached, did not opt out and is asked once', () => {
  const rosters = ['sample-q3-2026', 'sample-q4-2026'].map((id) =>
    recordsOf(docs.get(`w1/cycle/${id}`), rosterEntry),
  );
  for (const [i, roster] of rosters.entries())
    for (const entry of roster) {
      const person = company.waves[i]?.people.at(entry.row);
      expect(person).toMatchObject({
        key: entry.id,
        score: entry.score,
        optOut: false,
        comment: entry.comment,
      });
      expect(entry.email).toMatch(/^[a-z.]+@[a-z]+\.example$/);
      expect(entry.interview !== '').toBe(entry.state === 'held');
    }
  const held = rosters.flat().filter((e) => e.state === 'held');
  expect(held).toHaveLength(82);
  expect(new Set(held.map((e) => e.id)).size).toBe(82);
});

test('interviews lie on working days before today, and nobody holds two at once', () => {
  const heads = [...docs].flatMap(([, doc]) => recordsOf(doc, interviewHead));
  const byCaller = Map.groupBy(heads, (h) => h.interviewer);
  expect(byCaller.size).toBe(4);
  for (const mine of byCaller.values()) {
    const inOrder = mine.toSorted((a, b) => a.startedAt - b.startedAt);
    for (const [i, head] of inOrder.entries()) {
      const weekday = new Date(head.startedAt).getUTCDay();
      expect(weekday).toBeGreaterThan(0);
      expect(weekday).toBeLessThan(6);
      expect(head.endedAt).toBeLessThan(inOrder[i + 1]?.startedAt ?? Date.UTC(2026, 9, 22));
    }
  }
});

test('people lie in the rows their columns speak of, and no two share an address', () => {
  const addresses = [...newest.people].map((p) => p.email).filter((email) => email !== '');
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const { row, score } of newest.people) expect(newest.columns.score[row]).toBe(score ?? 255);
  const again = new Set([...former.people].map((p) => p.key));
  expect([...newest.people].filter((p) => again.has(p.key)).length).toBeGreaterThan(500);
});

test('Ines Duarte waits to be called: 7 in Q3, 4 now', () => {
  const scores = [former, newest].map((w) => [...w.people].find((p) => p.name === 'Ines Duarte')?.score);
  expect(scores).toEqual([7, 4]);
  const entry = recordsOf(docs.get('w1/cycle/sample-q4-2026'), rosterEntry).find(
    (e) => e.name === 'Ines Duarte',
  );
  expect(entry).toMatchObject({
    state: 'selected',
    claimedBy: '',
    reason: 'Enterprise × detractor, score 4',
  });
});

test('one interview in three was coded by two people, who agree on most and not on all', () => {
  const { coded, overall, range, disagreements } = agreementOf(factsOfCycle('sample-q4-2026'), codebook);
  expect(coded).toHaveLength(16);
  expect(overall.kind === 'alpha' && overall.value).toBeGreaterThan(0.6);
  expect(range?.high).toBeLessThan(1);
  expect(disagreements.length).toBeGreaterThan(3);
});

test('the competitors its customers name are counted, weighed by some', () => {
  const book = docs.get('w1/codebook') ?? new Doc();
  const rivals = rivalsOf(readCollection(book, 'competitor'), readCollection(book, 'sighting'));
  const { rows } = rivalTable(factsOfCycle('sample-q4-2026'), rivals, codebook);
  expect(rows.map((r) => r.name).sort()).toEqual(['Ledgerline', 'Tallyhouse']);
  for (const row of rows) {
    expect(row.standing.evaluated).toBeGreaterThan(0);
    expect(row.on.map((on) => on.name)).toContain('A rival closes faster');
  }
});
