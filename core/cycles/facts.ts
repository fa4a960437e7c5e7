import type { WaveHead } from '../waves/index.ts';

/** What the data say of a cycle, handed in: nothing here is looked up. Counts of the cycle alone. */
export interface CycleFacts {
  /** Answers of its survey, and the day of the last one (empty where unknown); null before a survey is brought in. */
  survey: { answers: number; lastDay: string } | null;
  /** Whether question and scales are those of the survey before; `first` when there is none, null when not known. */
  method: 'same' | 'changed' | 'first' | null;
  /** Segments chosen to interview; null while the proposed ones stand. */
  segments: number | null;
  /** People on the roster; of them interviewed, and still to be called. Who refused or did not come is neither. */
  chosen: number;
  held: number;
  open: number;
  /** Notes of the cycle's interviews, and how many of them carry a theme. */
  notes: number;
  tagged: number;
  /** Different themes raised. */
  themes: number;
}

/** Before anything is there. */
export const noFacts: CycleFacts = {
  survey: null,
  method: null,
  segments: null,
  chosen: 0,
  held: 0,
  open: 0,
  notes: 0,
  tagged: 0,
  themes: 0,
};

/**
 * Whether two surveys asked the same: the same measure, the score under the same name, and the ratings both have on
 * the same scales. A column goes by its label, else its header, whose case, spaces and punctuation do not matter; a
 * rating more or less is no other method.
 */
export function isSameMethod(now: WaveHead, before: WaveHead): boolean {
  if (now.metric !== before.metric) return false;
  const [a, b] = [askedIn(now), askedIn(before)];
  if (a.score !== b.score) return false;
  return [...a.scales].every(([name, scale]) => (b.scales.get(name) ?? scale) === scale);
}

function askedIn({ mapping }: WaveHead): { score: string; scales: Map<string, string> } {
  const scales = new Map<string, string>();
  let score = '';
  for (const { header, label, role, low, high } of mapping.columns) {
    const name = plain(label || header);
    if (role === 'score') score = name;
    if (role === 'rating') scales.set(name, `${low ?? ''}-${high ?? ''}`);
  }
  return { score, scales };
}

const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
