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

/** Raised whenever a row says more, or other things, than one made before: all are then made again at the next start. */
export const projection = 2;

/** An interview document as one row of facts; null while it has no readable head. Records that do not parse are left out. */
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
