import { fromBase64 } from '#core/browser/overlay/base64.ts';
import { type Inbox, inboxOf } from '#core/browser/overlay/inbox.ts';
import { type FromApp, type FromExtension, fromApp, largestPart } from '#core/browser/overlay/messages.ts';
import { freshSecret, proofOf, provesIt } from '#core/browser/overlay/proof.ts';
import type { Wire } from '#core/browser/overlay/wire.ts';
import { beginIntake, forgetPairing, type Intake, type Part } from './intake.ts';
import { pairWith } from './pairing.ts';
import { isStill, type Pairing, readRow } from './store.ts';

/** What the door tells the rest of the extension. */
export interface DoorEvents {
  /** Data came or went: pages should be read again. */
  changed(): void;
}

const patience = 30_000;
// Parts in one transaction, below what the app sends ahead.
const writtenAtOnce = 48;
type Hear = Inbox<FromApp>;
const say = (wire: Wire, message: FromExtension): void => wire.send(message);
const refuse = (wire: Wire, why: Extract<FromExtension, { kind: 'refused' }>['why'], triesLeft?: number) =>
  say(wire, { kind: 'refused', why, ...(triesLeft === undefined ? {} : { triesLeft }) });

/** Talks with a page of `origin`, which the browser vouched for. Ends by itself; the caller closes the line. */
export async function converse(wire: Wire, origin: string, events: DoorEvents): Promise<void> {
  const inbox = inboxOf(wire, fromApp);
  const first = await inbox.next(patience);
  if (typeof first === 'string') return;
  if (first.kind === 'pair') return admitNew(wire, origin, first.code, events);
  if (first.kind !== 'hello') return;
  const pairing = await readRow('pairing');
  // The same answer whether there is no pairing or one with somebody else: nobody is told who the other is.
  if (!pairing || pairing.origin !== origin) return refuse(wire, 'notPaired');
  if (await isProven(wire, inbox, pairing, first.nonce)) await serve(wire, inbox, pairing, events);
}

async function admitNew(wire: Wire, origin: string, code: string, events: DoorEvents): Promise<void> {
  const answer = await pairWith(origin, code, Date.now());
  if (answer.kind !== 'paired')
    return refuse(wire, answer.kind, answer.kind === 'wrongCode' ? answer.triesLeft : undefined);
  events.changed();
  say(wire, { kind: 'paired', key: answer.secret });
}

async function isProven(
  wire: Wire,
  inbox: Hear,
  { key, origin }: Pairing,
  appNonce: string,
): Promise<boolean> {
  const extensionNonce = freshSecret();
  const both = { origin, appNonce, extensionNonce };
  say(wire, { kind: 'challenge', nonce: extensionNonce, proof: await proofOf(key, 'extension', both) });
  const answer = await inbox.next(patience);
  if (typeof answer === 'string' || answer.kind !== 'proof') return false;
  if (await provesIt(key, 'app', both, answer.proof)) return true;
  refuse(wire, 'badProof');
  return false;
}

/** What a proven app may do: hand over its data, as often as it likes, or end the pairing. */
async function serve(wire: Wire, inbox: Hear, pairing: Pairing, events: DoorEvents): Promise<void> {
  say(wire, { kind: 'welcome', holds: (await readRow('current'))?.holds ?? null });
  for (;;) {
    const message = await inbox.next(patience);
    if (typeof message === 'string') return;
    // A line outlives its pairing. What comes over it must not end somebody else's.
    const isPaired = await isStill(pairing);
    if (message.kind === 'unpair') {
      if (isPaired) await forgetPairing();
      events.changed();
      return say(wire, { kind: 'unpaired' });
    }
    if (message.kind !== 'inventory' || !isPaired) return;
    const intake = await beginIntake(pairing, message.holds, message.parts);
    const outcome = await takeIn(wire, inbox, intake).finally(intake.close);
    if (outcome === 'ended') return;
    if (outcome !== 'taken') return refuse(wire, outcome);
    events.changed();
    say(wire, { kind: 'current' });
  }
}

async function takeIn(
  wire: Wire,
  inbox: Hear,
  intake: Intake,
): Promise<'taken' | 'ended' | 'badPart' | 'storage'> {
  say(wire, { kind: 'wanted', names: [...intake.wanted] });
  for (let i = 0; i < intake.wanted.length; i += writtenAtOnce) {
    const parts: Part[] = [];
    for (const name of intake.wanted.slice(i, i + writtenAtOnce)) {
      const bytes = await collect(inbox, name, intake.sizeOf(name));
      if (!bytes) return 'ended';
      parts.push({ name, bytes });
    }
    const outcome = await intake.store(parts);
    if (outcome !== 'stored') return outcome;
    say(wire, { kind: 'stored', parts: parts.length });
  }
  return intake.commit();
}

/** The bytes of one part from its pieces; null when something else came. */
async function collect(inbox: Hear, name: string, size: number): Promise<Uint8Array | null> {
  const whole = new Uint8Array(Math.min(size, largestPart));
  let at = 0;
  do {
    const message = await inbox.next(patience);
    if (typeof message === 'string' || message.kind !== 'piece' || message.name !== name) return null;
    const bytes = fromBase64(message.bytes);
    if (!bytes || at + bytes.byteLength > whole.byteLength || (bytes.byteLength === 0 && size > 0))
      return null;
    whole.set(bytes, at);
    at += bytes.byteLength;
  } while (at < size);
  return whole;
}
