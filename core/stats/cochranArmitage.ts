import { twoSidedP } from './normal.ts';
import type { ShareCounts } from './overlappingShares.ts';
import type { NoSpread, NoTrials, ZTest } from './twoProportions.ts';

/**
 * Cochran-Armitage test that a share rises or falls in a straight line over ordered groups, at the places 1, 2, 3, ...
 * unless told. `z` above 0: it rises. Assumes independent samples, large enough for the normal (about 5 successes and 5
 * failures expected in each). Says nothing of a share that rises and falls again. `z` squared equals R
 * `prop.trend.test(successes, trials)$statistic`. Cochran (1954), Biometrics 10, 417-451; Armitage (1955).
 */
export function cochranArmitage(
  groups: readonly ShareCounts[],
  places: readonly number[] = groups.map((_, i) => i + 1),
): ZTest | NoSpread | NoTrials {
  const sum = (of: (group: ShareCounts, place: number) => number) =>
    groups.reduce((all, group, i) => all + of(group, places[i] ?? i + 1), 0);
  const trials = sum((g) => g.trials);
  if (trials === 0) return { kind: 'noTrials' };
  const share = sum((g) => g.successes) / trials;
  const moved = sum((g, at) => at * (g.successes - g.trials * share));
  const spread = sum((g, at) => g.trials * at * at) - sum((g, at) => g.trials * at) ** 2 / trials;
  const variance = share * (1 - share) * spread;
  if (!(variance > 0)) return { kind: 'noSpread' };
  const z = moved / Math.sqrt(variance);
  return { kind: 'z', z, p: twoSidedP(z) };
}
