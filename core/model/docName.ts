import { type Id, parseId, type WorkspaceId } from './ids.ts';
import { fail, ok, type Result } from './result.ts';

/** The kinds of document a workspace holds; who may read what follows the kind. */
export const docKinds = [
  'codebook',
  'guides',
  'cycle',
  'interview',
  'transcript',
  'published',
  'card',
  'workspace',
] as const;
export type DocKind = (typeof docKinds)[number];

/** `<workspace>/<kind>` for the one codebook, guides and workspace document, else `<workspace>/<kind>/<id>`. */
export type DocName = Id<'docName'>;

/** What a document's name says. */
export interface DocParts {
  workspace: WorkspaceId;
  kind: DocKind;
  /** Empty for the kinds a workspace has one of. */
  id: string;
}

/** A text that names no document; shortened to 200 characters. */
export interface BadDocName {
  kind: 'badDocName';
  text: string;
}

const single: ReadonlySet<DocKind> = new Set(['codebook', 'guides', 'workspace']);

/** Names a document; throws when a kind that needs an id has none, or the other way round (a bug). */
export function docName(workspace: WorkspaceId, kind: DocKind, id = ''): DocName {
  if (single.has(kind) !== (id === ''))
    throw new Error(`a ${kind} document ${id ? 'has no' : 'needs an'} id`);
  return (id ? `${workspace}/${kind}/${id}` : `${workspace}/${kind}`) as DocName;
}

/** Reads a name that came from outside; refuses unknown kinds, bad ids and extra parts. */
export function parseDocName(text: string): Result<DocParts, BadDocName> {
  const [workspace = '', kind = '', id = '', ...rest] = text.split('/');
  const w = parseId<'workspace'>(workspace);
  const known = docKinds.find((k) => k === kind);
  const idFits = known !== undefined && single.has(known) === (id === '') && (id === '' || parseId(id).ok);
  if (!w.ok || known === undefined || !idFits || rest.length > 0 || text.endsWith('/'))
    return fail({ kind: 'badDocName', text: text.slice(0, 200) });
  return ok({ workspace: w.value, kind: known, id });
}
