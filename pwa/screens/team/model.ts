import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Team, TeamRefusal, TeamStanding } from '#core/ports/team.ts';

/** Where giving the workspace a home stands. */
export type Sharing =
  | { kind: 'ready' }
  | { kind: 'doing' }
  | { kind: 'noKey'; typed: boolean }
  | { kind: 'refused'; why: TeamRefusal };

export interface TeamModel {
  standing: ReadonlySignal<TeamStanding>;
  sharing: ReadonlySignal<Sharing>;
  /** What stands in the field for the set-up link. */
  typed: ReadonlySignal<string>;
  /** A set-up link came with the address. */
  given: ReadonlySignal<boolean>;
  type(text: string): void;
  /** Takes the key from the part of the address behind the `#`; says whether there was one. */
  take(fragment: string): boolean;
  share(renew: boolean): Promise<void>;
  tryNow(): void;
  dispose(): void;
}

/** The team of the open workspace: sharing it, its invitations, and how it stands with the server. */
export function makeTeamModel(team: Team): TeamModel {
  const standing = signal(team.standing);
  const sharing = signal<Sharing>({ kind: 'ready' });
  const typed = signal('');
  const given = signal('');
  const stop = team.watch((next) => {
    standing.value = next;
  });
  return {
    standing,
    sharing,
    typed,
    given: computed(() => given.value !== ''),
    type(text) {
      typed.value = text;
      sharing.value = { kind: 'ready' };
    },
    take(fragment) {
      const key = keyIn(fragment);
      if (key !== '') given.value = key;
      return key !== '';
    },
    async share(renew) {
      if (sharing.peek().kind === 'doing') return;
      const key = keyIn(typed.peek()) || given.peek();
      if (key === '') {
        sharing.value = { kind: 'noKey', typed: typed.peek().trim() !== '' };
        return;
      }
      sharing.value = { kind: 'doing' };
      const made = await team.share(key, renew);
      sharing.value = made.ok ? { kind: 'ready' } : { kind: 'refused', why: made.why };
      if (made.ok) {
        typed.value = '';
        given.value = '';
      }
    },
    tryNow: () => team.tryNow(),
    dispose: stop,
  };
}

const keyShape = /^[\w-]{40,200}$/;

/** The owner's key in a set-up link, or given by itself; empty when there is none. */
export function keyIn(text: string): string {
  const behind = text.trim().replace(/^.*#/, '');
  const key = new URLSearchParams(behind).get('key') ?? behind;
  return keyShape.test(key) ? key : '';
}
