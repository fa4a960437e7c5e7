import type { OpenTag } from './complete.ts';
import { typedName } from './themeIndex.ts';

/** A place of the guide that a few letters lead to: a question, or a probe of one. */
export interface JumpTarget {
  question: string;
  /** Place of the probe among its question's, -1 for the question itself. */
  probe: number;
  text: string;
  /** Name of its area. */
  area: string;
  /** Was on screen already. */
  asked: boolean;
}

export type JumpMatch = JumpTarget;

const mostShown = 7;

/**
 * The `/` being typed at the caret, with the letters behind it, or null. It stands at the start of the line or behind
 * white space and reaches to the caret; "and/or", "24/7", "/ month" and addresses are plain text.
 */
export function openJumpAt(line: string, caret: number): OpenTag | null {
  const from = line.lastIndexOf('/', caret - 1);
  if (from < 0 || caret <= from || /\S/.test(line.slice(Math.max(0, from - 1), from))) return null;
  const text = line.slice(from + 1, caret);
  return text === '' || /^\p{L}[\p{L}\p{M}\p{N}\s'’-]*$/u.test(text) ? { from, to: caret, text } : null;
}

/**
 * Questions (by their area, too) and probes in which every typed word begins a word, at most seven: questions first,
 * those not asked yet before those asked, else in the guide's order. For nothing typed: the questions alone.
 */
export function rankJumps(text: string, targets: readonly JumpTarget[]): JumpMatch[] {
  const typed = typedName(text)
    .split(' ')
    .filter((word) => word !== '');
  const fits = (target: JumpTarget) => {
    const words = ` ${typedName(target.probe < 0 ? `${target.text} ${target.area}` : target.text)}`;
    return typed.every((word) => words.includes(` ${word}`));
  };
  const rank = ({ probe, asked }: JumpTarget) => (probe < 0 ? 0 : 2) + (asked ? 1 : 0);
  return targets
    .filter((target) => (typed.length > 0 || target.probe < 0) && fits(target))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostShown);
}
