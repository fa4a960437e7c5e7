import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { ok } from '#core/model/result.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { rosterEntry } from '#core/sample/index.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { idOf, usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { entriesOf } from './entries.ts';

const cycle = idOf<'cycle'>('q4');
const { head, columns } = waveFrom({
  id: 'w',
  csv: 'nps,Tier\n9,Big\n3,Small & co',
  columns: { nps: usualColumns.nps ?? { role: 'score' }, Tier: { role: 'segment' } },
});

async function world(answers: number) {
  const replica = new MemoryReplica(memoryWorld());
  const session = { workspace: idOf<'workspace'>('ws'), member: idOf<'member'>('me'), memberName: '' };
  const doc = docName(session.workspace, 'cycle', cycle);
  const { id, ...fields } = rosterPerson('p1', { name: 'Ines Duarte', accountName: 'Acme' });
  await replica.apply([rosterEntry.put(doc, id, fields)], { who: session.member, why: 'test' });
  const gone: string[] = [];
  const found = await entriesOf({
    state: { cycle: signal(cycle), waves: signal([{ ...head, cycle, answers }]) },
    waves: { columns: async () => ok(columns) },
    replica,
    session,
    go: (href: string) => gone.push(href),
  } as unknown as Parameters<typeof entriesOf>[0]);
  return { found, gone };
}

test('segments of the survey and people of the roster lead to where they are listed', async () => {
  const { found, gone } = await world(2);
  expect(found.map(({ name, keys }) => [name, keys])).toEqual([
    ['Tier', 'segments'],
    ['Tier: Big', 'segment'],
    ['Tier: Small & co', 'segment'],
    ['Ines Duarte', 'person, Acme'],
  ]);
  for (const { run } of found.slice(2)) run();
  expect(gone).toEqual(['/segments?in=Tier&find=Small+%26+co', '/people?find=Ines%20Duarte']);
});

test('a very large survey is not read for it', async () => {
  const { found } = await world(1_000_000);
  expect(found.map(({ name }) => name)).toEqual(['Tier', 'Ines Duarte']);
});
