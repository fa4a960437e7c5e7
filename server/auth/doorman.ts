import type { ServerRole } from '#core/model/protocol.ts';
import type { ServerStorage } from '../storage/storage.ts';
import type { Attempts } from './attempts.ts';
import { equal, hashOf, roleOf } from './secrets.ts';

export type Admission =
  | { kind: 'admitted'; role: ServerRole }
  | { kind: 'wrongSecret' }
  | { kind: 'tooManyAttempts' };

export interface Doorman {
  /** Whether a secret opens a workspace. An unknown workspace and a wrong secret look the same from outside. */
  admit(workspace: string, secret: string, address: string): Promise<Admission>;
  isOwner(key: string, address: string): Admission['kind'];
}

export function makeDoorman(storage: ServerStorage, owner: string, attempts: Attempts): Doorman {
  const ownerHash = hashOf(owner);
  const refused = (address: string) =>
    attempts.wrong(address) ? ({ kind: 'tooManyAttempts' } as const) : ({ kind: 'wrongSecret' } as const);
  return {
    async admit(workspace, secret, address) {
      const role = roleOf(secret, await storage.workspace(workspace));
      return role === null ? refused(address) : { kind: 'admitted', role };
    },
    isOwner(key, address) {
      return equal(hashOf(key), ownerHash) ? 'admitted' : refused(address).kind;
    },
  };
}
