import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type ServerRole, serverRoles } from '#core/model/protocol.ts';
import type { WorkspaceRow } from '../storage/storage.ts';

/** A fresh secret of 256 bits, fit for a URL fragment. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. A plain hash is enough: the secret is random, so there is nothing to guess from. */
export function hashOf(secret: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(secret, 'utf8').digest());
}

/** The role that a secret opens a workspace with; null for none. Takes the same time whatever is wrong. */
export function roleOf(secret: string, row: WorkspaceRow | null): ServerRole | null {
  const given = hashOf(secret);
  const known = row?.hashes ?? { member: nobody, reader: nobody };
  const fits = serverRoles.filter((role) => equal(given, known[role]));
  return row === null || secret === '' ? null : (fits[0] ?? null);
}

/** Compares in constant time. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

const nobody = new Uint8Array(randomBytes(32));

/** The secret of an `Authorization: Bearer` header; empty when there is none. */
export function bearer(header: string | undefined): string {
  return /^Bearer ([\w-]{1,200})$/.exec(header ?? '')?.[1] ?? '';
}
