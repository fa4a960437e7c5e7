import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import { factsWith } from '#test/fixtures/interviewFacts.ts';
import { WorkspaceDatabase } from '../database.ts';
import { FactsTable } from './table.ts';

const chance = seededChance('facts table');
const opened: WorkspaceDatabase[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

/** Two tabs of one workspace, each of which hears what the other writes. */
function twoTabs() {
  const workspace = newId<'workspace'>(chance);
  const tabs = [0, 1].map(() => {
    const db = new WorkspaceDatabase(workspace);
    opened.push(db);
    return { db, table: new FactsTable(db) };
  });
  const [here, there] = tabs as [(typeof tabs)[0], (typeof tabs)[0]];
  const write = async (from: FactsTable, ...args: Parameters<FactsTable['write']>) => {
    const changed = await from.write(...args);
    for (const { table } of tabs) table.changed(changed);
    return changed;
  };
  return { here, there, write };
}
const row = (interview: string, cycle: string, notes = 1) => factsWith({ interview, cycle, notes });

test('whatever is written in either tab, a cycle reads as the disk has it', async () => {
  const step = fc.record({
    by: fc.constantFrom('here', 'there'),
    ask: fc.constantFrom('c1', 'c2', 'c3'),
    rows: fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        fc.constantFrom('c1', 'c2', 'c3', null),
        fc.integer({ min: 1, max: 3 }),
      ),
      { maxLength: 3 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { here, there, write } = twoTabs();
      for (const { by, ask, rows } of steps) {
        const from = by === 'here' ? here : there;
        await write(from.table, new Map(rows.map(([id, cycle, n]) => [id, cycle && row(id, cycle, n)])));
        const stored = await there.db.facts.where('cycle').equals(ask).sortBy('interview');
        expect(await here.table.ofCycle(ask)).toEqual(stored);
      }
    }),
    { numRuns: 25 },
  );
});

test('a row that did not change is the same object, and one small read brings the other', async () => {
  const { here, there, write } = twoTabs();
  await write(here.table, new Map(['a', 'b', 'c'].map((id) => [id, row(id, 'c1')])));
  const before = await here.table.ofCycle('c1');
  await write(there.table, new Map([['b', row('b', 'c1', 2)]]));
  const read: string[] = [];
  here.db.facts.hook('reading', (found) => {
    read.push(found.interview);
    return found;
  });
  const after = await here.table.ofCycle('c1');
  expect(after[0]).toBe(before[0]);
  expect(after[2]).toBe(before[2]);
  expect(after[1]?.notes).toBe(2);
  expect(read).toEqual(['b']);
});

test('after a time in which nothing was heard everything is read anew', async () => {
  const { here, there } = twoTabs();
  await here.table.ofCycle('c1');
  await there.table.write(new Map([['a', row('a', 'c1')]]));
  expect(await here.table.ofCycle('c1'), 'nobody told').toEqual([]);
  here.table.doubt();
  expect(await here.table.ofCycle('c1')).toHaveLength(1);
});

test('what somebody projected meanwhile is not overwritten with what was read before', async () => {
  const { here, there, write } = twoTabs();
  await write(here.table, new Map([['a', row('a', 'c1', 1)]]));
  const known = await here.table.rowsOf(['a', 'b']);
  await write(there.table, new Map([['a', row('a', 'c1', 3)]]));
  const old = new Map([
    ['a', row('a', 'c1', 2)],
    ['b', row('b', 'c1', 2)],
  ]);
  expect(await write(here.table, old, { known })).toEqual(['b']);
  expect((await here.table.ofCycle('c1')).map(({ notes }) => notes)).toEqual([3, 2]);
});
