import { type Cell, csvOf } from '#core/exchange/index.ts';
import {
  type Agreement,
  type Codebook,
  type Compounding,
  type Contrast,
  categoryNames,
  type RivalTable,
  type Saturation,
  standings,
} from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { csvWords } from './csvWords.ts';
import type { PartShown, SaturationShown } from './part.ts';
import { nameOf, onName, onText, rivalWords } from './rivalWords.ts';
import { bandNames, pairReading, stateText, valueName, words } from './words.ts';

/** The part on screen as a file: every row that it is drawn from. */
export function csvOfPart(now: PartShown, cycle: string): { name: string; text: string } {
  const name = `${words.files[now.part]} ${cycle}.csv`.replace(/\s+/g, '-').toLowerCase();
  return { name, text: csvOf(rowsOf(now)) };
}

function rowsOf(now: PartShown): Cell[][] {
  switch (now.part) {
    case 'saturation':
      return saturationRows(now.shown);
    case 'pairs':
      return pairRows(now.shown, now.codebook);
    case 'contrast':
      return contrastRows(now.shown);
    case 'rivals':
      return rivalRows(now.shown);
    case 'agreement':
      return agreementRows(now.shown);
  }
}

const rounded = (value: number): number => Math.round(1000 * value) / 1000;

function saturationRows({ all, each }: SaturationShown): Cell[][] {
  const of = (value: string, { points, runs, state, rule }: Saturation): Cell[][] =>
    points.map((point, i) => {
      const run = runs.find((r) => r.to === i + 1);
      return [
        ...[value, i + 1, point.fresh, point.total, run ? run.fresh : null, run ? rounded(run.share) : null],
        ...(i === points.length - 1 ? [stateText(state, rule)] : [null]),
      ];
    });
  return [
    csvWords.saturation,
    ...of(words.everybody, all),
    ...each.flatMap(({ value, saturation }) => of(valueName(value), saturation)),
  ];
}

function pairRows({ pairs }: Compounding, codebook: Codebook): Cell[][] {
  const name = (theme: string) => codebook.all.get(theme)?.name || words.unnamed;
  return [
    [...csvWords.pairs, ...bands.flatMap((b) => csvWords.pairsOf(bandNames[b].many))],
    ...pairs.map((p): Cell[] => [
      ...[name(p.themes[0]), name(p.themes[1]), p.together, rounded(p.expected), p.chanceLow, p.chanceHigh],
      ...[p.p, p.adjusted, pairReading(p.kind)],
      ...[p.scores.both.mean, p.scores.one.mean].flatMap((mean) =>
        mean ? [rounded(mean.value), rounded(mean.low), rounded(mean.high)] : [null, null, null],
      ),
      ...bands.flatMap((b) => [p.byBand[b].both, p.byBand[b].n]),
    ]),
  ];
}

function contrastRows({ themes }: Contrast): Cell[][] {
  return [
    csvWords.contrast,
    ...themes.map((t): Cell[] => [
      ...[
        t.name || words.unnamed,
        t.category && categoryNames[t.category],
        t.promoter.k,
        t.promoter.n,
        t.promoter.good,
        t.promoter.bad,
      ],
      ...[t.passive.k, t.passive.n, t.passive.good, t.passive.bad],
      ...[rounded(t.difference), rounded(t.low), rounded(t.high), t.p, t.adjusted],
      t.beyondNoise ? csvWords.yes : csvWords.no,
    ]),
  ];
}

function rivalRows({ rows }: RivalTable): Cell[][] {
  return [
    [...rivalWords.csv, ...bands.flatMap((b) => rivalWords.csvBand(bandNames[b].title))],
    ...rows.map((row): Cell[] => [
      ...[nameOf(row), row.feature, row.interviews.length],
      ...standings.map((s) => row.standing[s]),
      row.on.map((on) => `${onName(on)} (${onText(on)})`).join('; '),
      ...bands.flatMap((b) => {
        const { k, n, low, high } = row.byBand[b];
        return [k, n, rounded(low), rounded(high)];
      }),
    ]),
  ];
}

function agreementRows({ themes }: Agreement): Cell[][] {
  return [
    csvWords.agreement,
    ...themes.map(({ name, kappa, ...t }): Cell[] => [
      ...[name || words.unnamed, t.both, t.onlyFirst, t.onlySecond, t.neither, rounded(t.alike)],
      ...(kappa.kind === 'kappa'
        ? [rounded(kappa.value), rounded(kappa.low), rounded(kappa.high)]
        : [null, null, null]),
    ]),
  ];
}
