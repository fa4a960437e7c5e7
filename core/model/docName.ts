import { type Id, parseId, type WorkspaceId } from './ids.ts';
import { fail, ok, type Result } from './result.ts';

/** The kinds of document a workspace holds; who may read what follows the kind. */
export const docKinds = [
  'codebook',
  'guides',
  'cycle',
  'interview',
  'published',
  'card',
  'workspace',
] as const;
export type DocKind = (typeof docKinds)[number];

/** `<workspace>/<kind>` for the one codebook, guides and workspace document, else `<workspace>/<kind>/<id>`. */
export type DocName = Id<'docName'>;

export interface DocParts {
  workspace: WorkspaceId;
  kind: DocKind;
  /** Empty for the kinds a workspace has one of. */
  id: string;
}

export interface BadDocName {
  kind: 'badDocName';
  text: string;
}

const single: ReadonlySet<DocKind> = new Set(['codebook', 'guides', 'workspace']);

export function docName(workspace: WorkspaceId, kind: DocKind, id = ''): DocName {
  if (single.has(kind) !== (id === ''))
    throw new Error(`a ${kind} document ${id ? 'has no' : 'needs an'} id`);
  return (id ? `${workspace}/${kind}/${id}` : `${workspace}/${kind}`) as DocName;
}

export function parseDocName(text: string): Result<DocParts, BadDocName> {
  const [workspace = '', kind = '', id = '', ...rest] = text.split('/');
  const w = parseId<'workspace'>(workspace);
  const known = docKinds.find((k) => k === kind);
  const idFits = known !== undefined && single.has(known) === (id === '') && (id === '' || parseId(id).ok);
  if (!w.ok || known === undefined || !idFits || rest.length > 0 || text.endsWith('/'))
    return fail({ kind: 'badDocName', text: text.slice(0, 200) });
  return ok({ workspace: w.value, kind: known, id });
}
