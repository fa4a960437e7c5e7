import { type Outcome, plainCell } from './mapping.ts';

const kept = '(renew|retain|extend|extension|active|kept|stay|aktiv|verlanger|renouvel|reconduit|renov)';
const gone = '(left|churn|lost|cancel|terminat|lapsed|expired|gekundigt|resili)';
const negated = "(not|never|\\w+n['’]?t|nicht|kein\\w*|ne|pas|declin\\w+|refus\\w+|reject\\w+)";
/** Up to three words of the same clause. */
const between = '([ -]+\\w+){0,3}?[ -]+';

/** The first that fits counts: a negation turns a word into its opposite, and what is yet to come is no outcome. */
const words: readonly (readonly [Outcome, RegExp])[] = [
  [
    'open',
    /\b(not yet|noch nicht|pas encore|aun no|not due)\b|\b(due|up) for\b|\brenewals? (is )?(due|pending|upcoming)\b/,
  ],
  ['renewed', new RegExp(`\\b${negated}${between}${gone}`)],
  ['left', new RegExp(`\\b${negated}${between}${kept}|\\b(non?|no longer|un)[ -]?${kept}`)],
  [
    'left',
    new RegExp(`\\b${kept}\\w*${between}(declin|refus|reject)|\\b${kept}\\w*[ :-]+(no|pas)$|\\binacti[fv]`),
  ],
  [
    'left',
    /\b(left|churn(ed)?|lost|cancel+(ed|led|ation)?|terminat(ed|ion)|depart(ed|ure)|lapsed|expired|gone|quit)\b/,
  ],
  ['left', /gekundigt|kundigung|abgewandert|resili|perdu|\bbaja\b/],
  ['downgraded', /down ?-?(graded?|sold|sell)|contract(ed|ion)|reduced|partial|shrunk|reduziert|reduit/],
  ['open', /\b(open|pending|upcoming|in (progress|negotiation)|undecided|tbd|offen|en cours)\b/],
  [
    'renewed',
    /\b(renewed|renewal|renew|retained|kept|stayed|active|won|expanded|expansion|upsold|upgraded|extended)\b/,
  ],
  ['renewed', /verlangert|renouvele|reconduit|renovado/],
];
const yes = /^(yes|y|true|1|x|ja|oui|si)$/;
const no = /^(no|n|false|0|nein|non)$/;
const saysLeft = /churn|\bleft\b|lost|cancel|depart|terminat|kundig|resili/;
const saysKept = /renew|retain|kept|stay|verlang|renouv/;

/** What a text of an outcome column means, or null. Yes and no mean what the column's header asks ("Churned?"). */
export function outcomeOf(text: string, plainHeader: string): Outcome | null {
  const bare = plainCell(text).normalize('NFD').replace(/\p{M}/gu, '');
  if (yes.test(bare) || no.test(bare)) return answered(yes.test(bare), plainHeader);
  return words.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

function answered(yes: boolean, plainHeader: string): Outcome | null {
  if (saysLeft.test(plainHeader)) return yes ? 'left' : 'renewed';
  if (saysKept.test(plainHeader)) return yes ? 'renewed' : 'left';
  return null;
}

/** Whether a file's or column's name speaks of customers who went. */
export function isOfDepartures(name: string): boolean {
  return saysLeft.test(name) && !saysKept.test(name);
}
