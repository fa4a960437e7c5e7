import { type EditsSource, editsIn, severalReader } from '../segments/index.ts';
import type { InterviewFacts } from './facts.ts';

/**
 * Reads interviews with the team's edits of segments, as they stand in the codebook now: whoever has several values of a
 * dimension gets them one by one. The same row always gives the same object, and its own where nothing is read otherwise.
 */
export function factsReader(
  codebook: EditsSource,
): (facts: readonly InterviewFacts[]) => readonly InterviewFacts[] {
  const [real, sample] = [false, true].map((invented) => severalReader(editsIn(codebook, invented)));
  const known = new WeakMap<InterviewFacts, InterviewFacts>();
  const read = (row: InterviewFacts): InterviewFacts => {
    const found = (row.sample ? sample : real)?.(row.segments);
    return found ? { ...row, segments: found.cells, several: found.several } : row;
  };
  return (facts) =>
    facts.map((row) => {
      const now = known.get(row) ?? read(row);
      known.set(row, now);
      return now;
    });
}

type Segmented = Pick<InterviewFacts, 'segments' | 'several'>;

const none: readonly string[] = [];

/**
 * The values that somebody has in a dimension: one, several, or none. With several values a person is in each of those
 * segments, and elsewhere of every other.
 */
export function valuesIn({ segments, several }: Segmented, dimension: string): readonly string[] {
  const own = several?.[dimension];
  if (own) return own;
  const cell = segments[dimension];
  return cell ? [cell] : none;
}

/** The dimensions in which somebody's values are known, none that are told apart included. */
export function dimensionsOf({ segments, several }: Segmented): string[] {
  const own = Object.keys(segments).filter((name) => segments[name]);
  return several ? [...new Set([...own, ...Object.keys(several)])] : own;
}

/** Whether somebody is in a segment. */
export const isIn = (
  person: Segmented,
  { dimension, value }: { dimension: string; value: string },
): boolean => valuesIn(person, dimension).includes(value);
