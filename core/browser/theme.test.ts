import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

/** Colour tokens of the first rule whose selector matches. */
function tokensOf(selector: RegExp): Map<string, string> {
  const at = selector.exec(css);
  if (!at) throw new Error(`theme.css has no ${selector}`);
  const body = css.slice(at.index + at[0].length, css.indexOf('}', at.index));
  return new Map(
    [...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

const light = tokensOf(/:root\s*\{/);
const modes = {
  light,
  'dark by choice': new Map([...light, ...tokensOf(/:root\[data-theme="dark"\]\s*\{/)]),
  'dark by the system': new Map([...light, ...tokensOf(/:root:not\(\[data-theme="light"\]\)\s*\{/)]),
};

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'sheet', 'wash', 'accent-wash'];
const texts = ['ink', 'ink-2', 'accent'];
const onPaper = ['paper', 'sheet'];
/** Said in colour and always beside a shape or a word. */
const coloured = ['detractor', 'passive', 'promoter', 'product', 'service', 'value', 'competitive'];

test('the rule says 21 for black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

describe.each(Object.entries(modes))('%s', (_, tokens) => {
  const ratio = (a: string, b: string) => {
    const [x, y] = [tokens.get(a), tokens.get(b)];
    if (!x || !y) throw new Error(`theme.css has no --${x ? b : a}`);
    return contrast(x, y);
  };
  test.each(texts.flatMap((t) => grounds.map((g) => [t, g] as const)))('text %s on %s reads', (t, g) => {
    expect(ratio(t, g)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(coloured.flatMap((t) => onPaper.map((g) => [t, g] as const)))('word %s on %s reads', (t, g) => {
    expect(ratio(t, g)).toBeGreaterThanOrEqual(4.5);
  });
  test('words on the primary button read', () => {
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
  });
  test.each(['edge', 'focus', ...coloured].flatMap((m) => onPaper.map((g) => [m, g] as const)))(
    'mark %s stands out on %s',
    (m, g) => {
      expect(ratio(m, g)).toBeGreaterThanOrEqual(3);
    },
  );
  test('the focus stands out where a control is filled', () => {
    expect(ratio('focus', 'wash')).toBeGreaterThanOrEqual(3);
    expect(ratio('focus', 'accent-wash')).toBeGreaterThanOrEqual(3);
  });
});

test('both ways into the dark hold the same colours', () => {
  expect(Object.fromEntries(modes['dark by choice'])).toEqual(
    Object.fromEntries(modes['dark by the system']),
  );
});
