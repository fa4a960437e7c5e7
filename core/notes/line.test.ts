import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from './line.ts';
import { nameIndexOf, rivalRef } from './people.ts';
import { nameSlug, themeIndex, themeSlug } from './themeIndex.ts';
import { writeLine } from './writeLine.ts';

const names = [
  'report export reliability',
  'speed',
  'speed to value',
  'R&D',
  'price',
  '24/7 support',
  'e-mail',
];
const themes = themeIndex(names.map((name) => ({ id: `t-${themeSlug(name)}`, name })));
const people = themeIndex(
  ['Tom Reyes', 'Tom', 'Jean-Luc Picard', 'Zoë O’Brien'].map((name) => ({ id: `member:${name}`, name })),
);
const read = (line: string) => {
  const { pieces, themes: tags, ...rest } = readLine(line, themes);
  return { ...rest, themes: tags.map((t) => (t.id ? t.name : `new ${t.name}`)) };
};
const plain = { verbatim: false, severity: 0, valence: 'none', themes: [], people: [] };

describe('what the marks mean', () => {
  test.each([
    ['They pay twice', { text: 'They pay twice' }],
    ['They pay twice #price', { text: 'They pay twice', themes: ['price'] }],
    [
      'They pay twice #price !! -',
      { text: 'They pay twice', themes: ['price'], severity: 2, valence: 'bad' },
    ],
    [
      'They pay twice - !!! #price',
      { text: 'They pay twice', themes: ['price'], severity: 3, valence: 'bad' },
    ],
    ['They pay twice #price!!', { text: 'They pay twice', themes: ['price'], severity: 2 }],
    ['Quick since May +', { text: 'Quick since May', valence: 'good' }],
    ['!!! It failed on close day', { text: 'It failed on close day', severity: 3 }],
    [
      'Fails #report-export-reliability #Speed',
      { text: 'Fails', themes: ['report export reliability', 'speed'] },
    ],
    [
      'Fails #report export reliability !',
      { text: 'Fails', themes: ['report export reliability'], severity: 1 },
    ],
    ['Slow #speed to value', { text: 'Slow', themes: ['speed to value'] }],
    ['Slow #speed to market', { text: 'Slow speed to market', themes: ['speed'] }],
    [
      'They rebuild it #Excel-as-a-safety-net',
      { text: 'They rebuild it', themes: ['new Excel as a safety net'] },
    ],
    ['Nobody answers #24-7-support', { text: 'Nobody answers', themes: ['24/7 support'] }],
    ['#price #price !', { text: '', themes: ['price'], severity: 1 }],
    ['', { text: '' }],
  ])('%s', (line, expected) => expect(read(line)).toEqual({ ...plain, ...expected }));
});

describe('who is named', () => {
  const named = (line: string) => {
    const { text, people: who, valence } = readLine(line, themes, people);
    return { text, who: who.map((p) => (p.id ? p.name : `plain ${p.name}`)), valence };
  };
  test.each([
    ['Promised a call @Tom-Reyes', 'Promised a call', ['Tom Reyes']],
    ['Promised by @Tom Reyes in May', 'Promised by Tom Reyes in May', ['Tom Reyes']],
    ['@Tom rang them', 'Tom rang them', ['Tom']],
    ['They trust @jean-luc-picard -', 'They trust', ['Jean-Luc Picard']],
    ['Rang their IT @Pia-van-Dyk', 'Rang their IT', ['plain Pia van Dyk']],
    ['"Nobody rings" @Tom-Reyes #price', 'Nobody rings', ['Tom Reyes']],
    ['Write to ines@example.com @ 5 pm, \\@handle, @5', 'Write to ines@example.com @ 5 pm, @handle, @5', []],
  ])('%s', (line, text, who) => expect(named(line)).toMatchObject({ text, who }));
});

describe('what was said stays', () => {
  test.each([
    ['a theme in mid-sentence', 'The #price is too high, they say', 'The price is too high, they say'],
    ['a known theme with a hyphen', 'No #e-mail came through', 'No e-mail came through'],
    ['a new theme of several words', 'The #month-end-close is late', 'The month end close is late'],
    ['a theme with a full stop', 'It is the #price.', 'It is the price.'],
  ])('%s counts and keeps its words', (_what, line, text) => {
    expect(read(line).text).toBe(text);
    expect(read(line).themes).toHaveLength(1);
  });

  test.each([
    'Written in C# and F#',
    'We are #1 in their list, then #2',
    'They are #1',
    'Flat #42b',
    'See https://example.com/help#export-fails',
    'https://example.com/?q=#price',
    '# of users went down',
    'The tag is ##',
    'It broke! Again! And they said no!',
    'It broke - twice - in June',
    '- first thing on their list',
    '+ what they like',
    'A plus: + for speed',
    'Up 5 % (-3 before)',
    'Rated 5!! out of 5',
    'No way !!!!',
    'C:\\new\\path',
    'The 5" screen and the 7" one',
    '"No" she said, then left',
    'Naïve café — “fine”, they said…',
    'R&D / ops',
    'Vive l’été 🎉',
  ])('%s', (line) => expect(read(line)).toEqual({ ...plain, text: line }));
});

describe('their own words', () => {
  test.each([
    ['"Nobody owns it', 'Nobody owns it'],
    ['"Nobody owns it"', 'Nobody owns it'],
    ['“Nobody owns it.”', 'Nobody owns it.'],
    ['„Keiner ist zuständig“', 'Keiner ist zuständig'],
    ['« Personne ne répond »', 'Personne ne répond'],
    ['"Nobody owns it" #price !!', 'Nobody owns it'],
    ['"Nobody owns it #price !!"', 'Nobody owns it'],
    ['"He said "no""', 'He said "no"'],
    ['"He said "no"', 'He said "no"'],
    ['"The 5" screen broke', 'The 5" screen broke'],
    ['"We waited until 2024"', 'We waited until 2024'],
    ['!! "Nobody owns it"', 'Nobody owns it'],
  ])('%s', (line, text) => expect(read(line)).toMatchObject({ verbatim: true, text }));
});

describe('a backslash makes plain', () => {
  test.each([
    ['We talk in \\#general', 'We talk in #general'],
    ['They gave it a \\+', 'They gave it a +'],
    ['No way \\!!', 'No way !!'],
    ['\\!! they wrote', '!! they wrote'],
    ['\\"Sounding" is a good name', '"Sounding" is a good name'],
    ['Written \\\\#so', 'Written \\#so'],
  ])('%s', (line, text) => expect(read(line)).toEqual({ ...plain, text }));
});

const bits = fc.constantFrom(
  ...[
    '#',
    '!',
    '!!',
    '+',
    '-',
    '"',
    '“',
    '”',
    '\\',
    ' ',
    ' ',
    '  ',
    '5',
    'a',
    'speed',
    'to',
    'value',
    '#price',
    '@Tom',
    '@',
    'Reyes',
    '.',
    "'",
    '(',
    '\u00a0',
    'é',
    '🎉',
    '&',
    '/',
  ],
);
const lines = fc.oneof(
  fc.array(bits, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

test('a name is written as it can be typed', () => {
  for (const { name } of people.byName.values())
    expect(readLine(`x @${nameSlug(name)}`, themes, people).people.map((p) => p.name)).toEqual([name]);
  expect(nameSlug(' Dr. Jo  (Ops) ')).toBe('Dr-Jo-Ops');
});

describe('for any line', () => {
  test('the pieces are the line', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { pieces } = readLine(line, themes, people);
        expect(pieces.map((p) => p.raw).join('')).toBe(line);
      }),
    );
  });

  test('every letter and digit is in the text or in a tag at the end', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { text, pieces } = readLine(line, themes, people);
        const tags = pieces.filter((p) => p.kind === 'tag' || p.kind === 'person').map((p) => p.raw);
        expect(letters(text) + letters(tags.join(''))).toBe(letters(line));
      }),
    );
  });

  test('a line without # @ ! + - or quotes is the text', () => {
    fc.assert(
      fc.property(lines, (line) => {
        fc.pre(!/[#@!+\-−–"“”„«»‟＂\\]/u.test(line));
        expect(read(line)).toEqual({ ...plain, text: line.trim() });
      }),
    );
  });

  test('writing a note and reading the line gives the note', () => {
    const note = fc.record({
      text: lines.map((line) => line.trim()),
      verbatim: fc.boolean(),
      themes: fc
        .uniqueArray(fc.constantFrom(...themes.byName.values()), { maxLength: 3 })
        .map((some) => some.map(({ id, name }) => ({ id, name }))),
      people: fc
        .uniqueArray(
          fc.constantFrom(
            ...people.byName.values(),
            { id: null, name: 'Pia van Dyk' },
            { id: null, name: 'O’Neil' },
          ),
          { maxLength: 2 },
        )
        .map((some) => some.map(({ id, name }) => ({ id, name }))),
      severity: fc.constantFrom(0, 1, 2, 3),
      valence: fc.constantFrom('good', 'bad', 'none'),
    });
    fc.assert(
      fc.property(note, (n) => {
        const { pieces, ...back } = readLine(writeLine(n, themes, people), themes, people);
        expect(back).toEqual(n);
      }),
      { numRuns: 3000 },
    );
  });

  test('what was read once is read the same from its own line', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { pieces, ...once } = readLine(line, themes, people);
        const known = { ...once, themes: once.themes.filter((t) => t.id !== null) };
        const { pieces: _, ...twice } = readLine(writeLine(known, themes, people), themes, people);
        expect(twice).toEqual(known);
      }),
      { numRuns: 2000 },
    );
  });

  test('reading never hangs on a long run of one sign', () => {
    for (const sign of ['#', '@', "@a'", '!', '-', '"', '\\', "#a'", '#a-'])
      expect(readLine(sign.repeat(20_000), themes).pieces.length).toBeGreaterThan(0);
  });

  // Two hundred thousand of them: work that grew with the square of it would take minutes, and the test its time.
  const many = 200_000;
  test.each([
    ['spaces in the middle', `pasted${' '.repeat(many)}table`],
    ['spaces at the end', `pasted${' '.repeat(many)}`],
    ['combining marks', `#a e${'\u0301'.repeat(many)}@b`],
    ['backslashes', `"${'\\'.repeat(many)}`],
    ['apostrophes', `@a${"'".repeat(many)}b`],
  ])('reading and writing take time in step with the line: %s', (_what, line) => {
    const { pieces, ...note } = readLine(line, themes, people);
    expect(pieces.map((p) => p.raw).join('') === line).toBe(true);
    expect(writeLine(note, themes, people)).not.toBe('');
  });
});

describe('competitors', () => {
  const named = nameIndexOf([
    { name: 'Tom Reyes', ref: 'member:tom' },
    ...['Ledgerly', '3M', 'Close & Co', 'Price'].map((name) => ({ name, ref: rivalRef(name) })),
    { name: '7', ref: 'person:7' },
  ]);
  const reads = (line: string) => {
    const { text, themes: tags, people: who, valence } = readLine(line, themes, named);
    return [text, tags.map((t) => t.name), who.map((p) => p.id ?? p.name), valence];
  };

  test.each([
    [
      'They tried @Ledgerly in spring -',
      ['They tried Ledgerly in spring', [], [rivalRef('Ledgerly')], 'bad'],
    ],
    [
      'Closes in two days #ledgerly #speed',
      ['Closes in two days', ['speed'], [rivalRef('Ledgerly')], 'none'],
    ],
    ['They tried #Ledgerly in spring', ['They tried Ledgerly in spring', [], [rivalRef('Ledgerly')], 'none']],
    ['Cheaper @3M @Close-&-Co', ['Cheaper', [], [rivalRef('3M'), rivalRef('Close & Co')], 'none']],
    ['A theme of that name goes first #price', ['A theme of that name goes first', ['price'], [], 'none']],
    ['Nobody knows #Nimbus', ['Nobody knows', ['Nimbus'], [], 'none']],
    ['Room @7, number #3', ['Room @7, number #3', [], [], 'none']],
  ])('%s', (line, expected) => expect(reads(line)).toEqual(expected));

  test('a note that names some is read from its line as it was, whatever its words', () => {
    const word = fc.constantFrom(
      '#ledgerly',
      '\\#Ledgerly',
      '@3M',
      '#price',
      'Ledgerly',
      '!!',
      '-',
      '"',
      'said',
    );
    const names = fc.subarray(['Ledgerly', '3M', 'Close & Co', 'Tom Reyes']);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        names,
        fc.boolean(),
        (words, who, verbatim) => {
          const text = words
            .join(' ')
            .replace(/^"+|"+$/g, '')
            .trim();
          fc.pre(text !== '');
          const people = who.map((name) => ({
            name,
            id: named.byName.get(name.toLowerCase().replace(' & ', ' '))?.id ?? '',
          }));
          const note = { text, verbatim, themes: [], people, severity: 0, valence: 'none' } as const;
          const { pieces, ...read } = readLine(writeLine(note, themes, named), themes, named);
          expect(read).toEqual(note);
          expect(pieces.map((p) => p.raw).join('')).toBe(writeLine(note, themes, named));
        },
      ),
    );
  });
});
