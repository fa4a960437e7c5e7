import type { Chance } from '#core/model/chance.ts';

// No vowels, so that no word comes out; nothing that looks like something else.
const letters = '23456789BCDFGHJKMNPQRTVWXZ';

/** A pairing code as shown: two groups of four, 26^8 (38 bits), read aloud or typed once. */
export function newCode(chance: Chance): string {
  let code = '';
  for (let i = 0; i < 8; i++) code += letters[chance.below(letters.length)];
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A code as typed, without case, spaces and dashes, so that it can be compared. */
export function bareCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
