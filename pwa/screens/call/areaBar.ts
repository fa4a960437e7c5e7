import type { AreaProgress } from '#core/guide/index.ts';

/** The narrowest bar, one part of so many of all planned time: an area without time is still there to be seen and pressed. */
const parts = 8;

/** How wide the bar of each area is beside the others, as a flex-grow: its planned time. */
export function widthsOf(areas: readonly Pick<AreaProgress, 'planned'>[]): number[] {
  const all = areas.reduce((sum, { planned }) => sum + planned, 0);
  return areas.map(({ planned }) => Math.max(planned, all / parts, 1));
}

/** Per cent of its planned time that was used, at most 100. Without any planned, the first second fills it. */
export const filledOf = ({ used, planned }: Pick<AreaProgress, 'used' | 'planned'>): number =>
  used < planned ? (100 * used) / planned : used > 0 ? 100 : 0;
