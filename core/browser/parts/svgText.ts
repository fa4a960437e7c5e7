/** Text as it may stand in an SVG file. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** At most so many characters, the last an ellipsis where some were left out. */
export const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** How a piece of text is set. */
export interface TextAs {
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
  fill: string;
}

/** A line of text at a point; escaped. */
export const label = (x: number, y: number, text: string, as: TextAs): string =>
  `<text x="${x}" y="${y}" font-size="${as.size ?? 13}" font-weight="${as.weight ?? 400}" text-anchor="${as.anchor ?? 'start'}" fill="${as.fill}">${escaped(text)}</text>`;

/** A straight line. */
export const rule = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}"/>`;
