import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { docName } from '#core/model/docName.ts';
import { type CycleId, newId, parseId } from '#core/model/ids.ts';
import type { SourceFile } from '#core/ports/files.ts';
import type { ImportProgress, OpenImport, SaveOutcome, WaveCheck } from '#core/ports/importer.ts';
import { cycleEntry, cycleHead, quarterOf, startOf } from '#core/sample/index.ts';
import type { Inspection, Mapping, WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { askedOf } from './asked.ts';
import { type Carried, carriedFrom } from './carried.ts';
import { words } from './words.ts';

export type Phase =
  /** Waiting for a file; `fault` says why the last one did not do. */
  | { kind: 'waiting'; fault: string }
  | { kind: 'reading'; name: string; progress: ImportProgress | null }
  | { kind: 'mapping' }
  | { kind: 'saving'; progress: ImportProgress | null }
  /** Stopped while it was being written: what is written is taken back. */
  | { kind: 'stopping' };

export interface Checked {
  running: boolean;
  /** Why this mapping makes no wave; empty when it does. */
  fault: string;
  /** The last answer; it stays in sight while the next is worked out. */
  value: WaveCheck | null;
}

export type ImportModel = ReturnType<typeof makeImportModel>;

/** From a file to a wave: opened and checked in the worker, changed on screen, kept in one step. */
export function makeImportModel(deps: Deps) {
  const phase = signal<Phase>({ kind: 'waiting', fault: '' });
  const inspection = signal<Inspection | null>(null);
  const mapping = signal<Mapping | null>(null);
  /** The wave this file is read like, until the user starts afresh. */
  const carried = signal<Carried | null>(null);
  const contacts = signal<Inspection | null>(null);
  const contactsMapping = signal<Mapping | null>(null);
  const contactsFault = signal('');
  const checked = signal<Checked>({ running: false, fault: '', value: null });
  /** Questions the user has answered or put aside, by key. */
  const settled = signal<ReadonlySet<string>>(new Set());
  /** Columns whose role the user has stated. */
  const touched = signal<ReadonlySet<number>>(new Set());
  const typedName = signal<string | null>(null);
  const today = () => new Date(deps.clock.now()).toISOString().slice(0, 10);
  const proposedName = computed(
    () => (quarterOf(checked.value.value?.lastDay ?? '') ?? quarterOf(today()))?.name ?? today(),
  );
  const cycleName = computed(() => typedName.value ?? proposedName.value);
  let open: OpenImport | null = null;
  let stop = new AbortController();

  const watching = (onProgress: (p: ImportProgress) => void) => {
    stop.abort();
    stop = new AbortController();
    const wanted = stop.signal;
    // a report already on its way when the user stopped it must not bring the step back on screen
    const whileWanted = (p: ImportProgress) => {
      if (!wanted.aborted) onProgress(p);
    };
    return { onProgress: whileWanted, stop: wanted };
  };

  async function take(file: SourceFile): Promise<void> {
    reset();
    phase.value = { kind: 'reading', name: file.name, progress: null };
    const watch = watching((progress) => {
      phase.value = { kind: 'reading', name: file.name, progress };
    });
    const opened = await deps.importer.open(file, watch);
    if (watch.stop.aborted) return;
    if (!opened.ok) {
      phase.value = { kind: 'waiting', fault: words.faultOf(opened.why) };
      return;
    }
    open = opened.value;
    batch(() => {
      inspection.value = opened.value.inspection;
      carried.value = carriedFrom(deps.state.waves.peek(), opened.value.inspection);
      mapping.value = (carried.value ?? opened.value.inspection).mapping;
      phase.value = { kind: 'mapping' };
    });
  }

  /** What the nearest column holds says more than that none was named. */
  const sentenceOf = (fault: Parameters<typeof words.faultOf>[0]): string => {
    const seen = fault.kind === 'noScoreColumn' ? inspection.peek() : null;
    return (seen && words.noScoreIn(seen)) || words.faultOf(fault);
  };

  async function runCheck(m: Mapping): Promise<void> {
    const watch = watching(() => {});
    checked.value = { ...checked.peek(), running: true };
    const answer = await open?.check(m, watch);
    if (!answer || watch.stop.aborted) return;
    if (answer.ok) checked.value = { running: false, fault: '', value: answer.value };
    else checked.value = { running: false, fault: sentenceOf(answer.why), value: null };
  }

  // a choice made quickly after another replaces its check
  let due: ReturnType<typeof setTimeout> | undefined;
  const recheck = () => {
    clearTimeout(due);
    due = setTimeout(() => {
      const m = mapping.peek();
      if (m && phase.peek().kind === 'mapping') void runCheck(m);
    }, 120);
  };
  const disposeCheck = effect(() => {
    if (mapping.value) recheck();
  });

  function reset(): void {
    stop.abort();
    clearTimeout(due);
    open?.close();
    open = null;
    batch(() => {
      phase.value = { kind: 'waiting', fault: '' };
      inspection.value = null;
      mapping.value = null;
      carried.value = null;
      contacts.value = null;
      contactsMapping.value = null;
      contactsFault.value = '';
      checked.value = { running: false, fault: '', value: null };
      settled.value = new Set();
      touched.value = new Set();
      typedName.value = null;
    });
  }

  async function addContacts(file: SourceFile): Promise<void> {
    contactsFault.value = '';
    const answer = await open?.addContacts(file);
    if (!answer) return;
    if (!answer.ok) {
      contactsFault.value = words.faultOf(answer.why);
      return;
    }
    contacts.value = answer.value;
    contactsMapping.value = answer.value.mapping;
    recheck();
  }

  async function mapContacts(m: Mapping): Promise<void> {
    contactsMapping.value = m;
    const answer = await open?.mapContacts(m);
    if (answer && !answer.ok) contactsFault.value = words.faultOf(answer.why);
    else contactsFault.value = '';
    recheck();
  }

  async function dropContacts(): Promise<void> {
    contacts.value = null;
    contactsMapping.value = null;
    contactsFault.value = '';
    await open?.dropContacts();
    recheck();
  }

  /** The cycle of that name, or a new one that appears only once the wave is on disk. */
  function cycleOf(name: string): { id: CycleId; isNew: boolean } {
    const known = deps.state.cycles
      .peek()
      .find((c) => !c.sample && c.name.trim().toLowerCase() === name.trim().toLowerCase());
    const id = known && parseId<'cycle'>(known.id);
    return id?.ok ? { id: id.value, isNew: false } : { id: newId<'cycle'>(deps.chance), isNew: true };
  }

  /** Resolves once the cycle is on disk; should the device refuse, the top bar says so and the wave brings it back. */
  async function makeCycle(id: CycleId, name: string, lastDay: string): Promise<void> {
    const { workspace, member } = deps.session;
    const startsOn = startOf(name, lastDay, today());
    const seed = newId<'seed'>(deps.chance);
    const [own, list] = [docName(workspace, 'cycle', id), docName(workspace, 'workspace')];
    const held = await Promise.all([deps.replica.open(own), deps.replica.open(list)]);
    await deps.replica.apply(
      [
        cycleHead.put(own, 'head', { name, startsOn, seed, sample: false }),
        cycleEntry.put(list, id, { name, startsOn, sample: false }),
      ],
      { who: member, why: 'a survey came in' },
    );
    await Promise.all(held.map((doc) => doc.whenSaved()));
    for (const doc of held) doc.close();
  }

  /** Keeps the wave. Answers with what happened, or null when it was stopped or refused (`phase` then says why). */
  async function keep(): Promise<SaveOutcome | null> {
    const m = mapping.peek();
    if (!open || !m) return null;
    const name = cycleName.peek().trim() || proposedName.peek();
    const { id, isNew } = cycleOf(name);
    phase.value = { kind: 'saving', progress: null };
    const watch = watching((progress) => {
      phase.value = { kind: 'saving', progress };
    });
    const answer = await open.save({ mapping: m, cycle: id, cycleName: name }, watch);
    if (watch.stop.aborted && answer.ok) {
      if (answer.value.kind === 'saved') await takeBack(answer.value.head);
      phase.value = { kind: 'mapping' };
      return null;
    }
    if (!answer.ok) {
      batch(() => {
        phase.value = { kind: 'mapping' };
        checked.value = { ...checked.peek(), running: false, fault: words.faultOf(answer.why) };
      });
      if (answer.why.kind === 'stopped') recheck();
      return null;
    }
    if (answer.value.kind === 'saved' && isNew) await makeCycle(id, name, answer.value.head.lastDay);
    return answer.value;
  }

  async function takeBack({ id }: WaveHead): Promise<void> {
    await deps.lookup.remove(id);
    await deps.waves.remove(id);
  }

  return {
    phase: phase as ReadonlySignal<Phase>,
    inspection: inspection as ReadonlySignal<Inspection | null>,
    mapping: mapping as ReadonlySignal<Mapping | null>,
    contacts: contacts as ReadonlySignal<Inspection | null>,
    contactsMapping: contactsMapping as ReadonlySignal<Mapping | null>,
    contactsFault: contactsFault as ReadonlySignal<string>,
    checked: checked as ReadonlySignal<Checked>,
    settled: settled as ReadonlySignal<ReadonlySet<string>>,
    touched: touched as ReadonlySignal<ReadonlySet<number>>,
    cycleName,
    asked: computed(() => {
      const i = inspection.value;
      const m = mapping.value;
      const questions = (carried.value ?? i)?.questions ?? [];
      return i && m ? askedOf({ ...i, questions }, m, contacts.value !== null) : [];
    }),
    /** Waves made from the very same bytes before. */
    earlier: computed(() => (inspection.value ? (open?.earlier ?? []) : [])),
    carried: carried as ReadonlySignal<Carried | null>,
    /** Reads the file as if there had been none before. */
    startAfresh() {
      batch(() => {
        carried.value = null;
        mapping.value = inspection.peek()?.mapping ?? null;
        settled.value = new Set();
        touched.value = new Set();
      });
    },
    take,
    addContacts,
    mapContacts,
    dropContacts,
    keep,
    reset,
    change(next: Mapping, at?: number) {
      if (at !== undefined) touched.value = new Set([...touched.peek(), at]);
      mapping.value = next;
    },
    settle(key: string, done = true) {
      const next = new Set(settled.peek());
      if (done) next.add(key);
      else next.delete(key);
      settled.value = next;
    },
    nameCycle(name: string) {
      typedName.value = name;
    },
    /** Stops what is under way; nothing has been stored. */
    cancel() {
      stop.abort();
      if (phase.peek().kind === 'reading') reset();
      else if (phase.peek().kind === 'saving') phase.value = { kind: 'stopping' };
    },
    dispose() {
      disposeCheck();
      reset();
    },
  };
}
