import { expect, test } from 'vitest';
import { Doc } from 'yjs';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import { recordsIn } from '../model/record.ts';
import { type Cover, cover, coverId, mention, mentionId, note } from '../notes/index.ts';
import { applyChanges, readCollection } from '../replica/index.ts';
import { mechanismFacts } from './mechanism.ts';
import { moveMention } from './split.ts';

const w = parseId<'workspace'>('w');
if (!w.ok) throw new Error('bad id');
const doc = docName(w.value, 'interview', 'i');

/** An interview of one note under the theme `whole`, with these marks. */
function interview(...covers: Omit<Cover, 'id' | 'note' | 'by'>[]) {
  const held = new Doc();
  const stored = { read: (collection: string) => readCollection(held, collection) };
  const line = { text: 'It fails', order: 'a', at: 1, area: 'scoreDrivers', author: 'ana' } as const;
  applyChanges(
    held,
    [
      note.put(doc, 'n', line),
      mention.put(doc, mentionId('n', 'whole'), { note: 'n', theme: 'whole', severity: 0, by: 'ana' }),
      ...covers.map((c) => cover.put(doc, coverId('n', c.theme, c.part), { ...c, note: 'n', by: 'ana' })),
    ],
    'test',
  );
  return {
    move() {
      const mentions = recordsIn(stored, mention).filter((m) => m.theme === 'whole');
      const changes = mentions.flatMap((m) => moveMention(doc, m, 'part', recordsIn(stored, cover)));
      applyChanges(held, changes, 'test');
    },
    known: () =>
      mechanismFacts(recordsIn(stored, note), recordsIn(stored, mention), recordsIn(stored, cover), []).map(
        (fact) => [fact.theme, ...fact.known],
      ),
  };
}

test('what is known of a theme goes with the mention that is moved to another', () => {
  const i = interview(
    { theme: 'whole', part: 'episode', is: 'known' },
    { theme: 'whole', part: 'fix', is: 'not' },
  );
  expect(i.known()).toEqual([['whole', 'episode']]);
  i.move();
  expect(i.known()).toEqual([['part', 'episode']]);
});

test('what was said under the other theme already stays', () => {
  const i = interview(
    { theme: 'whole', part: 'episode', is: 'known' },
    { theme: 'part', part: 'episode', is: 'not' },
    { theme: 'part', part: 'fix', is: 'known' },
  );
  i.move();
  expect(i.known()).toEqual([['part', 'fix']]);
});
