import { bareCode, newCode } from '#core/browser/overlay/code.ts';
import { freshSecret, importKey } from '#core/browser/overlay/proof.ts';
import { cryptoChance } from './chance.ts';
import { forgetPairing } from './intake.ts';
import { makeQueue } from './queue.ts';
import { writeRow } from './store.ts';

/** A code on show: good once, for a short while, for a few tries. Kept in session memory only. */
interface ShownCode {
  text: string;
  until: number;
  triesLeft: number;
}

export const codeMinutes = 5;
export const codeTries = 5;

const key = 'code';
// Guesses in parallel must not share one count.
const inTurn = makeQueue();

export async function readCode(now: number): Promise<ShownCode | null> {
  const code = (await chrome.storage.session.get(key))[key] as ShownCode | undefined;
  return code && now < code.until && code.triesLeft > 0 ? code : null;
}

/** Shows a new code; an earlier one is void. */
export async function showCode(now: number): Promise<void> {
  const code: ShownCode = {
    text: newCode(cryptoChance),
    until: now + codeMinutes * 60_000,
    triesLeft: codeTries,
  };
  await chrome.storage.session.set({ [key]: code });
}

export type PairAnswer =
  | { kind: 'paired'; secret: string }
  | { kind: 'wrongCode'; triesLeft: number }
  | { kind: 'codeGone' };

/**
 * Tries a typed code for an origin. A right one voids the code, deletes what an earlier app handed over, pins the origin
 * and makes the pair's key.
 */
export function pairWith(origin: string, typed: string, now: number): Promise<PairAnswer> {
  return inTurn(async () => {
    const code = await readCode(now);
    if (!code) return { kind: 'codeGone' };
    const triesLeft = code.triesLeft - 1;
    // Counted before it is compared: a worker that dies in between does not give the try back.
    await chrome.storage.session.set({ [key]: { ...code, triesLeft } });
    if (bareCode(typed) !== bareCode(code.text))
      return triesLeft > 0 ? { kind: 'wrongCode', triesLeft } : { kind: 'codeGone' };
    await chrome.storage.session.remove(key);
    const secret = freshSecret();
    // First: whoever was paired before may have handed over other people, and may be handing over still.
    await forgetPairing();
    await writeRow('pairing', { origin, key: await importKey(secret), pairedAt: now });
    return { kind: 'paired', secret };
  });
}
