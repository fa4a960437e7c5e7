import type { Chance } from '#core/model/chance.ts';
import type { DocName } from '#core/model/docName.ts';
import { type MemberId, type NoteId, newId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import { captureNote, mention, note, notesOf, orderBetween } from '#core/notes/index.ts';
import { until } from '#test/sync/testClient.ts';
import type { TestTab } from '#test/sync/testTab.ts';

/** A note as it was typed, and as it must be read again. */
export interface Typed {
  id: NoteId;
  text: string;
  theme: string;
}

/** Somebody who types notes into an interview, in a browser of their own. */
export interface NoteTaker {
  tab: TestTab;
  interview: DocName;
  chance: Chance;
  /** Keeps the interview open, as a call does; otherwise it is opened for each note. */
  holds: boolean;
  /** The server is gone: no more is typed. */
  over(): boolean;
  /** The link says "up to date" and these had been typed before. */
  synced(notes: readonly Typed[]): void;
}

const themes = ['price', 'speed', 'resolution'] as const;

/** Types until it is over, often several notes before the link has said anything about the first. */
export async function takeNotes(taker: NoteTaker): Promise<void> {
  const { tab, interview, chance, holds, over, synced } = taker;
  const typed: Typed[] = [];
  const hear = () => {
    if (tab.link.state.kind === 'upToDate') synced(typed.splice(0));
  };
  tab.link.watch(hear);
  const upToDate = () => until('up to date', () => tab.link.state.kind === 'upToDate' || over());
  const held = holds ? await tab.replica.open(interview) : null;
  await upToDate();
  const author = newId<'member'>(chance);
  let order: string | null = null;
  while (!over()) {
    order = orderBetween(order, null, chance);
    const next = makeNote(chance);
    await tab.replica.apply(changesOf(next, interview, order, author), { who: author, why: 'a line' });
    typed.push(next);
    // Said before it could be true, it would be said all the same.
    hear();
    if (chance.below(3) > 0) await upToDate();
  }
  held?.close();
}

function makeNote(chance: Chance): Typed {
  const id = newId<'note'>(chance);
  const theme = themes[chance.below(themes.length)] ?? 'price';
  return { id, text: `Waited ${1 + chance.below(90)} days for an answer, ${id}`, theme };
}

function changesOf({ id, text, theme }: Typed, doc: DocName, order: string, author: MemberId) {
  return captureNote({
    doc,
    id,
    read: { text, verbatim: true, severity: 2, valence: 'bad' },
    themes: [theme],
    order,
    at: 60,
    area: 'scoreDrivers',
    question: '',
    author,
    authorName: 'Ada',
  });
}

/** Those of the notes that are not read whole: text and theme. */
export function missingOf(
  typed: Iterable<Typed>,
  read: (collection: string) => ReadonlyMap<string, Fields>,
): Typed[] {
  const there = new Map(
    notesOf(read(note.collection), read(mention.collection)).map((one) => [one.id, one] as const),
  );
  return [...typed].filter(({ id, text, theme }) => {
    const found = there.get(id);
    return found?.text !== text || !found.mentions.some((one) => one.theme === theme);
  });
}
