/** A stretch of a cue said by one voice. */
export interface Voiced {
  /** From `<v Name>`; empty outside of one. */
  voice: string;
  text: string;
}

const longestTag = 300;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
};

/**
 * The words of a cue's text (WebVTT, https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules): tags and times in it
 * are read and taken out, entities become their characters. Unlike a video player, a `<` that opens no whole tag is text,
 * so that "under < 5 days" loses nothing. Takes time in proportion to the length, whatever it holds.
 */
export function voicedOf(raw: string): Voiced[] {
  const parts: Voiced[] = [];
  let voice = '';
  let text = '';
  let close = -2;
  const closed = closedIn(raw);
  const turnTo = (next: string) => {
    if (text !== '') parts.push({ voice, text: decoded(text) });
    text = '';
    voice = next;
  };
  for (let at = 0; at < raw.length; ) {
    const open = raw.indexOf('<', at);
    if (open >= 0 && close < open && close !== -1) close = raw.indexOf('>', open);
    if (open < 0 || close === -1) {
      text += raw.slice(at);
      break;
    }
    text += raw.slice(at, open);
    const tag = close - open > longestTag ? '<' : raw.slice(open + 1, close);
    const isOne = isTag(tag, closed);
    at = isOne ? close + 1 : open + 1;
    if (!isOne) text += '<';
    else if (/^v[\s.]/i.test(tag)) turnTo(nameIn(tag));
    else if (/^\/?v$/i.test(tag)) turnTo('');
  }
  turnTo('');
  return parts;
}

/** A voice or language with its name, or an element with classes or attributes as its kind has them. */
const element =
  /^\/?(?:(?:v|lang)(?:[\s.].*)?|(?:c|i|b|u|s|ruby|rt|font|em|strong|span|br|p|div)(?:\.[^\s>]*)?(?:\s+[\w-]+\s*=.*)?\s*\/?)$/is;

/**
 * An element's tag, or a time between words. Others count as tags only where one of the name is closed: "press <Enter>" and
 * "if a <b and c> d" are said.
 */
function isTag(tag: string, closed: ReadonlySet<string>): boolean {
  if (tag.includes('<')) return false;
  if (element.test(tag) || /^\s*\d[\d:.,]*\s*$/.test(tag)) return true;
  return closed.has(/^\/?([a-z]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '');
}

const closedIn = (raw: string): ReadonlySet<string> =>
  new Set([...raw.matchAll(/<\/([a-z]+)/gi)].map(([, name = '']) => name.toLowerCase()));

/** "v.loud Mary Ann" -> "Mary Ann". */
function nameIn(tag: string): string {
  const space = tag.search(/\s/);
  return space < 0 ? '' : decoded(tag.slice(space)).replace(/\s+/g, ' ').trim();
}

const decoded = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|nbsp|lrm|rlm|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name, ten, hex) => {
      if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
      const point = ten === undefined ? Number.parseInt(hex, 16) : Number(ten);
      return point > 31 && point < 0x110000 ? String.fromCodePoint(point) : whole;
    },
  );
