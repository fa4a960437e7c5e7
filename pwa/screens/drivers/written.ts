import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { mergeText } from '#core/cycles/index.ts';
import type { Change } from '#core/model/change.ts';
import { newId } from '#core/model/ids.ts';
import {
  beginParagraph,
  type Codebook,
  type DriverText,
  joinParagraphs,
  paragraphsByTheme,
  pinQuote,
  pinsByTheme,
  writeParagraph,
} from '#core/themes/index.ts';
import { followWritten, type WrittenParts } from './follow.ts';
import type { DriversNeeds } from './needs.ts';

/** A paragraph as it can be edited; `id` stays the same from before its first letter on. */
export interface Editable {
  id: string;
  text: string;
  /** Who began it; empty while nobody did. */
  byName: string;
}

/** What people wrote about the drivers of the cycle on screen. */
export interface WrittenModel {
  /** False until the cycle's document is open: nothing can be written before. */
  ready: ReadonlySignal<boolean>;
  /** The note pinned to each theme. */
  pins: ReadonlySignal<ReadonlyMap<string, string>>;
  /** The paragraphs to read, by theme. */
  paragraphs: ReadonlySignal<ReadonlyMap<string, readonly DriverText[]>>;
  /** Those to edit: at least one, empty where nobody began any. */
  editable(theme: string): readonly Editable[];
  /**
   * Writes a paragraph; `from` is the text the writer began with, so that what others wrote since stays. Returns the text as
   * it now stands: it is in the document before this returns.
   */
  write(theme: string, id: string, from: string, text: string): string;
  /** Makes two paragraphs one; returns how to take it back. */
  join(theme: string): (() => void) | null;
  /** Pins a note, or with an empty one gives the choice back to the rule; returns how to take it back. */
  pin(theme: string, note: string): (() => void) | null;
  dispose(): void;
}

/** Pins and paragraphs, kept in the cycle's document as they are typed. */
export function makeWrittenModel(
  deps: DriversNeeds,
  codebook: ReadonlySignal<Codebook | null>,
): WrittenModel {
  const parts = signal<WrittenParts | null>(null);
  /** Paragraphs begun or emptied here: they keep their place while somebody writes. */
  const touched = signal<ReadonlySet<string>>(new Set());
  const reserved = new Map<string, string>();
  const stop = followWritten(deps, parts);
  const apply = (changes: readonly Change[], why: string) =>
    void deps.replica.apply(changes, { who: deps.session.member, why });
  const textsOf = (theme: string): DriverText[] =>
    (parts.value?.texts ?? [])
      .filter((text) => codebook.value?.resolve(text.theme) === theme)
      .filter(({ id, text }) => text.trim() !== '' || touched.value.has(id))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const idFor = (theme: string): string => {
    const key = `${parts.value?.doc} ${theme}`;
    const id = reserved.get(key) ?? newId<'driverText'>(deps.chance);
    reserved.set(key, id);
    return id;
  };
  const textNow = (id: string): string | null => parts.peek()?.texts.find((t) => t.id === id)?.text ?? null;
  return {
    ready: computed(() => parts.value !== null),
    pins: computed(() =>
      parts.value && codebook.value
        ? pinsByTheme(parts.value.choices, codebook.value)
        : new Map<string, string>(),
    ),
    paragraphs: computed(() =>
      parts.value && codebook.value
        ? paragraphsByTheme(parts.value.texts, codebook.value)
        : new Map<string, DriverText[]>(),
    ),
    editable(theme) {
      const texts = textsOf(theme);
      return texts.length > 0 ? texts : [{ id: idFor(theme), text: '', byName: '' }];
    },
    write(theme, id, from, text) {
      const doc = parts.peek()?.doc;
      const now = textNow(id);
      const next = mergeText(from, text, now ?? '');
      if (!doc || next === (now ?? '')) return now ?? '';
      if (!touched.peek().has(id)) touched.value = new Set([...touched.peek(), id]);
      const { member, memberName } = deps.session;
      const about = { theme, at: deps.clock.now(), by: member, byName: memberName };
      apply(
        now === null ? beginParagraph(doc, id, about, next) : writeParagraph(doc, id, next),
        'write about a driver',
      );
      return next;
    },
    join(theme) {
      const doc = parts.peek()?.doc;
      const [first, second] = textsOf(theme);
      if (!doc || !first || !second) return null;
      apply(joinParagraphs(doc, first, second), 'join paragraphs');
      const joined = textNow(first.id) ?? '';
      return () => {
        const back = mergeText(joined, first.text, textNow(first.id) ?? '');
        apply(
          [...writeParagraph(doc, first.id, back), ...writeParagraph(doc, second.id, second.text)],
          'undo: join paragraphs',
        );
      };
    },
    pin(theme, note) {
      const now = parts.peek();
      if (!now) return null;
      // themes merged into it may have pins of their own: with none they would come up again
      const were = now.choices.filter((c) => codebook.peek()?.resolve(c.id) === theme && c.pinned !== '');
      if (note === '' ? were.length === 0 : were.some((c) => c.id === theme && c.pinned === note))
        return null;
      const clear = were.flatMap(({ id }) => pinQuote(now.doc, id, ''));
      apply(note === '' ? clear : pinQuote(now.doc, theme, note), 'pin a quote');
      const back = were.flatMap(({ id, pinned }) => pinQuote(now.doc, id, pinned));
      return () => apply([...pinQuote(now.doc, theme, ''), ...back], 'undo: pin a quote');
    },
    dispose: stop,
  };
}
