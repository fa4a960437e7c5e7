import { stepTick } from '#core/cycles/index.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { recordsIn } from '#core/model/record.ts';
import { interviewHead, note } from '#core/notes/index.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { type RosterEntry, rosterEntry } from '#core/sample/index.ts';
import { customerFigures, invitedFigures, renewalFigures, samePerson } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** Somebody a call can be handed to. The name is empty where none was given. */
export interface Colleague {
  id: string;
  name: string;
}

/** Whoever has claimed one of these calls, has left their name elsewhere, or sits here; by name. */
export function colleaguesOf(
  roster: readonly RosterEntry[],
  met: readonly Colleague[],
  me: Colleague,
): Colleague[] {
  const names = new Map<string, string>();
  for (const { id, name } of [...met, ...claimersOf(roster), me])
    if (id && (name || !names.has(id))) names.set(id, name);
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const claimersOf = (roster: readonly RosterEntry[]): Colleague[] =>
  roster.map(({ claimedBy, claimedByName }) => ({ id: claimedBy, name: claimedByName }));

type Needs = Pick<Deps, 'replica' | 'facts' | 'session' | 'state'>;

/**
 * Everybody whose name stands beside something they did in this workspace: calls claimed, steps called done and lists kept
 * in any cycle; interviews held and notes taken in this one. Reads the interviews of the cycle: for when it is asked.
 */
export async function readColleagues(needs: Needs): Promise<Colleague[]> {
  const { session, state, facts } = needs;
  const held = await facts.ofCycle(state.cycle.peek());
  const named = (kind: 'cycle' | 'interview', id: string): DocName[] => {
    const parsed = parseId(id);
    return parsed.ok ? [docName(session.workspace, kind, parsed.value)] : [];
  };
  const places: readonly [DocName[], (doc: OpenDoc) => Colleague[]][] = [
    [[docName(session.workspace, 'workspace')], (doc) => recordsIn(doc, samePerson).map(byWhom)],
    [state.cycles.peek().flatMap(({ id }) => named('cycle', id)), inCycle],
    [held.flatMap(({ interview }) => named('interview', interview)), inInterview],
  ];
  const found = await Promise.all(
    places.flatMap(([names, read]) => names.map((name) => readOnce(needs, name, read))),
  );
  return found.flat();
}

const byWhom = ({ by, byName }: { by: string; byName: string }): Colleague => ({ id: by, name: byName });

function inCycle(doc: OpenDoc): Colleague[] {
  return [
    ...claimersOf(recordsIn(doc, rosterEntry)),
    ...recordsIn(doc, stepTick).map(byWhom),
    ...[invitedFigures, customerFigures, renewalFigures].flatMap((kind) =>
      recordsIn<{ by: string; byName: string }>(doc, kind).map(byWhom),
    ),
  ];
}

function inInterview(doc: OpenDoc): Colleague[] {
  return [
    ...recordsIn(doc, interviewHead).map((head) => ({ id: head.interviewer, name: head.interviewerName })),
    ...recordsIn(doc, note).map(({ author, authorName }) => ({ id: author, name: authorName })),
  ];
}

async function readOnce<T>({ replica }: Needs, name: DocName, read: (doc: OpenDoc) => T): Promise<T> {
  const doc = await replica.open(name);
  try {
    return read(doc);
  } finally {
    doc.close();
  }
}
