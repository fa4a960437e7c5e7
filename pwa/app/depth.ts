import type { Progress } from './progress.ts';
import type { Stage } from './stages.ts';

/** How far down the lead line has gone: the last stage that holds something, -1 before the first survey. */
export function depthOf(progress: Progress, shown: readonly Stage[]): number {
  return shown.reduce((deepest, stage, i) => (progress[stage] ? i : deepest), -1);
}
