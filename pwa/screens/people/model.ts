import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import { docName } from '#core/model/docName.ts';
import { npsWavesIn, wavesOf } from '#core/sample/index.ts';
import { type SaidSame, saidSameIn } from '#core/waves/index.ts';
import { type CycleParts, followCycle } from './cycleDoc.ts';
import { type KnownPeople, nobodyKnown } from './drawing.ts';
import { type InvitationsModel, makeInvitations } from './invitations.ts';
import type { PeopleNeeds } from './needs.ts';
import { type Before, type Read, type ReadWave, readPast, readWave } from './reading.ts';
import { makeRoster, type RosterModel } from './roster.ts';
import { makeSelection, type SelectionModel } from './selection.ts';

/** Which page is up. The roster, once somebody is on it, unless more people are being chosen. */
export type PeopleView =
  | { kind: 'loading' }
  | { kind: 'noWave' }
  | { kind: 'failed'; fault: Extract<Read<never>, { kind: 'failed' }>['fault'] }
  | { kind: 'choose' }
  | { kind: 'roster' };

export interface PeopleModel {
  view: ReadonlySignal<PeopleView>;
  selection: SelectionModel;
  roster: RosterModel;
  invitations: InvitationsModel;
  dispose(): void;
}

/** Whom to interview: the selection, and the roster it fills. */
export function makePeopleModel(deps: PeopleNeeds): PeopleModel {
  const cycle = signal<CycleParts | null>(null);
  const wave = signal<Read<ReadWave> | 'none' | null>(null);
  const before = signal<Before>({ past: new Map(), known: [] });
  const said = signal<SaidSame>(new Set());
  const readOnly = computed(() =>
    wave.value !== null && wave.value !== 'none' && wave.value.kind === 'read' ? wave.value.value : null,
  );
  // people are read once a wave: what a draw looked at helps the next
  const known = computed((): KnownPeople | null => readOnly.value && nobodyKnown(readOnly.value));
  const ground = { wave: readOnly, cycle, before, said, known };
  const stops = [
    followCycle(deps, cycle),
    followWave(deps, wave),
    followPast(deps, before),
    followSaid(deps, said),
  ];
  const selection = makeSelection(deps, ground);
  const invitations = makeInvitations(deps);
  const view = computed((): PeopleView => {
    const [read, here] = [wave.value, cycle.value];
    const choosing = deps.place.value.query.has('choose');
    // a roster can be worked through without the wave: it came from another device, or was imported elsewhere
    if (here && here.roster.length > 0 && !choosing) return { kind: 'roster' };
    if (read === 'none') return { kind: 'noWave' };
    if (!read || !here) return { kind: 'loading' };
    return read.kind === 'failed' ? read : { kind: 'choose' };
  });
  return {
    view,
    selection,
    roster: makeRoster(deps, ground),
    invitations,
    dispose() {
      selection.dispose();
      invitations.dispose();
      for (const stop of stops) stop();
    },
  };
}

function followWave(deps: PeopleNeeds, into: { value: Read<ReadWave> | 'none' | null }): () => void {
  let asked = 0;
  let shown = '';
  const stop = effect(() => {
    const { cycle, cycles, waves } = deps.state;
    const { head, earlier } = wavesOf(cycle.value, cycles.value, npsWavesIn(waves.value));
    const wanted = `${head?.id} ${earlier?.id}`;
    if (wanted === shown) return;
    shown = wanted;
    const mine = ++asked;
    into.value = head ? null : 'none';
    if (!head) return;
    void readWave(deps, head, earlier).then((next) => {
      if (mine === asked) into.value = next;
    });
  });
  return () => {
    asked++;
    stop();
  };
}

/** What happened in the cycles before, read again whenever it may have changed. */
function followPast(deps: PeopleNeeds, into: { value: Before }): () => void {
  let asked = 0;
  const read = () => {
    const mine = ++asked;
    // without it nobody is left out for an interview, which the list then shows
    readPast(deps).then(
      (found) => {
        if (mine === asked) into.value = found;
      },
      () => {},
    );
  };
  const stopEffect = effect(() => {
    deps.state.cycle.value;
    deps.state.cycles.value;
    read();
  });
  const stopWatch = deps.facts.watch(read);
  return () => {
    asked++;
    stopEffect();
    stopWatch();
  };
}

/** What the team says of who is one person; the same value while it says the same: the workspace changes for more. */
function followSaid({ replica, session }: PeopleNeeds, into: { value: SaidSame }): () => void {
  return followDoc(replica, docName(session.workspace, 'workspace'), (doc) => {
    const now = saidSameIn(doc);
    const before = into.value;
    if (now.size !== before.size || [...now].some((pair) => !before.has(pair))) into.value = now;
  });
}
