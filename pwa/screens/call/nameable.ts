import { computed, type ReadonlySignal } from '@preact/signals-core';
import { steadyList } from '#core/browser/parts/steadyList.ts';
import type { Area, Question } from '#core/guide/index.ts';
import type { Fields } from '#core/model/json.ts';
import {
  type InterviewHead,
  type Nameable,
  nameIndexOf,
  rivalRef,
  type TaggedNote,
} from '#core/notes/index.ts';
import { rosterEntry } from '#core/sample/index.ts';
import type { Rival } from '#core/themes/index.ts';

export interface NamesNeeds {
  head: ReadonlySignal<InterviewHead | null>;
  notes: ReadonlySignal<readonly TaggedNote[]>;
  rivals: ReadonlySignal<readonly Rival[]>;
  /** Everybody in the cycle, as stored. */
  roster: ReadonlySignal<ReadonlyMap<string, Fields>>;
  /** The question on screen. */
  question: ReadonlySignal<Question | undefined>;
}

/** Whom `@` finds, and in which order they are offered. */
export function namesOf({ head, notes, rivals, roster, question }: NamesNeeds) {
  // Every Enter comes by here, and most notes name nobody new.
  const inNotes = steadyList(() => namedIn(notes.value));
  const around = computed(() => (head.value ? namedAround(head.value, roster.value) : []));
  return {
    // First: a name of theirs that somebody else has as well leads to the competitor, by the name it has now.
    people: computed(() => {
      const competitors = rivals.value.map(({ id, name }) => ({ name, ref: rivalRef(id) }));
      const found = head.value ? [...competitors, ...inNotes.value, ...around.value] : [];
      return nameIndexOf(found.filter((one) => one.name !== ''));
    }),
    named: computed(() => namedFirst(notes.value, question.value?.area, rivals.value)),
  };
}

/** Those named in an interview before and those who wrote it, the last first, each once. */
function namedIn(notes: readonly TaggedNote[]): Nameable[] {
  const all = notes
    .toReversed()
    .flatMap((n) => [...(n.people ?? []), { name: n.authorName, ref: `member:${n.author}` }]);
  return [...new Map(all.map(({ name, ref }) => [`${ref} ${name}`, { name, ref }])).values()];
}

/**
 * Who else may be named: the people of the same account, who manages it, and colleagues who call in this cycle. Fields are
 * read as they lie: a roster is long and this happens during a call.
 */
function namedAround(head: InterviewHead, roster: ReadonlyMap<string, Fields>): Nameable[] {
  const found: Nameable[] = [{ name: head.interviewerName, ref: `member:${head.interviewer}` }];
  for (const [id, fields] of roster) {
    const caller = textOf(fields.claimedByName);
    if (caller !== '') found.push({ name: caller, ref: `member:${textOf(fields.claimedBy)}` });
    if (head.accountName === '' || fields.accountName !== head.accountName) continue;
    const entry = rosterEntry.parse(id, fields);
    if (!entry.ok) continue;
    found.push(
      { name: entry.value.name, ref: `person:${id}` },
      { name: entry.value.accountManager, ref: '' },
    );
  }
  return found;
}

/** The last named first; where alternatives are asked of, competitors before all. */
function namedFirst(
  notes: readonly TaggedNote[],
  area: Area | undefined,
  rivals: readonly Rival[],
): string[] {
  const before = notes.toReversed().flatMap((n) => (n.people ?? []).map((p) => p.ref));
  if (area !== 'competition') return before;
  const all = rivals.map((r) => rivalRef(r.id));
  return [...before.filter((ref) => all.includes(ref)), ...all, ...before];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
