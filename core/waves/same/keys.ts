import { plainEmail } from '../build/draft.ts';

/** What people are told apart by: an id and a plain e-mail, empty where unknown. */
export interface Keys {
  id: string;
  mail: string;
}

/** The two keys of a person, as they are compared. */
export const keysOf = ({ key, email }: { key: string; email: string }): Keys => ({
  id: idIn(key),
  mail: plainEmail(email),
});

/** The id in a person's steady name; empty where it goes by something else. */
export const idIn = (key: string): string => (key.startsWith('id:') ? key.slice(3) : '');

/** A person's steady name across waves; empty where neither id nor e-mail is known. */
export const keyOf = ({ id, mail }: Keys): string => (id ? `id:${id}` : mail ? `mail:${mail}` : '');
