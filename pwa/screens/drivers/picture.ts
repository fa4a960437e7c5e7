import type { Colours, Drawing } from '#core/browser/parts/copyImage.ts';
import { escaped, label, rule, short } from '#core/browser/parts/svgText.ts';
import { figureWords } from './figureWords.ts';
import type { Matrix, MatrixCell } from './matrix.ts';
import { bandNames, words } from './words.ts';

/** Radius of the dot of a share, in pixels: its area grows with the share, `most` at the whole. */
export const radiusOf = (k: number, n: number, most: number): number =>
  n === 0 || k === 0 ? 0 : Math.max(2.5, most * Math.sqrt(k / n));

const [left, top, high, wide, most] = [250, 104, 44, 128, 14];

/** The picture of drivers by segments as a file of its own; every figure on it is one of the screen's. */
export function matrixDrawing(matrix: Matrix, drawn: number, cycle: string, c: Colours): Drawing {
  const rows = matrix.rows.slice(0, drawn);
  const width = Math.max(640, left + matrix.columns.length * wide + 24);
  const bottom = top + rows.length * high;
  const title = figureWords.matrix.title(matrix.dimension);
  const held = matrix.columns.reduce((sum, { n }) => sum + n, 0);
  const source = figureWords.matrix.source(cycle, held, bandNames[matrix.band].many);
  const body = [
    label(24, 36, title, { size: 17, weight: 600, fill: c.ink }),
    ...matrix.columns.flatMap(({ value, n }, i) => [
      label(left + i * wide, top - 30, short(value, 18), { weight: 600, fill: c.ink }),
      label(left + i * wide, top - 14, figureWords.matrix.compared(n), { size: 11, fill: c.quiet }),
    ]),
    rule(24, top - 4, width - 24, top - 4, c.ink),
    ...rows.flatMap(({ name, cells }, r) => {
      const y = top + r * high + high / 2;
      return [
        label(24, y + 4, short(name || words.unnamed, 30), { fill: c.ink }),
        ...cells.map((cell, i) => dot(cell, left + i * wide, y, c)),
        rule(24, y + high / 2, width - 24, y + high / 2, c.hair),
      ];
    }),
    label(24, bottom + 28, source, { size: 11, fill: c.quiet }),
  ].join('');
  const height = bottom + 46;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Instrument Sans, Segoe UI, Helvetica, Arial, sans-serif" role="img" aria-label="${escaped(title)}"><rect width="${width}" height="${height}" fill="${c.paper}"/>${body}</svg>`;
  return { svg, width, height };
}

function dot(cell: MatrixCell, x: number, y: number, c: Colours): string {
  const r = radiusOf(cell.k, cell.n, most);
  const mark =
    cell.tooFew || r === 0
      ? ''
      : `<circle cx="${x + most}" cy="${y}" r="${r}" fill="${cell.beyondNoise ? c.ink : c.paper}" stroke="${c.ink}" stroke-width="2"/>`;
  const text = { fill: cell.tooFew || cell.k === 0 ? c.quiet : c.ink, weight: cell.beyondNoise ? 600 : 400 };
  return mark + label(x + 2 * most + 8, y + 4, figureWords.matrix.cell(cell), text);
}
