import { useEffect, useState } from 'preact/hooks';
import type { SamePeopleFound } from '#core/ports/samePeople.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';

/** Who answered both: being looked for, found (null where nobody can be told), or not to be read. */
export type SamePeopleState =
  | { kind: 'looking' }
  | { kind: 'found'; found: SamePeopleFound | null }
  | { kind: 'failed' };

const nobody: SamePeopleState = { kind: 'found', found: null };

/** Looks for those who answered both surveys, where both measure the same. The page stands meanwhile. */
export function useSamePeople(head: WaveHead, before: WaveHead | null): SamePeopleState {
  const { samePeople } = useDeps();
  const [state, setState] = useState<SamePeopleState>(nobody);
  const [now, was] = [head.id, before && before.metric === head.metric ? before.id : null];
  useEffect(() => {
    let gone = false;
    if (!samePeople || !was) {
      setState(nobody);
      return;
    }
    setState({ kind: 'looking' });
    void samePeople.find(was, now).then((answer) => {
      if (!gone) setState(answer.ok ? { kind: 'found', found: answer.value } : { kind: 'failed' });
    });
    return () => {
      gone = true;
    };
  }, [samePeople, now, was]);
  return state;
}
