import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ImportWatch, OpenImport, WaveCheck } from '#core/ports/importer.ts';
import type { Inspection, Mapping } from '#core/waves/index.ts';
import { words } from './words.ts';

export interface Checked {
  running: boolean;
  /** Why this mapping makes no wave; empty when it does. */
  fault: string;
  /** The last answer; it stays in sight while the next is worked out. */
  value: WaveCheck | null;
}

/** Progress that is heard, and a stop, until the next step begins. */
export type Watched = ImportWatch & { stop: AbortSignal };

interface Needs {
  open(): OpenImport | null;
  mapping: ReadonlySignal<Mapping | null>;
  inspection: ReadonlySignal<Inspection | null>;
  /** Whether the mapping is on screen: nothing is checked while a file is read or kept. */
  isDue(): boolean;
  watching(): Watched;
}

const nothingYet: Checked = { running: false, fault: '', value: null };
/** In ms: a choice made quickly after another replaces its check. */
const settling = 120;

/** What the mapping would make of the file, worked out anew after every change. */
export function makeChecking({ open, mapping, inspection, isDue, watching }: Needs) {
  const checked = signal(nothingYet);
  let due: ReturnType<typeof setTimeout> | undefined;

  /** What the nearest column holds says more than that none was named. */
  const sentenceOf = (fault: Parameters<typeof words.faultOf>[0]): string => {
    const seen = fault.kind === 'noScoreColumn' ? inspection.peek() : null;
    return (seen && words.noScoreIn(seen)) || words.faultOf(fault);
  };

  async function run(m: Mapping): Promise<void> {
    const watch = watching();
    checked.value = { ...checked.peek(), running: true };
    const answer = await open()?.check(m, watch);
    if (!answer || watch.stop.aborted) return;
    if (answer.ok) checked.value = { running: false, fault: '', value: answer.value };
    else checked.value = { running: false, fault: sentenceOf(answer.why), value: null };
  }

  function recheck(): void {
    clearTimeout(due);
    due = setTimeout(() => {
      const m = mapping.peek();
      if (m && isDue()) void run(m);
    }, settling);
  }

  const stop = effect(() => {
    if (mapping.value) recheck();
  });

  return {
    checked: checked as ReadonlySignal<Checked>,
    recheck,
    /** Says why the survey could not be kept. */
    refuse(fault: string) {
      checked.value = { ...checked.peek(), running: false, fault };
    },
    clearCheck() {
      clearTimeout(due);
      checked.value = nothingYet;
    },
    disposeCheck: stop,
  };
}
