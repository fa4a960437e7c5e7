import type { Doc } from 'yjs';
import type { RecordKind } from '#core/model/record.ts';
import { because, cover, interviewHead, mention, note } from '#core/notes/index.ts';
import { readCollection } from '#core/replica/index.ts';
import {
  codedTag,
  coding,
  codingFactsOf,
  factsOf,
  type InterviewFacts,
  settlement,
} from '#core/themes/index.ts';

/**
 * An interview document as one row of facts; null while it has no readable head. Records that do not parse are left out.
 * `projection` (table.ts) is raised with what this makes of one.
 */
export function projectDoc(interview: string, doc: Doc): InterviewFacts | null {
  const [head] = recordsOf(doc, interviewHead);
  if (!head) return null;
  const notes = recordsOf(doc, note);
  const codings = codingFactsOf(
    notes,
    recordsOf(doc, coding),
    recordsOf(doc, codedTag),
    recordsOf(doc, settlement),
  );
  return factsOf(interview, head, notes, recordsOf(doc, mention), {
    codings,
    covers: recordsOf(doc, cover),
    stated: recordsOf(doc, because),
  });
}

function recordsOf<T extends object>(doc: Doc, kind: RecordKind<T>): (T & { readonly id: string })[] {
  return [...readCollection(doc, kind.collection)].flatMap(([id, fields]) => {
    const parsed = kind.parse(id, fields);
    return parsed.ok ? [parsed.value] : [];
  });
}
