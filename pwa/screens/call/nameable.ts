import { computed, type ReadonlySignal } from '@preact/signals-core';
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
export const namesOf = ({ head, notes, rivals, roster, question }: NamesNeeds) => ({
  people: computed(() =>
    nameIndexOf(head.value ? nameablesOf(head.value, notes.value, rivals.value, roster.value) : []),
  ),
  named: computed(() => namedFirst(notes.value, question.value?.area, rivals.value)),
});

/**
 * Who may be named in this interview: those named in it before, competitors, the people of the same account, who manages
 * it, and colleagues who call in this cycle. Fields are read as they lie: a roster is long and this happens during a call.
 */
function nameablesOf(
  head: InterviewHead,
  notes: readonly TaggedNote[],
  rivals: readonly Rival[],
  roster: ReadonlyMap<string, Fields>,
): Nameable[] {
  // First: a name of theirs that somebody else has as well leads to the competitor, by the name it has now.
  const found: Nameable[] = rivals.map(({ id, name }) => ({ name, ref: rivalRef(id) }));
  const before = notes
    .toReversed()
    .flatMap((n) => [...(n.people ?? []), { name: n.authorName, ref: `member:${n.author}` }]);
  found.push(...before);
  found.push({ name: head.interviewerName, ref: `member:${head.interviewer}` });
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
  return found.filter((one) => one.name !== '');
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
