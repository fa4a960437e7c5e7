import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { type Hypothesis, hypothesesOfFindings } from '#core/guide/index.ts';
import { docName } from '#core/model/docName.ts';
import { npsWavesIn, wavesOf } from '#core/sample/index.ts';
import { editsIn, proposalsWith, toInterview } from '#core/segments/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** Segments spoken of: the most urgent ones. */
const mostFindings = 4;

export type FindingsNeeds = Pick<Deps, 'replica' | 'session' | 'counter' | 'state'>;

/**
 * What the survey of the cycle on screen says about segments, as hypotheses, the most urgent first; counted in the worker.
 * Empty while it is counted and where a wave cannot be read: the guide does without.
 */
export function followFindings(deps: FindingsNeeds): {
  findings: ReadonlySignal<readonly Hypothesis[]>;
  dispose(): void;
} {
  const findings = signal<readonly Hypothesis[]>([]);
  let asked = 0;
  let shown = '';
  const stop = effect(() => {
    const { cycle, cycles, waves } = deps.state;
    const { head, earlier } = wavesOf(cycle.value, cycles.value, npsWavesIn(waves.value));
    const wanted = `${head?.id} ${earlier?.id}`;
    if (wanted === shown) return;
    shown = wanted;
    findings.value = [];
    const mine = ++asked;
    if (!head) return;
    findingsOf(deps, head, earlier).then(
      (found) => {
        if (mine === asked) findings.value = found;
      },
      () => {
        // a calm screen without findings is right while the survey cannot be read: its own screen says why
        if (mine === asked) shown = '';
      },
    );
  });
  return {
    findings,
    dispose() {
      asked++;
      stop();
    },
  };
}

async function findingsOf(
  { replica, session, counter }: FindingsNeeds,
  head: WaveHead,
  earlier: WaveHead | null,
): Promise<Hypothesis[]> {
  const codebook = await replica.open(docName(session.workspace, 'codebook'));
  const edits = editsIn(codebook, head.sample);
  codebook.close();
  const counted = await counter.map({ now: head.id, earlier: earlier?.id ?? null, edits });
  if (!counted.ok) return [];
  const { map, found } = counted.value;
  return hypothesesOfFindings(toInterview(proposalsWith(map, found)).slice(0, mostFindings));
}
