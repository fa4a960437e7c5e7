import { expect, test } from 'vitest';
import { Doc } from 'yjs';
import { makeCompany } from '#core/exchange/company/company.ts';
import { seededChance } from '#core/model/chance.ts';
import { parseId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import type { RecordKind } from '#core/model/record.ts';
import { interviewHead, mention, note } from '#core/notes/index.ts';
import { applyChanges, readCollection } from '#core/replica/index.ts';
import { segmentsOf } from '#core/segments/index.ts';
import { codebookOf, driverTable, factsOf, theme } from '#core/themes/index.ts';
import { shown } from './figures.ts';
import { words } from './words.ts';

const workspace = parseId<'workspace'>('w1');
if (!workspace.ok) throw new Error('no id');
// as inventCompany.ts makes it
const company = makeCompany({
  workspace: workspace.value,
  today: '2026-11-22',
  chance: seededChance('quillon'),
});
const docs = new Map(
  [...Map.groupBy(company.changes, (c) => c.doc)].map(([name, changes]) => {
    const doc = new Doc();
    applyChanges(doc, changes, null);
    return [name as string, doc] as const;
  }),
);

function recordsOf<T extends object>(doc: Doc | undefined, kind: RecordKind<T>) {
  const stored: ReadonlyMap<string, Fields> = doc ? readCollection(doc, kind.collection) : new Map();
  return [...stored].flatMap(([id, fields]) => {
    const parsed = kind.parse(id, fields);
    return parsed.ok ? [parsed.value] : [];
  });
}

test('the finding on the first page is one of the invented company', () => {
  const [before, now] = company.waves;
  if (!before || !now) throw new Error('two waves');
  const { everyone, dimensions } = segmentsOf(now.columns, before.columns);
  const first = dimensions.flatMap((d) => d.segments).find((s) => s.value === 'First year');
  if (everyone.nps.kind !== 'estimate' || first?.nps.kind !== 'estimate') throw new Error('no score');
  const { value, low, high } = first.nps;
  expect([value, low, high, everyone.nps.value].map(Math.round)).toEqual([
    shown.now,
    shown.low,
    shown.high,
    shown.everyone,
  ]);
  expect(first.labels).toContain('falling');
  expect(words.get.finding.text).toContain(`down ${shown.was - shown.now}`);
});

test('the words and the count on the first page head its driver table', () => {
  const facts = [...docs].flatMap(([name, doc]) => {
    const id = /\/interview\/(.+)/.exec(name)?.[1];
    const head = recordsOf(doc, interviewHead)[0];
    if (!id || !head || head.cycle !== company.waves[1]?.head.cycle) return [];
    return [factsOf(id, head, recordsOf(doc, note), recordsOf(doc, mention))];
  });
  const codebook = codebookOf(readCollection(docs.get('w1/codebook') ?? new Doc(), theme.collection));
  const [top] = driverTable(facts, codebook, 'detractor').rows;
  if (top?.quote.kind !== 'quote') throw new Error('no words');
  expect(top.quote.text).toBe(words.get.said);
  const { k, n, low, high } = top.frequency;
  expect([k, n, Math.round(100 * low), Math.round(100 * high)]).toEqual([...shown.driver]);
});
