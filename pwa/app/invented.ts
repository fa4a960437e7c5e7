import { stepTick, weekEntry } from '#core/cycles/index.ts';
import { guideChoice, hypothesisRecord } from '#core/guide/index.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { RecordKind } from '#core/model/record.ts';
import {
  because,
  cover,
  interviewHead,
  mention,
  note,
  transcriptHead,
  transcriptPart,
  visit,
} from '#core/notes/index.ts';
import { cycleEntry, cycleHead, interviewEntry, rosterEntry, selectionPlan } from '#core/sample/index.ts';
import { dimensionEdit, madeDimension, segmentView, valueEdit } from '#core/segments/index.ts';
import {
  codedTag,
  coding,
  competitor,
  driverChoice,
  driverText,
  settlement,
  sighting,
  theme,
} from '#core/themes/index.ts';
import { customerFigures, invitedFigures, renewalFigures } from '#core/waves/index.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'replica' | 'waves' | 'lookup' | 'facts' | 'session' | 'state'>;
type AnyKind = Pick<RecordKind<object>, 'collection' | 'remove'>;

/** Whatever the document of a cycle may hold. */
const kindsOfCycle: readonly AnyKind[] = [
  cycleHead,
  rosterEntry,
  interviewEntry,
  selectionPlan,
  weekEntry,
  stepTick,
  guideChoice,
  hypothesisRecord,
  driverChoice,
  driverText,
  invitedFigures,
  customerFigures,
  renewalFigures,
];

const kindsOfInterview: readonly AnyKind[] = [
  interviewHead,
  note,
  mention,
  visit,
  cover,
  because,
  coding,
  codedTag,
  settlement,
];

/**
 * Takes the invented company out whole: its waves, cycles, interviews, and those of its themes and competitors that
 * nobody of yours has used. Records are removed one by one before a document is forgotten, so that a server hears of it too.
 */
export async function removeInvented(needs: Needs): Promise<void> {
  const { replica, waves, lookup, session, state } = needs;
  const { workspace } = session;
  for (const wave of await waves.list()) {
    if (!wave.sample) continue;
    await lookup.remove(wave.id);
    await waves.remove(wave.id);
  }
  const cycles = state.cycles.peek().filter((c) => c.sample);
  const changes: Change[] = [];
  const gone: DocName[] = [];
  for (const cycle of cycles) {
    const id = parseId<'cycle'>(cycle.id);
    if (!id.ok) continue;
    const name = docName(workspace, 'cycle', id.value);
    const interviews = await idsIn(needs, name, interviewEntry.collection);
    for (const interview of interviews) {
      const doc = docName(workspace, 'interview', interview);
      const transcript = docName(workspace, 'transcript', interview);
      changes.push(...(await emptied(needs, doc, kindsOfInterview)));
      changes.push(...(await emptied(needs, transcript, [transcriptHead, transcriptPart])));
      gone.push(doc, transcript);
    }
    changes.push(...(await emptied(needs, name, kindsOfCycle)));
    gone.push(name);
    changes.push(cycleEntry.remove(docName(workspace, 'workspace'), cycle.id));
  }
  changes.push(...(await segmentEditsOf(needs)), ...(await namesWithout(needs)));
  await replica.apply(changes, { who: session.member, why: 'the invented company was removed' });
  // with a server the emptied documents stay until it has heard; alone they can go at once
  if (state.sync.peek().kind === 'alone') for (const name of gone) await replica.forget(name);
}

async function idsIn({ replica }: Needs, name: DocName, collection: string): Promise<string[]> {
  const doc = await replica.open(name);
  const ids = [...doc.read(collection).keys()];
  doc.close();
  return ids;
}

async function emptied(needs: Needs, name: DocName, kinds: readonly AnyKind[]): Promise<Change[]> {
  const doc = await needs.replica.open(name);
  const changes = kinds.flatMap((kind) =>
    [...doc.read(kind.collection).keys()].map((id) => kind.remove(name, id)),
  );
  doc.close();
  return changes;
}

/** What was edited about its segments; edits of real surveys are not marked and stay. */
async function segmentEditsOf({ replica, session }: Needs): Promise<Change[]> {
  const name = docName(session.workspace, 'codebook');
  const doc = await replica.open(name);
  const kinds: readonly AnyKind[] = [valueEdit, dimensionEdit, madeDimension, segmentView];
  const changes = kinds.flatMap((kind) =>
    [...doc.read(kind.collection)]
      .filter(([, fields]) => fields.sample === true)
      .map(([id]) => kind.remove(name, id)),
  );
  doc.close();
  return changes;
}

/** Its themes and competitors go, but one that your own interviews name becomes yours. */
async function namesWithout({ replica, facts, session, state }: Needs): Promise<Change[]> {
  const name = docName(session.workspace, 'codebook');
  const used = new Set<string>();
  for (const cycle of state.cycles.peek().filter((c) => !c.sample))
    for (const f of await facts.ofCycle(cycle.id)) {
      for (const m of f.mentions) used.add(m.theme);
      for (const r of f.rivals ?? []) used.add(r.competitor);
    }
  const doc = await replica.open(name);
  const changes: Change[] = [];
  for (const kind of [theme, competitor])
    for (const [id, fields] of doc.read(kind.collection)) {
      if (fields.sample !== true) continue;
      changes.push(used.has(id) ? kind.put(name, id, { sample: false }) : kind.remove(name, id));
    }
  for (const [id, fields] of doc.read(sighting.collection))
    if (fields.sample === true) changes.push(sighting.remove(name, id));
  doc.close();
  return changes;
}
