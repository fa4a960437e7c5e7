/** Proves to the other side that one has the pair's key, without saying it. HMAC-SHA-256 over both nonces. */
export interface Challenge {
  /** Origin of the app, as the browser vouches for it. */
  origin: string;
  appNonce: string;
  extensionNonce: string;
}

/** Lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** The bytes of an even number of hex digits. */
export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** 256 unpredictable bits as hex. */
export function freshSecret(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(32)));
}

/** A key that signs and verifies but can never be read again, not even by the app itself. */
export function importKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOfHex(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
}

// Who proves is part of the text, so that neither side's proof can be sent back to it.
const textOf = (who: 'app' | 'extension', c: Challenge) =>
  new TextEncoder().encode(`sounding 1|${who}|${c.origin}|${c.appNonce}|${c.extensionNonce}`);

/** The proof that `who` gives. */
export async function proofOf(
  key: CryptoKey,
  who: 'app' | 'extension',
  challenge: Challenge,
): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.sign('HMAC', key, textOf(who, challenge))));
}

/** Whether a proof is `who`'s, in constant time. */
export function provesIt(
  key: CryptoKey,
  who: 'app' | 'extension',
  challenge: Challenge,
  proof: string,
): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, bytesOfHex(proof), textOf(who, challenge));
}
