import { describe, expect, test } from 'vitest';
import { readTranscriptText } from './index.ts';

const short = (text: string) => {
  const read = readTranscriptText(text);
  if (!read.ok) throw new Error(read.why.kind);
  return read.value.turns.map((turn) => [turn.speaker, turn.from, turn.text]);
};

describe('a line that ends in a time of day is said', () => {
  const cues = (...texts: string[]) =>
    texts.map((text, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i + 1},000\n${text}\n`).join('\n');

  test.each([
    ['See you at 10:30', 'Fine.'],
    ['Monday 8:30', 'Fine.'],
    ['Monday [8:30]', 'Fine.'],
    ['Price:', 'It is high.'],
  ])('in cues: %j', (...texts) => {
    expect(short(cues(...texts))).toEqual([['', 0, texts.join(' ')]]);
    const named = cues('Ines: Hello', ...texts, 'Ines: Yes.');
    expect(short(named)).toEqual([['Ines', 0, `Hello ${texts.join(' ')} Yes.`]]);
    const vtt = `WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ines>${texts[0]}`;
    expect(short(vtt)).toEqual([['Ines', 0, texts[0]]]);
  });

  test.each([
    ['a sentence', 'We start at 8:30', 'We start at 8:30'],
    ['a sentence in which more follows', 'We start at 8:30\nevery day', 'We start at 8:30 every day'],
    ['a name of a day', 'Monday 8:30', 'Monday 8:30'],
    ['a name of a day in which more follows', 'Monday 8:30\nevery week', 'Monday 8:30 every week'],
    ['one behind others', 'Every week\nMonday 8:30', 'Every week Monday 8:30'],
  ])('under a name with its time: %s', (_, said, text) => {
    const call = (behind: string) => `Ines  0:15\nHello\n\nAna  0:20\n${said}\n${behind}Ines  0:30\nYes.`;
    for (const behind of ['', '\n'])
      expect(short(call(behind))).toEqual([
        ['Ines', 15, 'Hello'],
        ['Ana', 20, text],
        ['Ines', 30, 'Yes.'],
      ]);
  });

  test('behind a time of its own', () => {
    expect(short('[0:01] See you on Monday 8:30\n[0:09] Monday 8:30\n[0:12] Fine.')).toEqual([
      ['', 1, 'See you on Monday 8:30'],
      ['', 9, 'Monday 8:30'],
      ['', 12, 'Fine.'],
    ]);
  });

  test('as the last thing', () => {
    for (const head of ['Ines: When?\nAna: Every week', 'Ines  0:15\nWhen?\n\nAna  0:20\nEvery week'])
      expect(short(`${head}\n\nMonday 8:30`).at(-1)).toEqual(['Ana', null, 'Monday 8:30']);
  });
});

describe('a name with its time over what somebody says', () => {
  test.each([
    'Ines 0:15',
    'Ines  0:15',
    'Ines [0:15]',
    'Ines\t0:15',
    'ines  0:15',
    'Dr. Ines Duarte 0:15',
    '小林 0:15',
  ])('%j', (head) => {
    const name = head.replace(/\s+\[?0:15\]?$/, '');
    expect(short(`${head}\nHello\n\nAna  0:20\nWhy?`)).toEqual([
      [name, 15, 'Hello'],
      ['Ana', 20, 'Why?'],
    ]);
  });

  test('who says nothing at one place is left out there', () => {
    expect(short('Ines  0:15\nHello\n\nAna  0:20\n\nInes  0:30\nYes.\n\nAna  0:40\nWhy?')).toEqual([
      ['Ines', 15, 'Hello'],
      ['Ines', 30, 'Yes.'],
      ['Ana', 40, 'Why?'],
    ]);
  });
});
