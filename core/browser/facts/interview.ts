import { type DocName, parseDocName } from '#core/model/docName.ts';

/** The interview that a document holds; null for any other document. */
export function interviewOf(name: DocName): string | null {
  const parts = parseDocName(name);
  return parts.ok && parts.value.kind === 'interview' ? parts.value.id : null;
}
