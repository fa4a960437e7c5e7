import type { Status } from './messages.ts';
import { readCode } from './pairing.ts';
import { readRow } from './store.ts';
import { findingOf, isHidden } from './visits.ts';

/** What the popup and the options page show, with the finding of one tab if asked for. */
export async function statusOf(tab: number | undefined, now: number): Promise<Status> {
  const [pairing, current, ownDomains] = await Promise.all([
    readRow('pairing'),
    readRow('current'),
    readRow('ownDomains'),
  ]);
  return {
    pairing: pairing && { origin: pairing.origin, pairedAt: pairing.pairedAt },
    code: await readCode(now),
    holds: current?.holds ?? null,
    hidden: await isHidden(),
    ownDomains: ownDomains ?? [],
    page: tab === undefined ? null : await findingOf(tab),
  };
}
