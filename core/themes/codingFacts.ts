import type { Note } from '../notes/index.ts';
import type { CodedTag, Coding, Settlement } from './codingRecords.ts';

/** One coder's tagging of an interview, for cross-interview figures. */
export interface CodingFact {
  coder: string;
  name: string;
  /** 0 while it is not handed in. */
  doneAt: number;
  tags: readonly { note: string; theme: string; severity: 0 | 1 | 2 | 3; text: string }[];
}

/** What an interview's codings say; nothing at all where nobody coded it, so that its row stays as it was. */
export interface CodingFacts {
  codings?: readonly CodingFact[];
  settled?: readonly { theme: string; holds: boolean }[];
}

/** The codings of an interview, handed in or not, by coder; a tag whose note is gone is left out. */
export function codingFactsOf(
  notes: readonly Note[],
  codings: readonly Coding[],
  tags: readonly CodedTag[],
  settlements: readonly Settlement[],
): CodingFacts {
  if (codings.length === 0) return {};
  const texts = new Map(notes.map((n) => [n.id, n.text]));
  const byCoder = Map.groupBy(tags, (tag) => tag.coder);
  const tagsOf = (coder: string) =>
    (byCoder.get(coder) ?? [])
      .flatMap(({ note, theme, severity }) => {
        const text = texts.get(note);
        return text === undefined ? [] : [{ note, theme, severity, text }];
      })
      .sort((a, b) => compare(a.note, b.note) || compare(a.theme, b.theme));
  return {
    codings: [...codings]
      .sort((a, b) => compare(a.coder, b.coder))
      .map(({ coder, coderName, doneAt }) => ({ coder, name: coderName, doneAt, tags: tagsOf(coder) })),
    settled: settlements
      .map(({ theme, holds }) => ({ theme, holds }))
      .sort((a, b) => compare(a.theme, b.theme)),
  };
}

/** By code unit, never by locale: the same everywhere. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
