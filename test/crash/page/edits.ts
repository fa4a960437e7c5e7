import { nextTurn } from '#core/browser/parts/nextTurn.ts';
import { openReplica } from '#core/browser/replica/index.ts';
import { type Chance, seededChance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { type NoteId, newId, type WorkspaceId } from '#core/model/ids.ts';
import { captureNote, mention, mentionId, note } from '#core/notes/index.ts';
import type { ObservableReplica } from '#core/replica/index.ts';
import { recordsOf, store } from './store.ts';

/** Edits in a row before a rest, in which the writer looks whether its log has grown long. */
const stretch = 2_000;
/** Records from which on the writer trims its log. */
const trimAt = 200;
/** The interview that was edited so often, the same document as one record, and its last words written once. */
export type Edited = 'edited' | 'compacted' | 'afresh';
export const editedDoc = (workspace: WorkspaceId, which: Edited): DocName =>
  docName(workspace, 'interview', which);

/** Makes all three through the real replica. Answers with the records left in the edited one's log. */
export async function fillEdited(workspace: WorkspaceId, notes: number, edits: number): Promise<number> {
  const replica = await openReplica({ workspace });
  const edited = editedDoc(workspace, 'edited');
  const doc = await replica.open(edited);
  const chance = seededChance('edits');
  const ids = Array.from({ length: notes }, () => newId<'note'>(chance));
  const texts = new Map<string, string>(ids.map((id) => [id, wordsFrom(chance, 14)]));
  const apply = (changes: Change[]) => replica.apply(changes, { who: newId<'member'>(chance), why: 'bench' });
  for (const [i, id] of ids.entries()) await apply(noteOf(edited, id, i, texts));
  const edit = () => apply([editOf(edited, ids[chance.below(notes)] as NoteId, texts, chance)]);
  for (let done = 0; done < edits; done++) {
    await edit();
    if (done % stretch === 0) await trimmed(edited, () => doc.whenSaved());
    else await nextTurn();
  }
  await trimmed(edited, () => doc.whenSaved());
  // As long as the log can stay for good, each edit a record of its own.
  for (let left = trimAt - 1 - (await recordsOf(edited)); left > 0; left--) {
    await edit();
    await doc.whenSaved();
  }
  await store(editedDoc(workspace, 'compacted'), [await replica.stateOf(edited)]);
  await storeAfresh(replica, editedDoc(workspace, 'afresh'), ids, texts);
  doc.close();
  await replica.destroy();
  return recordsOf(edited);
}

/** The same words in a document that knows no others. */
async function storeAfresh(
  replica: ObservableReplica,
  name: DocName,
  ids: readonly NoteId[],
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const me = { who: newId<'member'>(seededChance('afresh')), why: 'bench' };
  for (const [i, id] of ids.entries()) await replica.apply(noteOf(name, id, i, texts), me);
  const state = await replica.stateOf(name);
  await replica.forget(name);
  await store(name, [state]);
}

function noteOf(doc: DocName, id: NoteId, i: number, texts: ReadonlyMap<string, string>): Change[] {
  const read = { text: texts.get(id) ?? '', verbatim: false, severity: 0, valence: 'none' } as const;
  const place = {
    order: `a${String(i).padStart(3, '0')}`,
    at: i * 40,
    area: 'experience',
    question: '',
  } as const;
  return captureNote({ doc, id, read, themes: ['t1'], ...place, author: 'm', authorName: 'Mia' });
}

/** Mostly a word changed, else a mark, a theme or a place. */
function editOf(doc: DocName, id: NoteId, texts: Map<string, string>, chance: Chance): Change {
  const theme = `t${chance.below(6) + 2}`;
  switch (chance.below(8)) {
    case 0:
      return note.put(doc, id, { severity: chance.below(4) as 0 | 1 | 2 | 3 });
    case 1:
      return mention.put(doc, mentionId(id, theme), { note: id, theme, severity: 2, by: 'm' });
    case 2:
      return mention.remove(doc, mentionId(id, theme));
    case 3:
      return note.put(doc, id, { order: `a${String(chance.below(1000)).padStart(3, '0')}` });
    default: {
      const words = (texts.get(id) ?? '').split(' ');
      words[chance.below(words.length)] = wordsFrom(chance, 1);
      const text = words.join(' ');
      texts.set(id, text);
      return { kind: 'editText', doc, collection: note.collection, id, field: 'text', text };
    }
  }
}

const spoken = 'the export fails every Monday and nobody tells us until the invoice is already late'.split(
  ' ',
);

const wordsFrom = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => spoken[chance.below(spoken.length)]).join(' ');

/** Resolves once all edits are on disk and the log, if it had grown long, is trimmed. */
async function trimmed(name: DocName, whenSaved: () => Promise<unknown>): Promise<void> {
  await whenSaved();
  while ((await recordsOf(name)) >= trimAt) await new Promise((done) => setTimeout(done, 100));
}
