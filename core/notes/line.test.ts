import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gravest, type Severity } from './graded.ts';
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
  const { pieces, unnamed, themes: tags, ...rest } = readLine(line, themes);
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

describe('how grave each theme is', () => {
  const graded = (line: string) => {
    const { text, severity, themes: tags } = readLine(line, themes);
    return [text, severity, tags.map((t) => `${t.name} ${t.severity}`).join(', ')];
  };
  test.each([
    ['one mark is for all themes', 'Slow #speed #price !!', ['Slow', 2, 'speed 2, price 2']],
    ['so is one before them', 'Slow !! #speed #price', ['Slow', 2, 'speed 2, price 2']],
    ['and one that leads the line', '!! Slow #speed #price', ['Slow', 2, 'speed 2, price 2']],
    ['and one between them', 'Slow #speed !! #price', ['Slow', 2, 'speed 2, price 2']],
    ['a mark glued to each', 'Slow and dear #speed!!! #price!', ['Slow and dear', 3, 'speed 3, price 1']],
    ['a mark behind each', 'Slow and dear #speed !!! #price !', ['Slow and dear', 3, 'speed 3, price 1']],
    ['the lighter one first', 'Dear and slow #price ! #speed !!!', ['Dear and slow', 3, 'price 1, speed 3']],
    ['glued is for that theme alone', 'Slow #speed!!! #price', ['Slow', 3, 'speed 3, price 0']],
    ['a mark alone is for the rest', 'Slow #speed!!! #price !', ['Slow', 3, 'speed 3, price 1']],
    ['also when it comes first', 'Slow !! #speed! #price', ['Slow', 2, 'speed 1, price 2']],
    ['two in a group, one by itself', 'Bad #speed #price !! #R&D !', ['Bad', 2, 'speed 2, price 2, R&D 1']],
    ['of two side by side the last', 'Slow #speed ! !!!', ['Slow', 3, 'speed 3']],
    ['a mark that no theme takes', 'Slow #speed! !!!', ['Slow', 3, 'speed 1']],
    ['a name of several words', 'Late #speed to value!!! #price !', ['Late', 3, 'speed to value 3, price 1']],
    ['a theme named again', 'Slow #speed!!! #speed !', ['Slow', 1, 'speed 1']],
    ['named again behind its mark', 'Slow #speed !!! #speed!', ['Slow', 1, 'speed 1']],
    ['named again without a mark', 'Slow #speed!!! #speed', ['Slow', 3, 'speed 3']],
    [
      'in mid-sentence the sign is said',
      'The #price! And #speed !!',
      ['The price! And', 2, 'price 2, speed 2'],
    ],
    ['other marks do not part them', 'Slow #speed !!! - @Tom #price !', ['Slow', 3, 'speed 3, price 1']],
  ])('%s: %s', (_what, line, expected) => expect(graded(line)).toEqual(expected));

  test.each([
    ['Slow !!', 2],
    ['Slow ! !!', 2],
    ['Slow #speed #price !!', 2],
    ['Slow #speed !! #price !', 2],
    ['Slow #speed! !!!', 3],
    ['Slow #speed! #price!!', 0],
    ['!! Slow #speed!', 2],
  ])('a theme that is not named: %s', (line, severity) =>
    expect(readLine(line, themes).unnamed).toBe(severity),
  );
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
    const severity = fc.constantFrom<Severity>(0, 1, 2, 3);
    const note = fc.record({
      text: lines.map((line) => line.trim()),
      verbatim: fc.boolean(),
      themes: fc
        .tuple(
          fc.uniqueArray(fc.constantFrom(...themes.byName.values()), { maxLength: 4 }),
          fc.array(severity, { minLength: 4, maxLength: 4 }),
          fc.boolean(),
        )
        .map(([some, each, isOne]) =>
          some.map((theme, i) => ({ ...theme, severity: each[isOne ? 0 : i] ?? 0 })),
        ),
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
      severity,
      valence: fc.constantFrom('good', 'bad', 'none'),
    });
    fc.assert(
      fc.property(note, (stored) => {
        const { pieces, unnamed, ...back } = readLine(writeLine(stored, themes, people), themes, people);
        const ofThemes = gravest(stored.themes.map((t) => t.severity));
        // A note graver than each of its themes is so on its line as long as none of them would take its mark.
        const isOwn = stored.severity > ofThemes && stored.themes.every((t) => t.severity > 0);
        expect(back).toEqual({ ...stored, severity: isOwn ? stored.severity : ofThemes });
      }),
      { numRuns: 3000 },
    );
  });

  test('what was read once is read the same from its own line', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { pieces, unnamed, ...once } = readLine(line, themes, people);
        const known = { ...once, themes: once.themes.filter((t) => t.id !== null) };
        const {
          pieces: _,
          unnamed: __,
          ...twice
        } = readLine(writeLine(known, themes, people), themes, people);
        // The gravest may have been of a theme that is not written.
        expect({ ...twice, severity: 0 }).toEqual({ ...known, severity: 0 });
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
          const { pieces, unnamed, ...read } = readLine(writeLine(note, themes, named), themes, named);
          expect(read).toEqual(note);
          expect(pieces.map((p) => p.raw).join('')).toBe(writeLine(note, themes, named));
        },
      ),
    );
  });
});
