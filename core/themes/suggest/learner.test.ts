import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featuresOf, mostWords } from './features.ts';
import { Learner } from './learner.ts';

const first = (learner: Learner, text: string, typing = false) => learner.rank(text, typing)[0]?.theme;

/** Few words, so that texts overlap; some of other scripts, some that are no words at all. */
const text = fc
  .array(
    fc.constantFrom(
      'invoice',
      'invoices',
      'late',
      'slow',
      'Größe',
      'счёт',
      '請求書が遅い',
      '!',
      '👍',
      "can't",
    ),
    {
      maxLength: 7,
    },
  )
  .map((words) => words.join(' '));
const lesson = fc.record({
  text,
  themes: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
  weight: fc.integer({ min: 1, max: 3 }),
});

describe('what is learned', () => {
  test('a word met under a theme suggests it', () => {
    const learner = new Learner();
    learner.learn('the invoice is wrong again', ['billing']);
    learner.learn('reports take minutes to load', ['speed']);
    expect(first(learner, 'wrong figures on our invoice')).toBe('billing');
    expect(first(learner, 'load times')).toBe('speed');
    expect(learner.rank('zebra')).toEqual([]);
  });

  test('other endings, accents and capitals of a word are found', () => {
    const learner = new Learner();
    learner.learn('the invoice is wrong', ['billing']);
    learner.learn('die Größe passt nicht', ['size']);
    learner.learn('счета приходят поздно', ['late']);
    expect(first(learner, 'INVOICING')).toBe('billing');
    expect(first(learner, 'grosse und GROSSEN')).not.toBe('billing');
    expect(first(learner, 'Größen')).toBe('size');
    expect(first(learner, 'счет')).toBe('late');
  });

  test('scripts without spaces are read by pairs of signs', () => {
    const learner = new Learner();
    learner.learn('請求書が間違っている', ['billing']);
    learner.learn('画面の表示が遅い', ['speed']);
    expect(first(learner, '先月の請求書')).toBe('billing');
    expect(first(learner, '表示まで')).toBe('speed');
  });

  test('a word that is still being typed fits by its beginning', () => {
    const learner = new Learner();
    learner.learn('onboarding was painful', ['onboarding']);
    learner.learn('the price went up', ['price']);
    expect(first(learner, 'painful onboa', true)).toBe('onboarding');
    const [typing, finished] = [true, false].map((t) => learner.rank('painful onboa', t)[0]?.fit ?? 0);
    expect(typing).toBeGreaterThan(finished as number);
    expect(learner.rank('the price', true)).toEqual(learner.rank('the price'));
  });

  test('a word of many themes tells less than a word of one', () => {
    const learner = new Learner();
    for (const theme of ['a', 'b', 'c', 'd']) learner.learn('our team', [theme]);
    learner.learn('our invoice', ['a']);
    learner.learn('our login', ['b']);
    expect(first(learner, 'our team invoice')).toBe('a');
    expect(first(learner, 'our team login')).toBe('b');
  });

  test('a note of a hundred thousand characters is read as far as it tells something new', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `word${i}`).join(' ');
    const { ids } = featuresOf(long);
    expect(ids.length).toBeLessThan(mostWords * 20);
    expect(featuresOf('x'.repeat(100_000)).ids.length).toBeLessThan(20);
    expect(featuresOf('').ids).toEqual([]);
  });
});

describe('what is unlearned', () => {
  test('leaves no trace, whatever was learned around it and in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(lesson, { maxLength: 8 }),
        fc.array(lesson, { maxLength: 8 }),
        fc.nat(),
        (stay, go, turn) => {
          const never = new Learner();
          for (const { text, themes, weight } of stay) never.learn(text, themes, weight);
          const once = new Learner();
          const all = [...stay, ...go];
          const from = all.length === 0 ? 0 : turn % all.length;
          for (const { text, themes, weight } of [...all.slice(from), ...all.slice(0, from)])
            once.learn(text, themes, weight);
          for (const { text, themes, weight } of go.toReversed()) once.unlearn(text, themes, weight);
          for (const { text } of [...all, { text: 'invoice slow' }])
            for (const typing of [true, false])
              expect(once.rank(text, typing)).toEqual(never.rank(text, typing));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('taking everything back leaves nothing', () => {
    const learner = new Learner();
    learner.learn('late invoice', ['a', 'b'], 2);
    learner.unlearn('late invoice', ['b', 'a'], 2);
    expect(learner.rank('late invoice')).toEqual([]);
  });
});
