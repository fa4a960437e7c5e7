import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { SourceFile } from '#core/ports/files.ts';
import type { ImportProgress, OpenImport, SaveOutcome } from '#core/ports/importer.ts';
import { quarterOf } from '#core/sample/index.ts';
import { asLeft, type Inspection, type Mapping, type WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { askedOf, sheetKey } from './asked.ts';
import { type Carried, carriedFrom } from './carried.ts';
import { makeChecking, type Watched } from './checking.ts';
import { makeContacts } from './contactsModel.ts';
import { cycleNamed, freeQuarter, heldBy, makeCycle, todayOf } from './waveCycle.ts';
import { words } from './words.ts';

export type Phase =
  /** Waiting for a file; `fault` says why the last one did not do. */
  | { kind: 'waiting'; fault: string }
  | { kind: 'reading'; name: string; progress: ImportProgress | null }
  | { kind: 'mapping' }
  | { kind: 'saving'; progress: ImportProgress | null }
  /** Stopped while it was being written: what is written is taken back. */
  | { kind: 'stopping' };

/** A cycle's name that a survey has already. */
export interface TakenName {
  name: string;
  by: WaveHead;
  /** A name that no survey has. */
  free: string;
  /** Whether this survey would stand beside that one. */
  isChosen: boolean;
}

export type ImportModel = ReturnType<typeof makeImportModel>;

/** From a file to a wave: opened and checked in the worker, changed on screen, kept in one step. */
export function makeImportModel(deps: Deps) {
  const phase = signal<Phase>({ kind: 'waiting', fault: '' });
  const inspection = signal<Inspection | null>(null);
  const mapping = signal<Mapping | null>(null);
  /** The wave this file is read like, until the user starts afresh. */
  const carried = signal<Carried | null>(null);
  /** Questions the user has answered or put aside, by key. */
  const settled = signal<ReadonlySet<string>>(new Set());
  /** Columns whose role the user has stated. */
  const touched = signal<ReadonlySet<number>>(new Set());
  const typedName = signal<string | null>(null);
  let open: OpenImport | null = null;
  let stop = new AbortController();
  let isAfresh = false;

  const watching = (onProgress: (p: ImportProgress) => void = () => {}): Watched => {
    stop.abort();
    stop = new AbortController();
    const wanted = stop.signal;
    // a report already on its way when the user stopped it must not bring the step back on screen
    const whileWanted = (p: ImportProgress) => {
      if (!wanted.aborted) onProgress(p);
    };
    return { onProgress: whileWanted, stop: wanted };
  };
  const reading = (name: string): Watched => {
    phase.value = { kind: 'reading', name, progress: null };
    return watching((progress) => {
      phase.value = { kind: 'reading', name, progress };
    });
  };

  const checking = makeChecking({
    open: () => open,
    mapping,
    inspection,
    isDue: () => phase.peek().kind === 'mapping',
    watching,
  });
  const { checked, recheck } = checking;
  const { clearContacts, ...contacts } = makeContacts(() => open, recheck);
  const ownQuarter = computed(() => {
    const today = todayOf(deps);
    return (quarterOf(checked.value.value?.lastDay ?? '') ?? quarterOf(today))?.name ?? today;
  });
  const proposedName = computed(() => freeQuarter(deps, ownQuarter.value));
  const cycleName = computed(() => typedName.value ?? proposedName.value);

  async function take(file: SourceFile): Promise<void> {
    reset();
    const watch = reading(file.name);
    const opened = await deps.importer.open(file, watch);
    if (watch.stop.aborted) return;
    if (!opened.ok) {
      phase.value = { kind: 'waiting', fault: words.faultOf(opened.why) };
      return;
    }
    open = opened.value;
    const like = await carriedFrom(deps, open, { watch });
    if (!watch.stop.aborted) show(opened.value.inspection, like);
  }

  /** Reads another sheet of the workbook; one that holds no table leaves everything as it was. */
  async function chooseSheet(name: string): Promise<void> {
    if (!open) return;
    const watch = reading(name);
    const seen = await open.sheet(name, watch);
    if (watch.stop.aborted) return;
    if (!seen.ok) {
      phase.value = { kind: 'mapping' };
      recheck();
      deps.say(words.faultOf(seen.why));
      return;
    }
    const like = isAfresh ? null : await carriedFrom(deps, open, { sheet: seen.value, watch });
    if (watch.stop.aborted) return;
    checking.clearCheck();
    show(seen.value, like);
    settle(sheetKey);
  }

  function show(read: Inspection, like: Carried | null): void {
    batch(() => {
      inspection.value = like?.inspection ?? read;
      carried.value = like;
      mapping.value = (like ?? read).mapping;
      settled.value = new Set();
      touched.value = new Set();
      phase.value = { kind: 'mapping' };
    });
  }

  function reset(): void {
    stop.abort();
    open?.close();
    open = null;
    isAfresh = false;
    batch(() => {
      phase.value = { kind: 'waiting', fault: '' };
      inspection.value = null;
      mapping.value = null;
      carried.value = null;
      clearContacts();
      checking.clearCheck();
      settled.value = new Set();
      touched.value = new Set();
      typedName.value = null;
    });
  }

  function settle(key: string, done = true): void {
    const next = new Set(settled.peek());
    if (done) next.add(key);
    else next.delete(key);
    settled.value = next;
  }

  /**
   * Keeps the wave, and with it what was left undecided as it was. Answers with what happened, or null when it was stopped
   * or refused (`phase` then says why).
   */
  async function keep(): Promise<SaveOutcome | null> {
    const m = mapping.peek();
    const seen = inspection.peek();
    if (!open || !m || !seen) return null;
    const name = cycleName.peek().trim() || proposedName.peek();
    const { id, isNew } = cycleNamed(deps, name);
    phase.value = { kind: 'saving', progress: null };
    const watch = watching((progress) => {
      phase.value = { kind: 'saving', progress };
    });
    const answer = await open.save({ mapping: asLeft(m, seen), cycle: id, cycleName: name }, watch);
    if (watch.stop.aborted && answer.ok) {
      if (answer.value.kind === 'saved') await takeBack(answer.value.head);
      phase.value = { kind: 'mapping' };
      return null;
    }
    if (!answer.ok) {
      batch(() => {
        phase.value = { kind: 'mapping' };
        // Stopped by the user: what was checked still stands, and can be kept again at once.
        if (answer.why.kind !== 'stopped') checking.refuse(words.faultOf(answer.why));
      });
      return null;
    }
    const { kind, head } = answer.value;
    if (kind === 'saved' && isNew) await makeCycle(deps, id, name, head);
    return answer.value;
  }

  async function takeBack({ id }: WaveHead): Promise<void> {
    await deps.lookup.remove(id);
    await deps.waves.remove(id);
  }

  return {
    ...contacts,
    phase: phase as ReadonlySignal<Phase>,
    inspection: inspection as ReadonlySignal<Inspection | null>,
    mapping: mapping as ReadonlySignal<Mapping | null>,
    checked,
    settled: settled as ReadonlySignal<ReadonlySet<string>>,
    touched: touched as ReadonlySignal<ReadonlySet<number>>,
    cycleName,
    /**
     * Where the name on screen, or the quarter of the answers before anybody typed one, is that of a cycle with a survey:
     * that survey, and a name that is free.
     */
    taken: computed((): TakenName | null => {
      const name = typedName.value ?? ownQuarter.value;
      const by = heldBy(deps, name);
      return by && { name: name.trim(), by, free: proposedName.value, isChosen: typedName.value !== null };
    }),
    asked: computed(() => {
      const i = inspection.value;
      const m = mapping.value;
      const questions = (carried.value ?? i)?.questions ?? [];
      return i && m ? askedOf({ ...i, questions }, m, contacts.contacts.value !== null) : [];
    }),
    /** Waves made from the very same bytes before. */
    earlier: computed(() => (inspection.value ? (open?.earlier ?? []) : [])),
    carried: carried as ReadonlySignal<Carried | null>,
    /** Reads the file as if there had been none before. */
    startAfresh() {
      isAfresh = true;
      batch(() => {
        carried.value = null;
        mapping.value = inspection.peek()?.mapping ?? null;
        settled.value = new Set();
        touched.value = new Set();
      });
    },
    take,
    chooseSheet,
    keep,
    reset,
    change(next: Mapping, at?: number) {
      if (at !== undefined) touched.value = new Set([...touched.peek(), at]);
      mapping.value = next;
    },
    settle,
    nameCycle(name: string) {
      typedName.value = name;
    },
    /** Stops what is under way; nothing has been stored. Of a workbook the sheet that was on screen stays. */
    cancel() {
      stop.abort();
      const { kind } = phase.peek();
      if (kind === 'saving') phase.value = { kind: 'stopping' };
      else if (kind === 'reading' && inspection.peek()) {
        phase.value = { kind: 'mapping' };
        recheck();
      } else if (kind === 'reading') reset();
    },
    dispose() {
      checking.disposeCheck();
      reset();
    },
  };
}
