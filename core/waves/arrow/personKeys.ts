import { tableFromIPC } from '@uwdata/flechette';
import { plainEmail } from '../build/draft.ts';
import { bufferOf, childOf } from './table.ts';

/** Who is behind the rows of a stored people part: id and plain e-mail, empty where unknown. `rows.length` of each. */
export interface StoredKeys {
  rows: Uint32Array;
  ids: string[];
  mails: string[];
}

/** Reads what matching needs of a people part, and nothing else. Throws on bytes that are no such part: verify first. */
export function readPersonKeys(bytes: Uint8Array): StoredKeys {
  const table = tableFromIPC(bytes);
  const [key, email] = [childOf(table, 'key'), childOf(table, 'email')];
  const rows = bufferOf(table, 'row', Uint32Array);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const ids = Array.from(rows, (_, i) => {
    const named = text(key.at(i));
    return named.startsWith('id:') ? named.slice(3) : '';
  });
  return { rows, ids, mails: Array.from(rows, (_, i) => plainEmail(text(email.at(i)))) };
}
