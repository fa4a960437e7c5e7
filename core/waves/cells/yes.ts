import { plainHeader } from '../recognise/headers.ts';
import { isNoAnswerWord } from './missing.ts';
import { numberOf } from './numbers.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(', '));

/** Plain words: without case, accents and punctuation. */
const yes = setOf('true, t, yes, y, x, on, checked, ja, j, oui, o, si, s, sim, wahr, vrai, tak, evet');
const no = setOf(
  'false, f, no, n, none, off, never, nein, non, nao, nee, nej, nei, falsch, faux, falso, nie, hayir',
);
const out = setOf(
  'opted out, opt out, optout, optedout, unsubscribed, unsubscribe, do not contact, do not call, do not email, do not e mail, do not mail, donotcontact, donotcall, dontcontact, dont contact, don t contact, no contact, dnc, blocked, suppressed, refused, withdrawn, revoked',
);
const into = setOf(
  'opted in, opt in, optin, optedin, subscribed, active, allowed, granted, may contact, ok to contact, not opted out, not unsubscribed',
);

/** What a cell says of being contacted: yes or no to whatever its column asks, or in so many words; else it is unclear. */
type Standing = 'yes' | 'no' | 'out' | 'in' | 'unclear';

/** What a filled cell says. Any date is a yes: the day on which it was said. */
function standingOf(text: string): Standing {
  const bare = text.trim();
  if (/^\d{4}-\d{2}-\d{2}|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(bare) || /^[✓✔☑]/.test(bare)) return 'yes';
  const number = numberOf(bare);
  if (number !== null) return number === 0 ? 'no' : 'yes';
  const plain = plainHeader(bare);
  if (out.has(plain)) return 'out';
  if (into.has(plain)) return 'in';
  if (yes.has(plain)) return 'yes';
  return no.has(plain) ? 'no' : 'unclear';
}

/** A column that says who must not be contacted, or who may be. */
export type ContactRole = 'optOut' | 'optIn';

/**
 * Whether a cell says that the person must not be contacted, and whether that is unclear. An empty cell says nothing. A
 * filled one that nobody understands counts as a wish to be left alone: that mistake costs one call, the other trust.
 */
export function optsOut(text: string, role: ContactRole): { isOut: boolean; isUnclear: boolean } {
  if (text.trim() === '') return { isOut: false, isUnclear: false };
  const standing = standingOf(text);
  // "n/a" to an opt-out is none; to a consent it is no consent
  if (standing === 'unclear' && role === 'optOut' && isNoAnswerWord(text))
    return { isOut: false, isUnclear: false };
  const isUnclear = standing === 'unclear';
  return {
    isOut: isUnclear || standing === 'out' || standing === (role === 'optOut' ? 'yes' : 'no'),
    isUnclear,
  };
}
