import { type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import { docName } from '#core/model/docName.ts';
import { recordIn } from '#core/model/record.ts';
import type { Result } from '#core/model/result.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import {
  fillInvitation,
  type Invitation,
  type InvitationKind,
  type InvitationProblem,
  type InvitationText,
  invitationKindOf,
  invitationKinds,
  invitationText,
  invitationValues,
  mailtoOf,
  type RosterEntry,
  usualInvitations,
} from '#core/sample/index.ts';
import type { PeopleNeeds } from './needs.ts';
import { longDay } from './words.ts';

export type Texts = Readonly<Record<InvitationKind, InvitationText>>;

export interface InvitationsModel {
  /** The workspace's texts; the usual ones where nobody wrote others. */
  texts: ReadonlySignal<Texts>;
  /** The text for somebody, filled; or everything that keeps it from being sent. */
  fill(entry: RosterEntry, text?: InvitationText): Result<Invitation, readonly InvitationProblem[]>;
  /** The address that opens a mail to somebody, with the text where it can be filled. */
  mailto(entry: RosterEntry): string;
  save(kind: InvitationKind, text: InvitationText): Promise<void>;
  /** Back to the usual text. */
  reset(kind: InvitationKind): Promise<void>;
  dispose(): void;
}

/** Minutes a call is announced with. */
export const callMinutes = 30;

/** The invitation texts of the workspace, as anybody changes them. */
export function makeInvitations(deps: PeopleNeeds): InvitationsModel {
  const { session, state, replica } = deps;
  const doc = docName(session.workspace, 'workspace');
  const texts = signal<Texts>(usualInvitations);
  const stop = followDoc(replica, doc, (opened) => {
    texts.value = textsIn(opened);
  });
  const fill: InvitationsModel['fill'] = (entry, text) => {
    const cycle = state.cycles.value.find((c) => c.id === state.cycle.value)?.name ?? '';
    const values = invitationValues(entry, {
      interviewer: session.memberName,
      cycle,
      minutes: callMinutes,
      day: longDay,
    });
    return fillInvitation(text ?? texts.value[invitationKindOf(entry.band)], values);
  };
  return {
    texts,
    fill,
    mailto(entry) {
      const filled = fill(entry);
      return mailtoOf(entry.email, filled.ok ? filled.value : null);
    },
    async save(kind, text) {
      const change = invitationText.put(doc, kind, text);
      await replica.apply([change], { who: session.member, why: 'write an invitation text' });
    },
    async reset(kind) {
      const change = invitationText.remove(doc, kind);
      await replica.apply([change], { who: session.member, why: 'take the usual invitation text again' });
    },
    dispose: stop,
  };
}

function textsIn(doc: OpenDoc): Texts {
  const entries = invitationKinds.map(
    (kind) => [kind, recordIn(doc, invitationText, kind) ?? usualInvitations[kind]] as const,
  );
  return Object.fromEntries(entries) as Texts;
}
