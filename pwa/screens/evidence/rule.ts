import { type SaturationRule, usualSaturation } from '#core/themes/index.ts';

/** What can be chosen for each part of the rule. */
export const choices = {
  base: [4, 5, 6, 8, 10],
  run: [1, 2, 3, 4],
  threshold: [0, 0.05, 0.1],
} as const satisfies { [K in keyof SaturationRule]: readonly number[] };

/** A rule as it is remembered. */
export const ruleText = ({ base, run, threshold }: SaturationRule): string => `${base} ${run} ${threshold}`;

/** The remembered rule; the usual one where there is none or it is not one of the choices. */
export function readRule(text: string): SaturationRule {
  const [base, run, threshold] = text.split(' ').map(Number);
  return {
    base: choices.base.find((c) => c === base) ?? usualSaturation.base,
    run: choices.run.find((c) => c === run) ?? usualSaturation.run,
    threshold: choices.threshold.find((c) => c === threshold) ?? usualSaturation.threshold,
  };
}
