import type { Colours, Drawing } from '#core/browser/parts/copyImage.ts';
import { wholeOf } from '#core/browser/parts/figures.ts';
import { escaped, label, rule, short } from '#core/browser/parts/svgText.ts';
import { shownDimension, shownValue } from '#core/segments/index.ts';
import type { Counted } from './counted.ts';
import { crossWords } from './crossWords.ts';
import { type CrossGrid, figureText } from './grid.ts';
import type { Look } from './look.ts';
import type { Axis, Row } from './rows.ts';
import { changeText, npsValue, readingText, words } from './words.ts';

/** What a cell's colour says: how far, which way, and whether that is beyond noise. */
export interface Tint {
  /** Below or above everyone else, or fallen or risen; `even` where whole points show none, or nothing can be told. */
  side: 'lo' | 'hi' | 'even';
  beyondNoise: boolean;
  /** Share of the band's colour in per cent, 8 to 46: text on it keeps its contrast. */
  mix: number;
}

/** The colour of a row in a heat map whose strongest colour stands for `most` points. */
export function tintOf({ segment, change, beyondNoise }: Row, tells: Look['tells'], most: number): Tint {
  const level = segment.reading.kind === 'read' ? segment.reading.level : null;
  const by = tells === 'level' ? (level?.difference.value ?? 0) : (change?.by ?? 0);
  const mix = Math.round(8 + 38 * Math.min(1, Math.abs(by) / most));
  const side = Math.round(by) === 0 ? 'even' : by < 0 ? 'lo' : 'hi';
  return { side, beyondNoise: tells === 'level' ? beyondNoise : change?.beyondNoise === true, mix };
}

/** A picture to copy: what is on screen, laid out for itself. */
export type Picture =
  | { kind: 'map'; rows: readonly Row[]; axis: Axis; title: string; counted: Counted }
  | { kind: 'cross'; grid: CrossGrid; tells: Look['tells']; title: string; counted: Counted };

function framed(body: string, width: number, height: number, title: string, c: Colours): Drawing {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Instrument Sans, Segoe UI, Helvetica, Arial, sans-serif" role="img" aria-label="${escaped(title)}"><defs><pattern id="few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${c.paper}"/><rect width="1.5" height="6" fill="${c.hair}"/></pattern></defs><rect width="${width}" height="${height}" fill="${c.paper}"/>${label(24, 36, title, { size: 17, weight: 600, fill: c.ink })}${body}</svg>`;
  return { svg, width, height };
}

/** Draws a picture with the colours given; every figure on it is one of the screen's. */
export function drawingOf(picture: Picture, colours: Colours): Drawing {
  return picture.kind === 'map' ? mapDrawing(picture, colours) : crossDrawing(picture, colours);
}

const sourceLine = ({ head }: Counted): string => words.picture.source(head.cycleName, head.answers);

function mapDrawing({ rows, axis, title, counted }: Extract<Picture, { kind: 'map' }>, c: Colours): Drawing {
  const [width, top, step, left, right] = [1000, 92, 30, 330, 720];
  const x = (v: number) =>
    left + ((right - left) * (Math.min(axis.to, Math.max(axis.from, v)) - axis.from)) / (axis.to - axis.from);
  const bottom = top + rows.length * step;
  const everyone = npsValue(counted.map.everyone.nps);
  const marks = [
    ...heads(counted, top - 14, c),
    ...axis.ticks.map((t) =>
      label(x(t), top - 14, wholeOf(t), { size: 11, anchor: 'middle', fill: c.quiet }),
    ),
    rule(24, top - 4, width - 24, top - 4, c.ink),
    ...(axis.from <= 0 && axis.to >= 0 ? [rule(x(0), top - 4, x(0), bottom, c.hair)] : []),
    rule(x(everyone), top - 8, x(everyone), bottom, c.ink),
    label(x(everyone), top - 30, words.everyone(everyone), { size: 11, anchor: 'middle', fill: c.ink }),
    ...rows.map((row, i) => rowMarks(row, top + i * step + step / 2, x, c)),
    label(24, bottom + 26, sourceLine(counted), { size: 11, fill: c.quiet }),
  ];
  return framed(marks.join(''), width, bottom + 44, title, c);
}

function heads({ earlier }: Counted, y: number, c: Colours): string[] {
  const head = (x: number, text: string, anchor: 'start' | 'end') =>
    label(x, y, text, { size: 11, anchor, fill: c.quiet });
  return [
    head(24, words.heads.segment, 'start'),
    head(310, words.heads.answers, 'end'),
    head(770, words.heads.nps, 'end'),
    ...(earlier ? [head(820, words.since(earlier.cycleName), 'end')] : []),
    head(836, words.heads.reading, 'start'),
  ];
}

function rowMarks(row: Row, y: number, x: (value: number) => number, c: Colours): string {
  const { segment, readable, beyondNoise, change } = row;
  const { nps } = segment;
  if (nps.kind === 'tooFew') return '';
  const [from, to] = [x(nps.low), x(nps.high)];
  const said = beyondNoise || change?.beyondNoise === true;
  return [
    label(24, y + 4, short(`${shownValue(segment.value)} · ${shownDimension(segment.dimension)}`, 38), {
      weight: said ? 600 : 400,
      fill: readable ? c.ink : c.quiet,
    }),
    label(310, y + 4, wholeOf(segment.n), { anchor: 'end', fill: c.quiet }),
    `<rect x="${from}" y="${y - 4}" width="${Math.max(0, to - from)}" height="8" fill="${readable ? c.fill : 'none'}"/>`,
    rule(from, y - 5, from, y + 5, c.edge),
    rule(to, y - 5, to, y + 5, c.edge),
    ...(change
      ? [
          `<line x1="${x(change.was)}" y1="${y}" x2="${x(nps.value)}" y2="${y}" stroke="${c.ink}" stroke-width="1"${change.beyondNoise ? '' : ' stroke-dasharray="2 2"'}/>`,
          rule(x(change.was), y - 5, x(change.was), y + 5, c.ink),
        ]
      : []),
    `<circle cx="${x(nps.value)}" cy="${y}" r="5" fill="${beyondNoise ? c.ink : c.paper}" stroke="${c.ink}" stroke-width="2"/>`,
    label(770, y + 4, wholeOf(nps.value), { anchor: 'end', weight: 600, fill: c.ink }),
    label(820, y + 4, changeText(row), { anchor: 'end', fill: c.ink }),
    label(836, y + 4, readingText(row), { weight: said ? 600 : 400, fill: said ? c.ink : c.quiet }),
  ].join('');
}

function crossDrawing(
  { grid, tells, title, counted }: Extract<Picture, { kind: 'cross' }>,
  c: Colours,
): Drawing {
  const [left, top, high] = [230, 92, 46];
  const wide = Math.max(76, Math.min(130, Math.floor(900 / grid.columns.length)));
  const width = Math.max(640, left + grid.columns.length * wide + 24);
  const bottom = top + grid.rows.length * high;
  const marks = [
    ...grid.columns.map((column, i) =>
      label(left + (i + 0.5) * wide, top - 12, short(shownValue(column.value), Math.floor(wide / 7)), {
        size: 12,
        anchor: 'middle',
        fill: c.ink,
      }),
    ),
    ...grid.rows.map((row, r) =>
      label(left - 14, top + (r + 0.5) * high + 4, short(shownValue(row.value), 28), {
        anchor: 'end',
        fill: c.ink,
      }),
    ),
    ...grid.cells.flatMap((line, r) =>
      line.map((row, i) =>
        cellMarks(row, tells, grid.most[tells], { x: left + i * wide, y: top + r * high, wide, high }, c),
      ),
    ),
    label(24, bottom + 28, `${sourceLine(counted)} ${crossWords.legend.fewLine}`, {
      size: 11,
      fill: c.quiet,
    }),
  ];
  return framed(marks.join(''), width, bottom + 46, title, c);
}

function cellMarks(
  row: Row,
  tells: Look['tells'],
  most: number,
  { x, y, wide, high }: { x: number; y: number; wide: number; high: number },
  c: Colours,
): string {
  const { segment, readable } = row;
  const tint = tintOf(row, tells, most);
  const colour = { lo: c.low, hi: c.high, even: c.edge }[tint.side];
  const box = (inset: number, paint: string) =>
    `<rect x="${x + inset}" y="${y + inset}" width="${wide - 2 * inset}" height="${high - 2 * inset}" rx="3" ${paint}/>`;
  const figure = figureText(row, tells);
  const paint = tint.beyondNoise
    ? box(1, `fill="${colour}" fill-opacity="${tint.mix / 100}"`)
    : box(
        2,
        `fill="none" stroke="${colour}" stroke-opacity="${Math.min(1, tint.mix / 50)}" stroke-width="2"`,
      );
  const middle = x + wide / 2;
  return [
    segment.n > 0 && (readable ? paint : box(1, 'fill="url(#few)"')),
    label(middle, y + high / 2, segment.n === 0 ? crossWords.nobody : figure, {
      size: readable ? 15 : 11,
      anchor: 'middle',
      weight: readable && tint.beyondNoise ? 600 : 400,
      fill: readable ? c.ink : c.quiet,
    }),
    segment.n > 0 &&
      label(middle, y + high / 2 + 15, wholeOf(segment.n), { size: 10, anchor: 'middle', fill: c.ink }),
  ]
    .filter(Boolean)
    .join('');
}
