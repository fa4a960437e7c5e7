import { describe, expect, test } from 'vitest';
import type { Because, Cover, InterviewHead, Mention, Note } from '../notes/index.ts';
import { factsOf } from './index.ts';

const head: InterviewHead = {
  id: 'head',
  cycle: 'q4',
  wave: 'w',
  person: 'mail:a@b.c',
  name: 'Ada Byron',
  email: 'a@b.c',
  role: '',
  accountName: 'Acme',
  revenue: 100,
  band: 'detractor',
  score: 0,
  comment: '',
  answeredOn: '2026-10-12',
  segments: { Tier: 'Enterprise' },
  interviewer: 'm',
  interviewerName: 'Mo',
  guide: 'g',
  guideVersion: 1,
  startedAt: 5,
  endedAt: 0,
  paused: 0,
  consentAsked: false,
  consentRecord: false,
  consentQuote: 'no',
  consentContact: false,
  sample: false,
};
const note = (id: string, order: string, text = id): Note => ({
  id,
  text,
  order,
  at: 1,
  area: 'scoreDrivers',
  question: '',
  author: 'm',
  authorName: '',
  verbatim: false,
  valence: 'none',
  severity: 0,
});
const mention = (on: string, theme: string): Mention => ({
  id: `${on}:${theme}`,
  note: on,
  theme,
  severity: 2,
  by: 'm',
});

describe('the projection of one interview', () => {
  test('carries the id of the document, not that of the head record, and a score of 0', () => {
    const facts = factsOf('i1', head, [], []);
    expect(facts.interview).toBe('i1');
    expect(facts.score).toBe(0);
    expect(facts.notes).toBe(0);
  });

  test('counts every note and joins each mention to its words, in the order of the notes', () => {
    const notes = [note('n2', 'b', 'second'), note('n1', 'a', 'first'), note('n3', 'c')];
    const facts = factsOf('i1', head, notes, [mention('n2', 'export'), mention('n1', 'price')]);
    expect(facts.notes).toBe(3);
    expect(facts.mentions.map((m) => [m.theme, m.text])).toEqual([
      ['price', 'first'],
      ['export', 'second'],
    ]);
  });

  test.each(['no', 'withoutName', 'withName'] as const)(
    'quotes %s only while consent stands as asked',
    (to) => {
      const quote = (consentAsked: boolean) =>
        factsOf('i1', { ...head, consentAsked, consentQuote: to }, [], []).consentQuote;
      expect(quote(true)).toBe(to);
      expect(quote(false)).toBe('no');
    },
  );

  test('leaves out a mention whose note was removed', () => {
    expect(factsOf('i1', head, [], [mention('gone', 'export')]).mentions).toEqual([]);
  });
});

describe('the mechanism in the projection', () => {
  const known = (on: string, theme: string, part: Cover['part'], is: Cover['is'] = 'known'): Cover => ({
    ...{ id: `${on}:${theme}:${part}`, note: on, theme, part, is, by: 'm' },
  });
  const notes = [
    { ...note('n1', 'a'), depth: 1 as const },
    { ...note('n2', 'b'), depth: 3 as const },
    note('n3', 'c'),
  ];
  const mentions = [mention('n1', 'export'), mention('n2', 'export'), mention('n3', 'price')];

  test('carries per theme what is known, the deepest answer and the drivers beneath', () => {
    const covers = [known('n2', 'export', 'fix'), known('n1', 'export', 'episode')];
    const stated: Because = { id: 'export:owner', theme: 'export', root: 'owner', at: 5, by: 'm' };
    expect(factsOf('i1', head, notes, mentions, { covers, stated: [stated] }).mechanisms).toEqual([
      { theme: 'export', known: ['episode', 'fix'], depth: 3, because: ['owner'] },
    ]);
  });

  test('leaves out what was taken away, and what lost its note or its tag', () => {
    const covers = [
      known('n3', 'price', 'fix', 'not'),
      known('gone', 'price', 'episode'),
      known('n3', 'export', 'episode'),
    ];
    expect(factsOf('i1', head, [note('n3', 'c')], mentions, { covers }).mechanisms).toEqual([]);
  });
});

test('a note that names competitors says so, once each, whether or not it is tagged', () => {
  const named = (id: string, order: string, ...refs: string[]): Note => ({
    ...note(id, order),
    people: refs.map((ref) => ({ name: `name of ${ref}`, ref })),
  });
  const notes = [
    named('n2', 'b', 'competitor:acme', 'member:tom', '', 'competitor:acme', 'competitor:zed'),
    named('n1', 'a', 'competitor:zed'),
    note('n3', 'c'),
  ];
  const { rivals } = factsOf('i1', head, notes, []);
  expect(rivals?.map((r) => `${r.note} ${r.competitor}`)).toEqual(['n1 zed', 'n2 acme', 'n2 zed']);
  expect(rivals?.[0]).toMatchObject({ name: 'name of competitor:zed', text: 'n1', valence: 'none' });
});
