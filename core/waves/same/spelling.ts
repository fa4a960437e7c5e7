import { plainAccount, plainEmail } from '../build/draft.ts';

/** Domains under which one mail box goes by several names. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['googlemail.com', 'gmail.com'],
  ['hotmail.co.uk', 'outlook.com'],
  ['hotmail.com', 'outlook.com'],
  ['live.com', 'outlook.com'],
  ['msn.com', 'outlook.com'],
  ['me.com', 'icloud.com'],
  ['mac.com', 'icloud.com'],
  ['pm.me', 'protonmail.com'],
  ['proton.me', 'protonmail.com'],
  ['ymail.com', 'yahoo.com'],
]);

/**
 * What an e-mail is like when the ways one box is spelt are taken off: what follows a "+", dots in the name, a domain that
 * is another name of the same provider, "mail." or "www." in front. Two people can be alike in it: it suggests, it proves
 * nothing. Empty for what is no e-mail.
 */
export function looseEmail(email: string): string {
  const [name = '', domain = '', ...more] = plainEmail(email).split('@');
  if (name === '' || domain === '' || more.length > 0) return '';
  const bare = name.replace(/\+.*$/, '').replaceAll('.', '');
  const host = domain.replace(/^(mail|email|www)\./, '');
  return bare === '' ? '' : `${bare}@${aliases.get(host) ?? host}`;
}

/** A person's name as it is compared: without case, accents and punctuation, its words in order of the alphabet. */
export function looseName(name: string): string {
  const words = wordsOf(name).filter((word) => word !== '' && !titles.has(word));
  return words.length < 2 ? '' : words.sort().join(' ');
}

/** Plain letters, as most names are, need none of the slow work. */
function wordsOf(name: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every character of ASCII, control characters too
  if (/^[\x00-\x7f]*$/.test(name)) return name.toLowerCase().split(/[^a-z0-9]+/);
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.split(/[^\p{L}\p{N}]+/u);
}

const titles: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'herr', 'frau', 'mme', 'sir']);

/** A name together with its company: neither says much alone. Empty when either is. */
export function nameAtAccount(name: string, accountCrmId: string, accountName: string): string {
  const person = looseName(name);
  const account = accountName === '' ? accountCrmId : plainAccount(accountName);
  return person === '' || account === '' ? '' : `${person} @ ${account}`;
}
