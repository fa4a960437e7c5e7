import { type WeightedTallies, weightedNps, weightedTallies } from '#core/scores/index.ts';
import type { Ours, ReadData } from './ours.ts';
import type { Tree } from './vectorFile.ts';

/** The weighted score of a survey's file, as the wave page says it. */
export function weightedScore(input: { readonly [key: string]: Tree }, dataOf: ReadData): Ours {
  const text = dataOf(String(input.file));
  if (text === null) return {};
  const tallies = talliesOf(text, String(input.score), String(input.weight));
  const nps = weightedNps(tallies);
  if (nps.kind !== 'weighted') return { nps: { refused: nps.kind } };
  return {
    n: nps.n,
    nps: nps.value / 100,
    se_linearised: nps.standardError / 100,
    lower: nps.low / 100,
    upper: nps.high / 100,
    kish_n_eff: nps.effective,
    weighted_promoter: nps.shares.promoter,
    weighted_passive: nps.shares.passive,
    weighted_detractor: nps.shares.detractor,
  };
}

/** Columns of a plain CSV without quotes, as the reference data are. */
function talliesOf(text: string, score: string, weight: string): WeightedTallies {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',').map((name) => name.replaceAll('"', ''));
  const rows = lines.map((line) => line.split(','));
  const column = (name: string) => rows.map((row) => row[names.indexOf(name)] ?? '');
  return weightedTallies({
    score: Uint8Array.from(column(score), (cell) => (cell === '' ? 255 : Number(cell))),
    weight: Float64Array.from(column(weight), (cell) => (cell === '' ? Number.NaN : Number(cell))),
  });
}
