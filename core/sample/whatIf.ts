import type { Chosen, Draw } from './draw.ts';

/** How one draw differs from another. */
export interface DrawChange {
  /** Drawn by the new one alone, and by the old one alone. */
  come: readonly Chosen[];
  go: readonly Chosen[];
  stay: number;
}

/** Who comes and who goes when `after` takes the place of `before`: two draws from one wave. */
export function changeOf(before: Draw, after: Draw): DrawChange {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const come = after.chosen.filter(({ row }) => !old.has(row));
  return {
    come,
    go: before.chosen.filter(({ row }) => !now.has(row)),
    stay: after.chosen.length - come.length,
  };
}

const rowsOf = ({ chosen }: Draw): ReadonlySet<number> => new Set(chosen.map(({ row }) => row));
