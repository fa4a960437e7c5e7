import { describe, expect, test } from 'vitest';
import type { Proposal } from '../segments/index.ts';
import {
  areas,
  builtInGuides,
  defaultGuide,
  everyone,
  guideChoice,
  guideFor,
  type Hypothesis,
  hypothesesFor,
  hypothesesOfDrivers,
  hypothesesOfFindings,
  languageTagOf,
  questionOf,
  starterHypotheses,
  wordingHint,
} from './index.ts';

const finding = (kind: 'weak' | 'fell' | 'rose', value = 'Enterprise'): Proposal =>
  ({
    segment: { dimension: 'Tier', value },
    reasons: [{ kind, difference: { value: kind === 'rose' ? 9 : -12.4 } }],
  }) as unknown as Proposal;
const people: Record<string, string>[] = [
  { Tier: 'Enterprise' },
  { Tier: 'Small', Tenure: 'Longer' },
  { Tenure: 'First year' },
];

describe('hypotheses', () => {
  test('a driver of the statistics is asked about openly, of everyone, in the guide’s language', () => {
    const [speed] = hypothesesOfDrivers([
      { label: 'Response time', why: 'It weighs 31% of what ratings explain.' },
    ]);
    const asked = (language: string) => questionOf(speed as Hypothesis, language).text;
    expect(asked('en-GB')).toBe('What part, if any, did “Response time” play in your answer?');
    expect(asked('de')).toBe('Welche Rolle hat „Response time“ bei Ihrer Antwort gespielt, wenn überhaupt?');
    expect(asked('fr')).toBe(asked('en-GB'));
    expect(questionOf(speed as Hypothesis, 'en').why).toBe('It weighs 31% of what ratings explain.');
  });

  test('a label that looks like a pattern or a placeholder stays a label', () => {
    const [odd] = hypothesesOfDrivers([{ label: '{score} $& costs', why: '' }]);
    expect(questionOf(odd as Hypothesis, 'en').text).toContain('“score $& costs”');
  });

  test('a weak or falling segment is asked only of its people, and the question does not give the finding away', () => {
    const all = hypothesesOfFindings([finding('weak'), finding('fell')]);
    const asked = hypothesesFor(all, { id: 'ann', band: 'passive', segments: { tier: 'enterprise' } }, 'en');
    expect(asked.map((q) => q.why).sort()).toEqual([
      'Enterprise fell 12 points since the survey before, beyond noise.',
      'Enterprise scores 12 points below everyone else, beyond noise.',
    ]);
    for (const { text } of asked) expect(text).not.toMatch(/enterprise|fell|points|worst/i);
    expect(hypothesesFor(all, { id: 'ann', band: 'passive', segments: { Tier: 'Small' } }, 'en')).toEqual([]);
  });

  test('findings that are asked about in the same words are one question, with the grounds of both', () => {
    const all = hypothesesOfFindings([finding('weak'), finding('weak', 'Key account')]);
    const one = hypothesesFor(
      all,
      { id: 'ann', band: 'passive', segments: { Tier: 'Enterprise; Key account' } },
      'en',
    );
    expect(one.map((q) => q.why)).toEqual([
      'Enterprise scores 12 points below everyone else, beyond noise. Key account scores 12 points below everyone else, beyond noise.',
    ]);
  });

  test('a pair of values is asked of those who have both', () => {
    const crossed = [
      { dimension: 'Tier', value: 'Enterprise' },
      { dimension: 'Tenure', value: 'First year' },
    ];
    const [pair] = [finding('weak')].map(
      (p) => ({ ...p, segment: { ...p.segment, crossed } }) as unknown as Proposal,
    );
    const all = hypothesesOfFindings([pair as Proposal]);
    expect(
      hypothesesFor(all, { id: 'ann', band: 'detractor', segments: { Tier: 'Enterprise' } }, 'en'),
    ).toEqual([]);
    expect(
      hypothesesFor(
        all,
        { id: 'ann', band: 'detractor', segments: { Tier: 'Enterprise', Tenure: 'First year' } },
        'en',
      ),
    ).toHaveLength(1);
  });

  test('starters follow the kinds of customer there are', () => {
    const topics = (of: typeof people) => starterHypotheses(of).map((h) => h.topic);
    expect(topics(people)).toEqual(
      expect.arrayContaining([
        'integration',
        'prices',
        'promise',
        'investing',
        'rivals',
        'regulation',
        'industryRules',
      ]),
    );
    expect(topics([])).toEqual(['rivals', 'culture', 'regulation', 'industryRules']);
    expect(
      hypothesesFor(
        starterHypotheses(people),
        { id: 'ann', band: 'promoter', segments: { Tier: 'Small' } },
        'en',
      ).map((q) => q.id),
    ).not.toContain('hypothesis-starter-integration');
  });

  test('none leads, in any language, and each has words of its own in all of them', () => {
    const all = [
      ...starterHypotheses(people),
      ...hypothesesOfFindings([finding('weak'), finding('fell'), finding('rose', 'Nordics')]),
    ];
    for (const language of ['en-GB', 'de'])
      for (const h of all) {
        const { text, probes, area } = questionOf(h, language);
        expect(wordingHint(text, language), text).toBeNull();
        expect(text).toMatch(/[?]$/);
        expect(probes.length).toBeGreaterThanOrEqual(3);
        expect(areas).toContain(area);
      }
    const said = (language: string) => all.map((h) => questionOf(h, language).text);
    expect(said('de').filter((text) => said('en').includes(text))).toEqual([]);
    expect(new Set(said('en')).size).toBe(all.length - 1);
  });

  test('the team’s own words are asked as they are', () => {
    const [h] = starterHypotheses([]);
    expect(questionOf({ ...(h as Hypothesis), text: ' How do you choose? ' }, 'de').text).toBe(
      'How do you choose?',
    );
  });
});

describe('which guide a call begins with', () => {
  const choices = (chosen: Record<string, string>) =>
    new Map(Object.entries(chosen).map(([id, guide]) => [id, { guide }]));
  const german = builtInGuides.find((g) => g.language === 'de')?.id ?? '';

  test('the one that comes with Sounding, unless the cycle chose', () => {
    expect(guideFor('German', new Map(), new Map()).id).toBe(defaultGuide.id);
    expect(guideFor('', choices({ [everyone]: german }), new Map()).id).toBe(german);
  });

  test('the one of their language, where the cycle chose one', () => {
    const both = choices({ de: german });
    expect(['German', 'de-AT', 'Deutsch', 'de_CH'].map((l) => guideFor(l, both, new Map()).id)).toEqual(
      Array(4).fill(german),
    );
    expect(['English', '', 'Klingon', 'demo'].map((l) => guideFor(l, both, new Map()).id)).toEqual(
      Array(4).fill('default'),
    );
  });

  test('one that is not on this device, and a choice that cannot be read, are passed over', () => {
    expect(guideFor('de', choices({ de: 'elsewhere', [everyone]: german }), new Map()).id).toBe(german);
    expect(guideFor('de', new Map([['de', { guide: 5 }]]), new Map()).id).toBe('default');
    expect(guideFor('', choices({ [everyone]: '' }), new Map()).id).toBe('default');
    expect(guideChoice.collection).toBe('guideChoice');
  });

  test('languages are known by their names and tags', () => {
    expect(
      ['French', 'français', 'FR', 'Swedish', 'svenska', 'no', '', 'German, English'].map(languageTagOf),
    ).toEqual(['fr', 'fr', 'fr', 'sv', 'sv', 'no', '', '']);
  });
});
