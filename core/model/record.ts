import * as v from 'valibot';
import type { Change } from './change.ts';
import type { DocName } from './docName.ts';
import type { Fields, Json } from './json.ts';
import { fail, ok, type Result } from './result.ts';

/** What is wrong with stored fields, in words for the log, never for the user's screen. */
export interface RecordFault {
  kind: 'recordFault';
  collection: string;
  id: string;
  problems: string[];
}

/** Lifts fields written by an older version to the next one. */
export type VersionStep = (fields: Fields) => Fields;

/**
 * One kind of stored record: its collection, its fields and how older ones are read.
 * Fields a reader does not know stay in the document untouched (see `Change` put).
 */
export interface RecordKind<T extends object> {
  readonly collection: string;
  readonly version: number;
  /** Parses stored fields (upcast first); the id is handed through as `id`. */
  parse(id: string, fields: Fields): Result<T & { readonly id: string }, RecordFault>;
  /** A put of the given fields, stamped with the version that wrote them. */
  put(doc: DocName, id: string, fields: Partial<T>): Change;
  remove(doc: DocName, id: string): Change;
}

/** The type that a record kind parses to, id included. */
export type RecordOf<K> = K extends RecordKind<infer T> ? T & { readonly id: string } : never;

/** Defines a record kind from its schema and the steps that lift older versions; `steps[0]` lifts version 1 to 2. */
export function defineRecord<S extends v.GenericSchema<object, object>>(
  collection: string,
  schema: S,
  steps: readonly VersionStep[] = [],
): RecordKind<v.InferOutput<S> & object> {
  type T = v.InferOutput<S> & object;
  const version = steps.length + 1;
  return {
    collection,
    version,
    parse(id, fields) {
      let lifted = fields;
      const written = typeof fields._v === 'number' ? fields._v : 1;
      for (let i = written - 1; i < steps.length; i++) lifted = steps[i]?.(lifted) ?? lifted;
      const parsed = v.safeParse(schema, lifted);
      if (parsed.success) return ok({ ...(parsed.output as T), id });
      return fail({ kind: 'recordFault', collection, id, problems: parsed.issues.map((i) => i.message) });
    },
    put(doc, id, fields) {
      return {
        kind: 'put',
        doc,
        collection,
        id,
        fields: { ...(fields as Record<string, Json>), _v: version },
      };
    },
    remove(doc, id) {
      return { kind: 'remove', doc, collection, id };
    },
  };
}

/** Where records are read from: an open document. */
export interface Stored {
  read(collection: string): ReadonlyMap<string, Fields>;
}

/** Every record of a kind; unreadable ones are left out. */
export function recordsIn<T extends object>(
  doc: Stored,
  kind: Pick<RecordKind<T>, 'collection' | 'parse'>,
): (T & { readonly id: string })[] {
  return [...doc.read(kind.collection)].flatMap(([id, fields]) => {
    const parsed = kind.parse(id, fields);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** The record of an id, or null where there is none that can be read. */
export function recordIn<T extends object>(
  doc: Stored,
  kind: Pick<RecordKind<T>, 'collection' | 'parse'>,
  id: string,
): (T & { readonly id: string }) | null {
  const fields = doc.read(kind.collection).get(id);
  const parsed = fields && kind.parse(id, fields);
  return parsed?.ok ? parsed.value : null;
}
