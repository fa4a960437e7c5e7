import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { InvitationPreview, Team, TeamRefusal } from '#core/ports/team.ts';

/** Where joining stands. */
export type Joining =
  | { kind: 'asking' }
  | { kind: 'invited'; preview: InvitationPreview }
  | { kind: 'joining'; preview: InvitationPreview }
  | { kind: 'refused'; why: TeamRefusal | { kind: 'noInvitation' } };

export interface JoinModel {
  joining: ReadonlySignal<Joining>;
  /** Takes the invitation from the part of the address behind the `#` and asks what it opens. */
  take(fragment: string): void;
  /** Asks again with the same invitation. */
  ask(): Promise<void>;
  join(memberName: string): Promise<void>;
}

/** Joining by an invitation: first what it opens, then the step itself. */
export function makeJoinModel(team: Team): JoinModel {
  const joining = signal<Joining>({ kind: 'asking' });
  let invitation = '';
  async function ask(): Promise<void> {
    joining.value = { kind: 'asking' };
    const asked = invitation;
    const preview = await team.preview(asked);
    if (asked !== invitation) return;
    joining.value = preview.ok
      ? { kind: 'invited', preview: preview.value }
      : { kind: 'refused', why: preview.why };
  }
  return {
    joining,
    take(fragment) {
      invitation = fragment;
      void ask();
    },
    ask,
    async join(memberName) {
      const now = joining.peek();
      if (now.kind !== 'invited') return;
      joining.value = { kind: 'joining', preview: now.preview };
      const done = await team.join(invitation, memberName);
      if (!done.ok) joining.value = { kind: 'refused', why: done.why };
    },
  };
}
