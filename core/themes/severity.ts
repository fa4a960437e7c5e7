import type { Raised } from './raised.ts';

/** Share of the interviews raising a theme that must have reached a level for the theme to have it. */
export const severityShare = 1 / 3;

/** How grave a theme is. `level` 0: in too few interviews anybody stated it. */
export interface SeverityReading {
  level: 0 | 1 | 2 | 3;
  /** Interviews that reached the level; for level 0 those that stated any. */
  reached: number;
  /** Interviews that raise the theme. */
  of: number;
}

/**
 * The highest level that at least a third of the interviews raising the theme gave it; an interview speaks with the
 * gravest of its mentions. So one angry voice among many does not make a theme grave, and a third does. Severity is harm: a
 * mention that praises states none, however strongly.
 */
export function severityOf(raised: readonly Raised[]): SeverityReading {
  const of = raised.length;
  const levels = raised.map((r) =>
    Math.max(0, ...r.mentions.map((m) => (m.valence === 'good' ? 0 : m.severity))),
  );
  for (const level of [3, 2, 1] as const) {
    const reached = levels.filter((l) => l >= level).length;
    if (reached > 0 && reached >= of * severityShare) return { level, reached, of };
  }
  return { level: 0, reached: levels.filter((l) => l > 0).length, of };
}
