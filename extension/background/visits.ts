import { freshSecret } from '#core/browser/overlay/proof.ts';
import { cardPersonOf, findPerson } from './answers.ts';
import { type Allowance, type Rate, spend } from './limit.ts';
import type { CardReply, Evidence, EvidenceAnswer, FromCard, PageFinding } from './messages.ts';
import { makeQueue } from './queue.ts';
import { hasData, readRow } from './store.ts';
import { clipped } from './text.ts';

/** What is known of the page in front in a tab. Session memory: it outlives the worker, not the browser. */
interface Visit {
  finding: PageFinding;
  /** Opens the card, in this tab only; empty when there is nobody to show. */
  token: string;
  documentId: string;
  site: string;
  /** Addresses on the page that somebody in the data has. */
  known: string[];
  /** How many others the page shows. */
  others: number;
}

/** A person at work opens a record every few seconds at most; a script that tries addresses is faster. */
const lookups: Rate = { most: 40, perMinute: 20 };

const visitKey = (tab: number) => `visit:${tab}`;
const inTurn = makeQueue();

async function session<T>(key: string): Promise<T | undefined> {
  return (await chrome.storage.session.get(key))[key] as T | undefined;
}

/** Answers a page script. `tab` and `origin` are the browser's word, never the page's. */
export async function answerEvidence(
  evidence: Evidence,
  from: { tab: number; documentId: string; origin: string },
  now: number,
): Promise<EvidenceAnswer> {
  const visit = await visitOf(evidence, from, now);
  const before = await session<Visit>(visitKey(from.tab));
  // The same people on the same page keep their token: a card that is open stays good.
  if (before && before.token !== '' && isSameVisit(before, visit)) visit.token = before.token;
  await chrome.storage.session.set({ [visitKey(from.tab)]: visit });
  if (visit.token === '') return { kind: 'nothing' };
  return { kind: 'someone', several: visit.finding === 'several', token: visit.token };
}

function isSameVisit(a: Visit, b: Visit): boolean {
  return (
    b.token !== '' &&
    a.documentId === b.documentId &&
    a.site === b.site &&
    a.others === b.others &&
    a.known.join() === b.known.join()
  );
}

async function visitOf(
  evidence: Evidence,
  from: { tab: number; documentId: string; origin: string },
  now: number,
): Promise<Visit> {
  const empty = { token: '', documentId: from.documentId, site: evidence.site, known: [], others: 0 };
  if (await isHidden()) return { ...empty, finding: 'hidden' };
  if (!(await hasData())) return { ...empty, finding: 'noData' };
  if (evidence.crowd) return { ...empty, finding: 'crowd' };
  const emails = await withoutColleagues(evidence.emails);
  if (emails.length === 0) return { ...empty, finding: 'nobody' };
  if (!(await mayLookUp(from.origin, emails, now))) return { ...empty, finding: 'tooMany' };
  const found = await Promise.all(emails.map(findPerson));
  const known = emails.filter((_, i) => found[i] !== null);
  if (known.length === 0) return { ...empty, finding: 'unknown' };
  const finding = emails.length === 1 ? 'one' : 'several';
  return { ...empty, finding, token: freshSecret(), known, others: emails.length - known.length };
}

async function withoutColleagues(emails: readonly string[]): Promise<string[]> {
  const own = (await readRow('ownDomains')) ?? [];
  const plain = [...new Set(emails.map((email) => email.trim().toLowerCase()))];
  return plain.filter((email) => {
    const domain = email.slice(email.lastIndexOf('@') + 1);
    return !own.some((mine) => domain === mine || domain.endsWith(`.${mine}`));
  });
}

/** Addresses a site asked for lately cost nothing again: redrawing a page is no enumeration. */
function mayLookUp(origin: string, emails: readonly string[], now: number): Promise<boolean> {
  return inTurn(async () => {
    const key = `asked:${origin}`;
    const asked = (await session<{ allowance?: Allowance; recent: string[] }>(key)) ?? { recent: [] };
    const fresh = emails.filter((email) => !asked.recent.includes(email));
    const allowance = spend(asked.allowance, lookups, fresh.length, now);
    if (!allowance) return false;
    const recent = [...fresh, ...asked.recent].slice(0, 50);
    await chrome.storage.session.set({ [key]: { allowance, recent } });
    return true;
  });
}

/** Answers the card in a tab: what the page's visit allows, whatever the card claims. */
export async function answerCard(message: FromCard, tab: number): Promise<CardReply> {
  if (!(await hasData())) return { kind: 'noData' };
  const visit = await session<Visit>(visitKey(tab));
  if (!visit || visit.token === '' || visit.token !== message.token || (await isHidden()))
    return { kind: 'gone' };
  if (message.kind === 'choose') return personReply(visit, visit.known[message.index], true);
  if (visit.finding === 'one') return personReply(visit, visit.known[0], false);
  const people = await Promise.all(visit.known.map(findPerson));
  return {
    kind: 'several',
    people: people.map((facts, i) => ({
      name: clipped(facts?.name ?? '', 200),
      email: visit.known[i] ?? '',
      accountName: clipped(facts?.accountName ?? '', 200),
    })),
    others: visit.others,
  };
}

async function personReply(visit: Visit, email: string | undefined, chosen: boolean): Promise<CardReply> {
  const facts = email === undefined ? null : await findPerson(email);
  const person = facts && (await cardPersonOf(facts, { site: visit.site, chosen }));
  return person ? { kind: 'person', person } : { kind: 'gone' };
}

/** What was last found on a tab, for the popup. */
export async function findingOf(tab: number): Promise<PageFinding | null> {
  return (await session<Visit>(visitKey(tab)))?.finding ?? null;
}

export async function forgetTab(tab: number): Promise<void> {
  await chrome.storage.session.remove(visitKey(tab));
}

/** Hidden on every page, until shown again or the browser closes. */
export async function isHidden(): Promise<boolean> {
  return (await session<boolean>('hidden')) === true;
}

export async function setHidden(hidden: boolean): Promise<void> {
  await chrome.storage.session.set({ hidden });
}
