import { listOf } from '#core/browser/parts/figures.ts';
import { defaultQuotas, type SegmentRef } from '#core/sample/index.ts';
import { spokenName } from '#core/segments/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { bandWord } from './words.ts';
import { worthWords } from './worthWords.ts';

/** Most segments named in the next step. */
const mostNamed = 4;

/** What the ticks come to: how many people, of which bands, and why these segments. */
export function nextStep(
  chosen: readonly SegmentRef[],
  proposal: boolean,
): { strong: string; text: string; people: number; perBand: { band: Band; text: string }[] } {
  const { next } = worthWords;
  const quotas = defaultQuotas(chosen);
  const of = (band: Band) => quotas.reduce((sum, q) => sum + (q.band === band ? q.want : 0), 0);
  const people = quotas.reduce((sum, q) => sum + q.want, 0);
  const perBand = bands.map((band) => ({ band, text: bandWord[band](of(band)) }));
  if (chosen.length === 0)
    return { strong: proposal ? next.nothing : next.none, text: next.noneWhy, people, perBand };
  const names = chosen.slice(0, mostNamed).map((segment) => spokenName(segment));
  if (chosen.length > mostNamed) names.push(next.more(chosen.length - mostNamed));
  const strong = (proposal ? next.proposed : next.ticked)(chosen.length);
  return { strong, text: `${listOf(names)}.`, people, perBand };
}
