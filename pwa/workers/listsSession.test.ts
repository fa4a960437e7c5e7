import { expect, test } from 'vitest';
import { makeMemoryWaves } from '#core/browser/waves/memory.ts';
import type { ImportProgress } from '#core/ports/importer.ts';
import type { BuiltWave, ListKind } from '#core/waves/index.ts';
import { bytesOf, digest, idOf, waveFrom } from '#test/fixtures/waves.ts';
import { workbookOf } from '#test/fixtures/workbook.ts';
import { ListsSession } from './listsSession.ts';

const quiet = (): void => {};
const survey = (id: string, people: number, from = 0) =>
  waveFrom({
    id,
    csv: [
      'nps,email,name',
      ...Array.from({ length: people }, (_, i) => `${i % 11},p${i + from}@x.example,Person ${i + from}`),
    ].join('\n'),
    columns: { nps: { role: 'score' }, email: { role: 'email' }, name: { role: 'name' } },
  });

async function start(others: readonly BuiltWave[] = []) {
  const { waves } = makeMemoryWaves();
  for (const wave of [survey('q4', 40), survey('q3', 30, 20), ...others]) await waves.save(wave);
  const session = new ListsSession({ waves, digest, steady: () => performance.now() });
  const open = async (kind: ListKind, text: string) => {
    const opened = await session.open(kind, bytesOf(text), 'list.csv', quiet);
    if (!opened.ok) throw new Error(JSON.stringify(opened.why));
    return opened.value;
  };
  return { session, open };
}

test('a list is recognised, joined with the survey, and joined again when a column means something else', async () => {
  const { session, open } = await start();
  const lines = Array.from({ length: 60 }, (_, i) => `p${i}@x.example,${i % 2 ? 'Small' : 'Enterprise'}`);
  const { mapping, inspection } = await open('invited', ['E-mail,Tier', ...lines].join('\n'));
  expect(inspection.rows).toBe(60);
  const joined = await session.join(mapping, [idOf('q4'), idOf('q3')], quiet);
  expect(joined).toMatchObject({ ok: true, value: { report: { invited: 60, answered: 40, unlisted: 0 } } });
  const without = { ...mapping, columns: mapping.columns.map((c) => ({ ...c, role: 'ignore' as const })) };
  expect(await session.join(without, [idOf('q4')], quiet)).toMatchObject({
    ok: false,
    why: { kind: 'noPersonColumn' },
  });
});

test('a workbook is read like any other list: the sheet that is a table', async () => {
  const { session } = await start();
  const rows = Array.from({ length: 50 }, (_, i) => [`p${i}@x.example`, i % 2 ? 'Small' : 'Enterprise']);
  const file = workbookOf({ Notes: [['About this list']], Asked: [['E-mail', 'Tier'], ...rows] });
  const opened = await session.open('invited', file, 'asked.xlsx', quiet);
  if (!opened.ok) throw new Error(JSON.stringify(opened.why));
  const joined = await session.join(opened.value.mapping, [idOf('q4')], quiet);
  expect(joined).toMatchObject({ ok: true, value: { report: { invited: 50, answered: 40 } } });
});

test('whoever answered two surveys is counted, and progress tells how far it is', async () => {
  const { session } = await start();
  const seen: ImportProgress[] = [];
  const found = await session.samePeople([idOf('q4'), idOf('q3')], (p) => seen.push(p));
  expect(found).toMatchObject({ ok: true, value: { people: 50, inSeveral: 20, byEmail: 20 } });
  expect(seen.at(-1)).toMatchObject({ unit: 'people', done: 140, all: 140 });
});

test('it stops when asked, and says what it cannot read', async () => {
  const { session } = await start();
  const found = await session.samePeople([idOf('q4'), idOf('q3')], () => session.stop());
  expect(found).toEqual({ ok: false, why: { kind: 'stopped' } });
  expect(await session.samePeople([idOf('gone')], quiet)).toMatchObject({
    ok: false,
    why: { kind: 'damaged' },
  });
  expect(await session.open('invited', bytesOf(''), 'empty.csv', quiet)).toMatchObject({
    ok: false,
    why: { kind: 'empty' },
  });
});

test('whether companies renewed is never told by bands of a satisfaction survey', async () => {
  const wave = (id: string, metric?: 'csat') =>
    waveFrom({
      id,
      csv: `score,name,company\n${Array.from({ length: 20 }, (_, i) => `${1 + (i % 5)},P ${i} of ${id},Firm ${i}`).join('\n')}`,
      columns: { score: { role: 'score' }, name: { role: 'name' }, company: { role: 'account' } },
      ...(metric && { metric }),
    });
  const { session, open } = await start([wave('nps'), wave('csat', 'csat')]);
  const lines = Array.from({ length: 20 }, (_, i) => `Firm ${i},${i % 4 ? 'renewed' : 'left'}`);
  const { mapping } = await open('renewals', ['Company,Outcome', ...lines].join('\n'));
  const dimensions = async (id: string) => {
    const joined = await session.join(mapping, [idOf(id)], quiet);
    if (!joined.ok || joined.value.kind !== 'renewals') throw new Error(JSON.stringify(joined));
    return joined.value.report.dimensions.map(({ from }) => from);
  };
  expect(await dimensions('nps')).toEqual(['score']);
  expect(await dimensions('csat')).toEqual([]);
});
