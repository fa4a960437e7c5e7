import type { Band } from '../waves/index.ts';
import type { Codebook } from './codebook.ts';
import { byEachBand, type Frequency, frequencyOf } from './drivers.ts';
import type { InterviewFacts, RivalFact } from './facts.ts';
import { type QuoteReading, quoteOf } from './quote.ts';
import { countedOf, inBand } from './raised.ts';
import type { Category } from './records.ts';
import { type Rival, type RivalStanding, standingOf, standings } from './rivals.ts';

/** A theme that a competitor is compared on: it is tagged on notes that name the competitor. */
export interface RivalOn {
  theme: string;
  /** Empty while the theme's name has not reached this device. */
  name: string;
  category: Category | null;
  /** Interviews, each once, and how many of them say it is good, or bad. */
  k: number;
  good: number;
  bad: number;
}

/** One competitor as the interviews of a cycle speak of it. */
export interface RivalRow {
  competitor: string;
  name: string;
  feature: string;
  /** Ids of the interviews that name it, in a note or on its record. */
  interviews: readonly string[];
  /** The same in each band; never pooled, since detractors are over-sampled. */
  byBand: Readonly<Record<Band, Frequency>>;
  /** How far those customers went with it, each once; who names it in a note at least knows it. */
  standing: Readonly<Record<RivalStanding, number>>;
  /** Most interviews first, then by name. */
  on: readonly RivalOn[];
  quote: QuoteReading;
}

/** Which competitors customers speak of. */
export interface RivalTable {
  /** Interviews counted, and those of them that name one at all. */
  interviews: Readonly<Record<Band, number>>;
  naming: number;
  /** Named in most interviews first, then by name. */
  rows: readonly RivalRow[];
}

/**
 * Who is named, how often, by which band, and compared on what, from the interviews of one cycle. An interview counts once
 * under a competitor, however often its notes name it.
 */
export function rivalTable(
  facts: readonly InterviewFacts[],
  rivals: readonly Rival[],
  codebook: Codebook,
): RivalTable {
  const counted = countedOf(facts);
  const held = byEachBand((band) => inBand(counted, band).length);
  const known = new Map(rivals.map((r) => [r.id, r]));
  const ids = new Set([
    ...known.keys(),
    ...counted.flatMap((f) => (f.rivals ?? []).map((r) => r.competitor)),
  ]);
  const rows = [...ids].flatMap((id) => {
    const naming = counted.flatMap((interview) => namingOf(interview, id, known.get(id)));
    return naming.length === 0 ? [] : [rowOf(id, known.get(id), naming, held, codebook)];
  });
  return {
    interviews: held,
    naming: new Set(rows.flatMap((r) => r.interviews)).size,
    rows: rows.sort((a, b) => b.interviews.length - a.interviews.length || byName(a, b)),
  };
}

/** Whether a note of the interview names the competitor. */
export const namesRival = (interview: InterviewFacts, id: string): boolean =>
  (interview.rivals ?? []).some((r) => r.competitor === id);

/** One interview that names a competitor; `notes` is empty where only the record says so. */
interface Naming {
  interview: InterviewFacts;
  notes: readonly RivalFact[];
  standing: RivalStanding;
}

function namingOf(interview: InterviewFacts, id: string, rival: Rival | undefined): Naming[] {
  const notes = (interview.rivals ?? []).filter((r) => r.competitor === id);
  const stated = standingOf(rival, interview.interview);
  if (notes.length === 0 && stated === null) return [];
  return [{ interview, notes, standing: stated ?? 'known' }];
}

function rowOf(
  competitor: string,
  rival: Rival | undefined,
  naming: readonly Naming[],
  held: Readonly<Record<Band, number>>,
  codebook: Codebook,
): RivalRow {
  const count = (standing: RivalStanding) => naming.filter((n) => n.standing === standing).length;
  const [known, evaluated, used] = standings.map(count) as [number, number, number];
  return {
    competitor,
    name: rival?.name ?? naming.flatMap((n) => n.notes).at(-1)?.name ?? '',
    feature: rival?.feature ?? '',
    interviews: naming.map((n) => n.interview.interview),
    byBand: byEachBand((band) =>
      frequencyOf(naming.filter((n) => n.interview.band === band).length, held[band]),
    ),
    standing: { known, evaluated, used },
    on: comparedOn(naming, codebook),
    quote: quoteOf(
      naming.map(({ interview, notes }) => ({
        interview,
        mentions: notes.map((n) => ({ ...n, theme: '' })),
      })),
    ),
  };
}

function comparedOn(naming: readonly Naming[], codebook: Codebook): RivalOn[] {
  const found = new Map<string, RivalOn>();
  for (const { interview, notes } of naming) {
    const ids = new Set(notes.map((n) => n.note));
    const beside = interview.mentions.filter((m) => ids.has(m.note));
    for (const [theme, mentions] of Map.groupBy(beside, (m) => codebook.resolve(m.theme))) {
      const says = (valence: 'good' | 'bad') => Number(mentions.some((m) => m.valence === valence));
      const { name = '', category = null } = codebook.all.get(theme) ?? {};
      const before = found.get(theme) ?? { theme, name, category, k: 0, good: 0, bad: 0 };
      const { k, good, bad } = before;
      found.set(theme, { ...before, k: k + 1, good: good + says('good'), bad: bad + says('bad') });
    }
  }
  return [...found.values()].sort((a, b) => b.k - a.k || byName(a, b));
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'en');
