import type { Fields } from '#core/model/json.ts';
import type { InterviewHead, Nameable, TaggedNote } from '#core/notes/index.ts';
import { rosterEntry } from '#core/sample/index.ts';

/**
 * Who may be named in this interview: those named in it before, the people of the same account, who manages it, and
 * colleagues who call in this cycle. Fields are read as they lie: a roster is long and this happens during a call.
 */
export function nameablesOf(
  head: InterviewHead,
  notes: readonly TaggedNote[],
  roster: ReadonlyMap<string, Fields>,
): Nameable[] {
  const found: Nameable[] = notes
    .toReversed()
    .flatMap((n) => [...(n.people ?? []), { name: n.authorName, ref: `member:${n.author}` }]);
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

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
