import { computed, type ReadonlySignal } from '@preact/signals';
import type { Deps } from './deps.ts';

/** What the invented company is called wherever it is marked. */
export const inventedName = 'Quillon';

/** That name while anything of it is here, else empty. */
export const presentOf = (state: Deps['state']): ReadonlySignal<string> =>
  computed(() =>
    state.cycles.value.some((c) => c.sample) || state.waves.value.some((w) => w.sample) ? inventedName : '',
  );
