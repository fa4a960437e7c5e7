import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands, tenureValues } from '../waves/index.ts';
import {
  areas,
  builtInGuides,
  defaultGuide,
  fitsSegments,
  guideOf,
  type Question,
  questionsFor,
  wordingHint,
} from './index.ts';

const ids = (questions: readonly Question[]) => questions.map((q) => q.id);
const german = builtInGuides.find((g) => g.language === 'de') ?? defaultGuide;

describe('variants by segment', () => {
  test('a variant takes the place of the usual question, where it stood', () => {
    const usual = ids(questionsFor(defaultGuide, 'detractor'));
    const tier = ids(questionsFor(defaultGuide, 'detractor', { Tier: 'Enterprise' }));
    expect(usual).toContain('score-kind');
    expect(tier).not.toContain('score-kind');
    expect(tier.indexOf('score-kind-enterprise')).toBe(usual.indexOf('score-kind'));
    expect(tier).toEqual(expect.arrayContaining(['experience-fit-enterprise', 'competition-say-enterprise']));
  });

  test('somebody new is asked about the promise, somebody long with us about the years, others neither', () => {
    const asked = (Tenure: string) => ids(questionsFor(defaultGuide, 'passive', { Tenure }));
    const made = (Tenure: string, id: string) => asked(Tenure).includes(id);
    expect(tenureValues.map((t) => made(t, 'experience-promise-new'))).toEqual([true, true, false, false]);
    expect(tenureValues.map((t) => made(t, 'experience-years-long'))).toEqual([false, false, false, true]);
  });

  test('nobody is left without a question in any area, whatever their segments', () => {
    const value = fc.constantFrom('Enterprise', 'Small', 'First year', 'Longer', 'Nordics', '');
    const segments = fc.dictionary(fc.constantFrom('Tier', 'Tenure', 'Market'), value);
    fc.assert(
      fc.property(
        segments,
        fc.constantFrom(...bands),
        fc.constantFrom(...builtInGuides),
        (s, band, guide) => {
          const asked = questionsFor(guide, band, s);
          expect([...new Set(asked.map((q) => q.area))]).toEqual([...areas]);
          expect(new Set(ids(asked)).size).toBe(asked.length);
        },
      ),
    );
  });

  test('a variant of a variant, or one from another area, takes nobody’s place', () => {
    const q = (id: string, more: Partial<Question> = {}): Question => ({
      ...{ id, area: 'experience', text: 'What?', probes: [], bands: [] },
      ...more,
    });
    const questions = [
      q('a', { insteadOf: 'b' }),
      q('b', { insteadOf: 'a' }),
      q('c'),
      q('d', { area: 'priorities', insteadOf: 'c' }),
    ];
    expect(ids(questionsFor({ questions }, 'passive'))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('hypotheses close their area: the customer has the word first', () => {
    const [base] = questionsFor(defaultGuide, 'passive');
    const tested = { ...(base as Question), id: 'hypothesis-x', area: 'experience' } as const;
    const experience = questionsFor(defaultGuide, 'passive', {}, [tested]).filter(
      (q) => q.area === 'experience',
    );
    expect(experience.at(-1)?.id).toBe('hypothesis-x');
  });
});

describe('conditions', () => {
  const when = (dimension: string, ...values: string[]) => [{ dimension, values }];
  test.each([
    ['case and spaces', when('tier', ' enterprise '), { Tier: 'Enterprise' }, true],
    [
      'a remark in brackets',
      when('Tenure', 'Longer'),
      { 'Tenure (from customer-since date)': 'Longer' },
      true,
    ],
    ['any dimension', when('', 'SMB'), { Plan: 'smb' }, true],
    ['one of several values in a cell', when('Product', 'Payroll'), { Product: 'Ledger; Payroll' }, true],
    ['a value with a comma in it', when('Market', 'UK, Ireland'), { Market: 'UK, Ireland' }, true],
    ['a value with brackets', when('Region', 'europe (South)'), { Region: 'Europe (South)' }, true],
    ['only brackets', when('Region', '(none)'), { Region: '(None)' }, true],
    ['another value in brackets', when('Region', 'Europe (North)'), { Region: 'Europe (South)' }, false],
    ['one without brackets', when('Region', 'Europe'), { Region: 'Europe (South)' }, false],
    ['two that are only brackets', when('Region', '(none)'), { Region: '(blank)' }, false],
    ['another dimension', when('Tier', 'Enterprise'), { Plan: 'Enterprise' }, false],
    ['a part of a word', when('Tier', 'Enter'), { Tier: 'Enterprise' }, false],
    ['nothing known of them', when('', 'Enterprise'), {}, false],
  ])('%s', (_what, conditions, segments, fits) => {
    expect(fitsSegments(conditions, segments)).toBe(fits);
  });

  test('all of them must hold', () => {
    const both = [...when('Tier', 'Enterprise'), ...when('Market', 'Nordics')];
    expect(fitsSegments(both, { Tier: 'Enterprise', Market: 'Nordics' })).toBe(true);
    expect(fitsSegments(both, { Tier: 'Enterprise', Market: 'DACH' })).toBe(false);
  });
});

describe('the guides that come with Sounding', () => {
  test('an interview held with the first version is read with the first version', () => {
    const first = guideOf('default', 1, new Map());
    const added = defaultGuide.questions.filter((q) => !ids(first.questions).includes(q.id));
    expect([first.version, first.questions.length, ids(added)]).toEqual([
      1,
      24,
      [
        'score-balance',
        'score-kind-enterprise',
        'score-kind-small',
        'experience-fit-enterprise',
        'experience-effort-small',
        'experience-promise-new',
        'experience-years-long',
        'competition-say-enterprise',
        'priorities-lower',
      ],
    ]);
    for (const q of first.questions) expect(defaultGuide.questions).toContain(q);
  });

  test('the German one asks the same questions of the same people, every one in German', () => {
    expect(ids(german.questions)).toEqual(ids(defaultGuide.questions));
    for (const [i, q] of german.questions.entries()) {
      const other = defaultGuide.questions[i];
      expect(q.text).not.toBe(other?.text);
      expect(q.probes.map((p) => p.kind)).toEqual(other?.probes.map((p) => p.kind));
      for (const p of q.probes) expect(other?.probes.map((o) => o.text)).not.toContain(p.text);
      expect(q.text).toMatch(/[?]$/);
      expect(q.text.includes('{score}')).toBe(other?.text.includes('{score}'));
    }
  });

  test('none of their questions leads or can be answered with yes or no', () => {
    for (const { questions, language } of builtInGuides)
      for (const { text } of questions) expect(wordingHint(text, language), text).toBeNull();
  });
});

describe('hints on wording', () => {
  test.each([
    ['Are you happy with the reports?', 'en-GB', 'closed'],
    ['You gave a 4. Was it the price?', 'en-GB', 'closed'],
    ['Don’t you think the price is too high?', 'en-GB', 'leading'],
    ['How bad was the support?', 'en-GB', 'leading'],
    ['You are leaving, right?', 'en-GB', 'leading'],
    ['Sind Sie zufrieden?', 'de', 'closed'],
    ['Wie schlecht war der Support?', 'de-AT', 'leading'],
    ['Das war ärgerlich, nicht wahr?', 'de', 'leading'],
    ['What happened, and what did you do?', 'en-GB', null],
    ['Tell me about a time that went well.', 'en-GB', null],
    ['Denken Sie an das letzte Mal. Was ist passiert?', 'de', null],
    ['Est-ce que vous êtes content ?', 'fr', null],
    ['', 'en', null],
  ])('%s', (text, language, hint) => expect(wordingHint(text, language)).toBe(hint));
});
