import type { OverlayHolds } from '#core/ports/overlay.ts';
import { toBase64 } from './base64.ts';
import { type Inbox, inboxOf, type NoMessage } from './inbox.ts';
import { type FromApp, type FromExtension, fromExtension, pieceSize } from './messages.ts';
import type { Parts } from './parts.ts';
import { freshSecret, proofOf, provesIt } from './proof.ts';
import type { Wire } from './wire.ts';

/** How a conversation with the extension ended. */
export type FeedOutcome =
  | { kind: 'fed' }
  /** The extension knows of no pairing with this app: unpaired there, or installed anew. */
  | { kind: 'notPaired' }
  /** Closed, silent or talking nonsense; worth trying again. */
  | { kind: 'broken'; why: NoMessage | 'unexpected' | 'storage' }
  /** Something changed while it was handed over; gather again. */
  | { kind: 'changed' };

// A cold worker opens its database first, and copies what did not change; writing takes its time too.
const patience = 60_000;
// So many parts may be on their way before they are acknowledged; more than the extension writes at once.
const inFlight = 96;

/** A line to the extension on which both sides have proved the pair's key. */
export interface Session {
  kind: 'session';
  wire: Wire;
  inbox: Inbox<FromExtension>;
  /** What the extension said it holds. */
  holds: OverlayHolds | null;
}

/** Says hello and proves the key both ways. */
export async function greet(wire: Wire, key: CryptoKey, origin: string): Promise<Session | FeedOutcome> {
  const inbox = inboxOf(wire, fromExtension);
  const appNonce = freshSecret();
  say(wire, { kind: 'hello', nonce: appNonce });
  const challenge = await hear(inbox, 'challenge');
  if (challenge.kind !== 'challenge') return challenge;
  const both = { origin, appNonce, extensionNonce: challenge.nonce };
  if (!(await provesIt(key, 'extension', both, challenge.proof))) return { kind: 'notPaired' };
  say(wire, { kind: 'proof', proof: await proofOf(key, 'app', both) });
  const welcome = await hear(inbox, 'welcome');
  if (welcome.kind !== 'welcome') return welcome;
  return { kind: 'session', wire, inbox, holds: welcome.holds };
}

/** Hands over what the extension lacks; it switches to the new state only once all of it is on its disk. */
export async function feed(
  { wire, inbox }: Session,
  parts: Parts,
  report: (done: number, all: number) => void,
): Promise<FeedOutcome> {
  say(wire, { kind: 'inventory', holds: parts.holds, parts: [...parts.heads] });
  const wanted = await hear(inbox, 'wanted');
  if (wanted.kind !== 'wanted') return wanted;
  const all = wanted.names.length;
  let [sent, stored] = [0, 0];
  while (stored < all) {
    report(stored, all);
    while (sent < all && sent - stored < inFlight) {
      if (!(await sendPart(wire, wanted.names[sent++] as string, parts))) return { kind: 'changed' };
    }
    const answer = await hear(inbox, 'stored');
    if (answer.kind !== 'stored') return answer;
    stored += answer.parts;
  }
  const current = await hear(inbox, 'current');
  return current.kind === 'current' ? { kind: 'fed' } : current;
}

async function sendPart(wire: Wire, name: string, parts: Parts): Promise<boolean> {
  const bytes = await parts.read(name);
  if (!bytes) return false;
  for (let at = 0; at === 0 || at < bytes.byteLength; at += pieceSize)
    say(wire, { kind: 'piece', name, bytes: toBase64(bytes.subarray(at, at + pieceSize)) });
  return true;
}

const say = (wire: Wire, message: FromApp): void => wire.send(message);

/** The next message if it is of the kind that must come now, else how the conversation ended. */
async function hear<K extends FromExtension['kind']>(
  inbox: Inbox<FromExtension>,
  kind: K,
): Promise<Extract<FromExtension, { kind: K }> | FeedOutcome> {
  const message = await inbox.next(patience);
  if (typeof message === 'string') return { kind: 'broken', why: message };
  if (message.kind === kind) return message as Extract<FromExtension, { kind: K }>;
  if (message.kind !== 'refused') return { kind: 'broken', why: 'unexpected' };
  if (message.why === 'badPart') return { kind: 'changed' };
  return message.why === 'storage' ? { kind: 'broken', why: 'storage' } : { kind: 'notPaired' };
}
