import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  longestTranscript,
  readTranscript,
  readTranscriptText,
  secondsAt,
  speakersOf,
  type Turn,
} from './index.ts';

const turnsOf = (text: string): readonly Turn[] => {
  const read = readTranscriptText(text);
  if (!read.ok) throw new Error(read.why.kind);
  return read.value.turns;
};
const short = (text: string) => turnsOf(text).map((turn) => [turn.speaker, turn.from, turn.text]);

describe('text in which speakers are named', () => {
  test('names, continuations and paragraphs', () => {
    const text = 'Ines: It failed\n  on close day.\n\n  Three times.\nAna: And then?\nInes: We used Excel.';
    expect(short(text)).toEqual([
      ['Ines', null, 'It failed on close day.'],
      ['Ines', null, 'Three times.'],
      ['Ana', null, 'And then?'],
      ['Ines', null, 'We used Excel.'],
    ]);
  });

  test.each([
    ['[00:01:02] Ines: It failed.\n[00:01:09] Ana: Why?', 'Ines', 62],
    ['(1:02) Ines: It failed.\n(1:09) Ana: Why?', 'Ines', 62],
    ['00:01:02 Ines: It failed.\n00:01:09 Ana: Why?', 'Ines', 62],
    ['Ines [00:01:02]: It failed.\nAna [00:01:09]: Why?', 'Ines', 62],
    ['Ines  1:02\nIt failed.\n\nAna  1:09\nWhy?', 'Ines', 62],
    ['**Ines:** It failed.\n**Ana:** Why?', 'Ines', null],
    ['**Ines**: It failed.\n**Ana**: Why?', 'Ines', null],
    ['**Ines** (1:02): It failed.\n**Ana** (1:09): Why?', 'Ines', 62],
    ['__Ines:__ It failed.\n__Ana:__ Why?', 'Ines', null],
    ['Q: It failed.\nA: Why?', 'Q', null],
    ['Q. It failed.\nA. Why?', 'Q', null],
    [
      'Dr. Ana-María O’Neill, Acme: It failed.\nAna: Why?\nDr. Ana-María O’Neill, Acme: So?',
      'Dr. Ana-María O’Neill, Acme',
      null,
    ],
    ['小林：It failed.\n安娜：Why?', '小林', null],
    ['Speaker 1: It failed.\nSpeaker 2: Why?\nSpeaker 1: So.', 'Speaker 1', null],
    ['[1:02] It failed.\n[1:09] Why?', '', 62],
    ['1:02\nIt failed.\n1:09\nWhy?', '', 62],
  ])('%j', (text, speaker, from) => {
    expect(short(text)[0]).toEqual([speaker, from, 'It failed.']);
    expect(short(text)[1]?.[2]).toBe('Why?');
  });

  test('what only looks like a name is said, not a speaker', () => {
    const text =
      'Date: 3 May\nPlace: Porto\nInes: One thing\nwas clear. Prices: too high.\nPrices: too high, again.\nSee https://example.com: it is there.\n12:30 is too early.\nAna: Note: I agree.\nInes: Yes.\nAna: Good.';
    expect(speakersOf(turnsOf(text)).map((s) => s.name)).toEqual(['Ines', 'Ana']);
    expect(turnsOf(text)[0]?.text).toBe('Date: 3 May Place: Porto');
    expect(turnsOf(text)[1]?.text).toContain(
      'Prices: too high, again. See https://example.com: it is there. 12:30',
    );
  });

  test('numbered questions are one speaker, and what follows them is an answer', () => {
    expect(short('Question 1: Why?\nBecause.\n\nQuestion 2: And?\nSo.\nMore.\nQuestion 3. Then?')).toEqual([
      ['Question', null, '1: Why?'],
      ['', null, 'Because.'],
      ['Question', null, '2: And?'],
      ['', null, 'So. More.'],
      ['Question', null, '3. Then?'],
    ]);
  });

  test('markdown is read, and a time in the words becomes their second', () => {
    const text =
      '---\ntitle: x\n---\n# Call\n\n**Ines:** see [the *list*](https://a.example/x) and \\[00:10\\] **then** 2*3*4 a_b <a href="javascript:x">go</a>\n\n**Ana:** yes';
    const [head, ines] = turnsOf(text);
    expect(head?.text).toBe('Call');
    expect(ines?.text).toBe('see the list and then 2*3*4 a_b go');
    expect(ines?.moments).toEqual([{ at: 17, seconds: 10 }]);
    expect(secondsAt(turnsOf(text), 1, 20)).toBe(10);
    expect(secondsAt(turnsOf(text), 1, 3)).toBeNull();
    expect(secondsAt(turnsOf(text), 2, 0)).toBe(10);
  });
});

describe('nothing that was said is dropped', () => {
  test('talk between two rules is no block of facts about the file', () => {
    const talk = '---\n**Ines:** Hello\n**Tom:** We left.\n---\n**Ines:** Why?\n**Tom:** The price.';
    expect(turnsOf(talk).map((t) => t.speaker)).toEqual(['', 'Ines', 'Tom', 'Ines', 'Tom']);
    const plain = '---\nInes: Hello\nTom: We left.\n---\nInes: Why?\nTom: The price.';
    expect(turnsOf(plain).map((t) => t.text)).toContain('Hello');
    const facts = '---\ntitle: Call\nspeakers:\n  - Ines\n# made by hand\n---\nInes: Why?\nTom: The price.';
    expect(short(facts)).toEqual([
      ['Ines', null, 'Why?'],
      ['Tom', null, 'The price.'],
    ]);
  });

  test('times written down in a talk do not make it a file of cues', () => {
    const text = 'Ines: Hello\nTom: We left.\n00:01:00 --> 00:02:00\nInes: Why?';
    expect(turnsOf(text).map((t) => t.speaker)).toEqual(['Ines', 'Tom', 'Ines']);
  });

  test.each([
    ['words behind the times of SRT', '00:00:01,000 --> 00:00:02,000 Hello there', 'Hello there'],
    ['places on the screen are none', '00:00:01,000 --> 00:00:02,000 X1:40 X2:600\nHello', 'Hello'],
    [
      'a paragraph above the next times, where cues have no numbers',
      '00:00:01,000 --> 00:00:02,000\nfirst\n\nsecond paragraph\n00:00:03,000 --> 00:00:04,000\nthird',
      'first second paragraph third',
    ],
    [
      'a number that was said',
      '1\n00:00:01,000 --> 00:00:02,000\nHow many?\n42\n2\n00:00:03,000 --> 00:00:04,000\nSo.',
      'How many? 42 So.',
    ],
    [
      'a number that was said, without numbers',
      '00:00:01,000 --> 00:00:02,000\nHow many?\n42\n00:00:03,000 --> 00:00:04,000\nSo.',
      'How many? 42 So.',
    ],
    [
      'an arrow in what was said',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nfirst\n\nand then\nwe click next --> finish\nand it crashed',
      'first and then we click next --> finish and it crashed',
    ],
    [
      'signs that look like a tag',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nwe need a<b and c>d, press <Enter>',
      'we need a<b and c>d, press <Enter>',
    ],
    [
      'tags of any name that are closed',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<x>so</x> <b>it</b> is',
      'so it is',
    ],
  ])('%s', (_, text, said) => {
    expect(
      turnsOf(text)
        .map((t) => t.text)
        .join(' '),
    ).toBe(said);
  });

  test('two hundred thousand lines behind one cue are an answer', () => {
    const read = readTranscriptText(`WEBVTT\n\n00:01.000 --> 00:02.000\nso\n\n${'and on\n'.repeat(200_000)}`);
    expect(!read.ok && read.why.kind).toBe('tooLong');
  });

  test('numbered questions keep their number behind a sign of quoting or a time', () => {
    const quoted = [1, 2, 3].map((n) => `> Question ${n}: How?`).join('\n');
    expect(turnsOf(quoted).map((t) => t.text)).toEqual(['1: How?', '2: How?', '3: How?']);
    const timed = [1, 2, 3].map((n) => `[00:01:0${n}] Question ${n}: How?`).join('\n');
    expect(short(timed)[1]).toEqual(['Question', 62, '2: How?']);
  });
});

describe('WebVTT and SRT', () => {
  test('voices, tags, entities; one turn for what one voice says without a pause', () => {
    const text =
      'WEBVTT\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:02.000\n<v.loud Ines Duarte>It <b>failed</b>\non <c.x>close</c> day &amp;\n\n00:02.100 --> 00:03.000\n<v Ines Duarte>three <00:02.500>times &lt;b&gt;.</v>\n\n00:09.000 --> 00:10.000\n<v Ana>Why < 5?';
    expect(turnsOf(text)).toEqual([
      {
        speaker: 'Ines Duarte',
        from: 1,
        to: 3,
        text: 'It failed on close day & three times <b>.',
        moments: [
          { at: 0, seconds: 1 },
          { at: 25, seconds: 2.1 },
        ],
      },
      { speaker: 'Ana', from: 9, to: 10, text: 'Why < 5?', moments: [{ at: 0, seconds: 9 }] },
    ]);
    expect(secondsAt(turnsOf(text), 0, 30)).toBe(2.1);
  });

  test('SRT with names in its text, numbers, commas and no blank lines between', () => {
    const text =
      '1\r\n00:00:01,000 --> 00:00:02,500\r\nInes: It failed\r\n2\r\n00:00:02,600 --> 00:00:03,000\r\non close day.\r\n\r\n3\r\n00:00:03,100 --> 00:00:04,000\r\nAna: Why?\r\n\r\n4\r\n00:00:05,000 --> 00:00:06,000\r\nInes: {\\an8}<font color="red">Who</font> knows.';
    expect(short(text)).toEqual([
      ['Ines', 1, 'It failed on close day.'],
      ['Ana', 3.1, 'Why?'],
      ['Ines', 5, 'Who knows.'],
    ]);
  });

  test('a file without words is refused', () => {
    expect(readTranscriptText('WEBVTT\n\n00:01.000 --> 00:02.000\n\n')).toEqual({
      ok: false,
      why: { kind: 'noWords' },
    });
  });
});

describe('what is no transcript', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each([
    ['', 'empty'],
    [' \n\t\n', 'empty'],
    ['Just some text.\nAnd more.', 'noSpeakers'],
    ['{"a": 1}', 'notText'],
    ['<!doctype html><p>Ines: hi</p>', 'notText'],
    ['PK\u0003\u0004xxxx', 'notText'],
    ['ID3\u0003\u0000', 'notText'],
  ])('%j', (text, kind) => {
    const read = readTranscript(bytes(text));
    expect(!read.ok && read.why.kind).toBe(kind);
  });

  test('text without speakers is taken as paragraphs when the user says so', () => {
    const read = readTranscript(bytes('It failed\nagain.\n\nThree times.'), { paragraphs: true });
    expect(read.ok && read.value.turns.map((t) => t.text)).toEqual(['It failed again.', 'Three times.']);
  });

  test('every encoding a text editor writes', () => {
    const text = 'Inés: Não é fácil.\nAna: Porquê?';
    const wide = new Uint8Array(2 * text.length + 2);
    wide.set([0xff, 0xfe]);
    for (const [i, letter] of [...text].entries())
      wide.set([letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8], 2 + 2 * i);
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    for (const file of [bytes(text), bytes(`\ufeff${text}`), wide, latin]) {
      const read = readTranscript(file);
      expect(read.ok && read.value.turns[0]).toMatchObject({ speaker: 'Inés', text: 'Não é fácil.' });
    }
  });
});

describe('hostile text', () => {
  const words = (n: number, piece: string) => piece.repeat(Math.ceil(n / piece.length)).slice(0, n);
  const pieces = [
    '<',
    '<v ',
    '<<b',
    '**',
    '* a',
    '[',
    '[a](',
    '\\[',
    '00:00 ',
    '00:00:',
    '[00:00',
    'a: ',
    'a:\n',
    '**a:',
    'a '.repeat(70),
    'Q. ',
    '&amp',
    '&',
    '{\\an',
    '-->',
    '00:01.000 --> ',
    '00:01.000 --> 00:02.000\n',
    '1\n',
    '\n',
    ' ',
    '\t\n',
    '<a ',
    '__',
    '_ ',
    '#',
    'word 1. ',
    'word 1.\n',
    '> ',
    '\u0000',
    '\u202e',
    'é',
    '😀',
    '. ',
  ];
  // Whatever took the square of the length would not come back from this within any test's time.
  test.each(pieces)('much of %j ends in an answer', (piece) => {
    for (const head of ['', 'WEBVTT\n\n00:00.000 --> 00:01.000\n', 'Ines: hi\nAna: '])
      expect(typeof readTranscriptText(head + words(60_000, piece)).ok).toBe('boolean');
  });

  test('five megabytes of all of it on one line, and on lines of their own', () => {
    for (const end of ['', '\n']) {
      const all = pieces.map((piece) => words(5_000_000 / pieces.length, piece)).join(end);
      expect(readTranscriptText(`Ines: hi\nAna: ${all}`).ok).toBe(false);
    }
  });

  test('too much to keep is refused with its length', () => {
    const read = readTranscriptText(`Ana: hi\nInes: ${words(longestTranscript + 5, 'many words ')}`);
    expect(read).toMatchObject({ ok: false, why: { kind: 'tooLong', limit: longestTranscript } });
  });

  test('whatever a file holds: an answer; turns are never empty, moments lie inside and rise', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '',
        '1',
        '00:01.000 --> 00:02.000',
        'Ines: ',
        '**Ana:** \\[1:02\\] x',
        '[1:02]',
        '<v Bo>hi',
        'NOTE',
        'Q.',
        '---',
      ),
    );
    const file = fc
      .tuple(fc.constantFrom('', 'WEBVTT\n\n'), fc.array(line))
      .map(([head, all]) => head + all.join('\n'));
    fc.assert(
      fc.property(file, fc.boolean(), (text, paragraphs) => {
        const read = readTranscriptText(text, { paragraphs });
        if (!read.ok) return;
        expect(read.value.turns.length).toBeGreaterThan(0);
        for (const turn of read.value.turns) {
          expect(turn.text.trim()).not.toBe('');
          const places = turn.moments.map((m) => m.at);
          expect(places).toEqual([...places].sort((a, b) => a - b));
          expect(places.every((at) => at >= 0 && at <= turn.text.length)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
