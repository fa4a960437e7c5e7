import { type Outcome, plainCell } from './mapping.ts';

const words: readonly (readonly [Outcome, RegExp])[] = [
  ['left', /\b(not|non|un)[ -]?renewed\b|\bnicht verlangert\b|\bno renew/],
  [
    'left',
    /\b(left|churn(ed)?|lost|cancel+(ed|led|ation)?|terminat(ed|ion)|depart(ed|ure)|lapsed|expired|gone|quit)\b/,
  ],
  ['left', /gekundigt|kundigung|abgewandert|resili|perdu|\bbaja\b/],
  ['downgraded', /down ?-?(graded?|sold|sell)|contract(ed|ion)|reduced|partial|shrunk|reduziert|reduit/],
  ['open', /\b(open|pending|upcoming|in (progress|negotiation)|not due|undecided|tbd|offen|en cours)\b/],
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
