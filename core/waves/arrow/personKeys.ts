import { tableFromIPC } from '@uwdata/flechette';
import { plainEmail } from '../build/draft.ts';
import { nameLikeness } from '../same/alike.ts';
import { idIn } from '../same/keys.ts';
import { bufferOf, childOf } from './table.ts';

/** Who is behind the rows of a stored people part: id and plain e-mail, empty where unknown. `rows.length` of each. */
export interface StoredKeys {
  rows: Uint32Array;
  ids: string[];
  mails: string[];
  /** The likeness of each by name and company, where it was asked for. */
  names: Float64Array | null;
}

/**
 * Reads what matching needs of a people part, and nothing else; names only `withNames`. Throws on bytes that are no such
 * part: verify first.
 */
export function readPersonKeys(bytes: Uint8Array, withNames: boolean): StoredKeys {
  const table = tableFromIPC(bytes);
  const [key, email] = [childOf(table, 'key'), childOf(table, 'email')];
  const rows = bufferOf(table, 'row', Uint32Array);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const ids = Array.from(rows, (_, i) => idIn(text(key.at(i))));
  const mails = Array.from(rows, (_, i) => plainEmail(text(email.at(i))));
  if (!withNames) return { rows, ids, mails, names: null };
  const [name, crmId, account] = [
    childOf(table, 'name'),
    childOf(table, 'accountCrmId'),
    childOf(table, 'accountName'),
  ];
  const names = Float64Array.from(rows, (_, i) =>
    nameLikeness({
      name: text(name.at(i)),
      accountCrmId: text(crmId.at(i)),
      accountName: text(account.at(i)),
    }),
  );
  return { rows, ids, mails, names };
}
