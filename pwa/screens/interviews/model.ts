import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { callGuide } from '#core/browser/parts/callGuide.ts';
import { docName } from '#core/model/docName.ts';
import { newId, parseId } from '#core/model/ids.ts';
import { startInterview } from '#core/notes/index.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { counts, type RosterEntry, rosterEntry } from '#core/sample/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { type Line, linesOf } from './lines.ts';

export type InterviewsNeeds = Pick<
  Deps,
  'replica' | 'waves' | 'facts' | 'session' | 'clock' | 'chance' | 'state' | 'go'
>;

/** Where the screen stands. Moved by the model alone. */
export type InterviewsView =
  | { kind: 'loading' }
  | { kind: 'noCycle' }
  /** Nobody is on the roster and nothing was held. */
  | { kind: 'nobody' }
  /** Of the roster those who neither declined nor failed to appear, and of these the ones nobody has claimed. */
  | { kind: 'ready'; lines: readonly Line[]; roster: number; free: number }
  | { kind: 'failed' };

export interface InterviewsModel {
  view: ReadonlySignal<InterviewsView>;
  /** Begins a call, or goes on with it, and shows it. */
  call(line: Line): Promise<void>;
  dispose(): void;
}

/** The cycle's interviews and whom to call next, moving as anybody works on them. */
export function makeInterviewsModel(deps: InterviewsNeeds): InterviewsModel {
  const { session, state } = deps;
  const roster = signal<readonly RosterEntry[] | null>(null);
  const facts = signal<readonly InterviewFacts[] | null>(null);
  const failed = signal(false);
  const fail = () => {
    failed.value = true;
  };
  const stops = [followRoster(deps, roster, fail), followFacts(deps, facts, fail)];
  return {
    view: computed((): InterviewsView => {
      if (failed.value) return { kind: 'failed' };
      if (state.cycle.value === '') return { kind: 'noCycle' };
      if (!roster.value || !facts.value) return { kind: 'loading' };
      if (roster.value.length === 0 && facts.value.length === 0) return { kind: 'nobody' };
      const lines = linesOf(roster.value, facts.value, session.member);
      const counting = roster.value.filter(counts);
      const free = counting.filter((e) => e.claimedBy === '' && e.interview === '').length;
      return { kind: 'ready', lines, roster: counting.length, free };
    }),
    async call(line) {
      const cycle = parseId<'cycle'>(state.cycle.peek());
      if (line.interview !== '' || !line.entry || !cycle.ok) return deps.go(`/call/${line.interview}`);
      const id = newId<'interview'>(deps.chance);
      const held = await callGuide(deps, cycle.value, line.entry);
      // a second press may have begun the call meanwhile
      const now = roster.peek()?.find((e) => e.id === line.person)?.interview ?? '';
      const begun = startInterview({
        ...held,
        entry: { ...held.entry, interview: now },
        workspace: session.workspace,
        cycle: cycle.value,
        id,
        member: session.member,
        memberName: session.memberName,
        at: deps.clock.now(),
      });
      if (!begun.ok) return deps.go(`/call/${begun.why.interview}`);
      // On disk before its address is shown: whoever loads that at once finds the call.
      await deps.replica.applyToDisk(begun.value, { who: session.member, why: 'begin a call' });
      deps.go(`/call/${id}`);
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

function followRoster(
  deps: InterviewsNeeds,
  into: { value: readonly RosterEntry[] | null },
  fail: () => void,
): () => void {
  let leave = () => {};
  const stop = effect(() => {
    const cycle = parseId<'cycle'>(deps.state.cycle.value);
    leave();
    into.value = null;
    if (!cycle.ok) return;
    let left = false;
    let doc: OpenDoc | null = null;
    leave = () => {
      left = true;
      doc?.close();
    };
    deps.replica.open(docName(deps.session.workspace, 'cycle', cycle.value)).then((opened) => {
      if (left) return opened.close();
      doc = opened;
      const read = () => {
        into.value = rosterOf(opened);
      };
      opened.watch(read);
      read();
    }, fail);
  });
  return () => {
    stop();
    leave();
  };
}

function rosterOf(doc: OpenDoc): RosterEntry[] {
  return [...doc.read(rosterEntry.collection)].flatMap(([id, fields]) => {
    const entry = rosterEntry.parse(id, fields);
    return entry.ok ? [entry.value] : [];
  });
}

/** Reads again whenever an interview changed or another cycle is on screen; a late answer never wins. */
function followFacts(
  deps: InterviewsNeeds,
  into: { value: readonly InterviewFacts[] | null },
  fail: () => void,
): () => void {
  let asked = 0;
  const read = (cycle: string) => {
    const mine = ++asked;
    deps.facts.ofCycle(cycle).then((found) => {
      if (mine === asked) into.value = found;
    }, fail);
  };
  const stopWatch = deps.facts.watch(() => read(deps.state.cycle.peek()));
  const stopEffect = effect(() => {
    into.value = null;
    read(deps.state.cycle.value);
  });
  return () => {
    asked++;
    stopWatch();
    stopEffect();
  };
}
