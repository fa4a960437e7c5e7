import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { recordIn, recordsIn } from '#core/model/record.ts';
import { cover, mention, mentionId } from '#core/notes/index.ts';
import { moveMention, splitTheme } from '#core/themes/index.ts';
import type { BookNeeds, Desk, Done, Refusal } from './book.ts';
import type { MentionView, SplitDraft } from './mentions.ts';

/** What a split came to. */
export type SplitDone = Done & {
  theme: string;
  /** Mentions moved; fewer than were chosen where some are gone meanwhile. */
  moved: number;
};

/** Told how many of the interviews are done. */
export type SplitProgress = (done: number, all: number) => void;

/**
 * Splits a theme: makes the new one, waits until it is on disk, then moves the chosen mentions, one interview after the
 * other. What was taken away meanwhile is passed over. Broken off in between, fewer mentions are moved and none is lost.
 */
export async function split(
  deps: BookNeeds,
  desk: Desk,
  from: string,
  draft: SplitDraft,
  chosen: readonly MentionView[],
  onProgress: SplitProgress,
): Promise<SplitDone | Refusal> {
  const id = parseId<'theme'>(desk.newId());
  if (!id.ok) throw new Error('a new id that is none');
  const made = await desk.changeOnDisk('split', ({ book }) =>
    splitTheme(book, desk.doc, id.value, from, draft),
  );
  if (made.kind !== 'done') return made;
  const parts = [...Map.groupBy(chosen, (m) => m.interview)];
  let moved = 0;
  for (const [i, [interview, mentions]] of parts.entries()) {
    onProgress(i, parts.length);
    moved += await moveAll(deps, interview, mentions, id.value);
  }
  onProgress(parts.length, parts.length);
  return { ...made, theme: id.value, moved };
}

async function moveAll(
  { replica, session }: BookNeeds,
  interview: string,
  mentions: readonly MentionView[],
  to: string,
): Promise<number> {
  const name = docName(session.workspace, 'interview', interview);
  const doc = await replica.open(name);
  try {
    const there = mentions.flatMap((m) => recordIn(doc, mention, mentionId(m.note, m.tagged)) ?? []);
    const changes = there.flatMap((m) => moveMention(name, m, to, recordsIn(doc, cover)));
    await replica.apply(changes, { who: session.member, why: 'split a theme' });
    return there.length;
  } finally {
    doc.close();
  }
}
