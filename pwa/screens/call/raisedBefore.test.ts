import { afterEach, describe, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { codebookOf, starterId } from '#core/themes/index.ts';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import { raisedBefore } from './raisedBefore.ts';
import { raisedWords } from './raisedWords.ts';

afterEach(() => speak('en'));

const price = starterId('value', 'price');
const speed = starterId('product', 'speed');
const gaps = starterId('product', 'gaps');
const nameOf = (id: string) => codebookOf(new Map()).all.get(id)?.name ?? id;

describe('what was raised in the last interview before', () => {
  test('is said of the last one alone, the gravest first, each theme once; praise is never grave', () => {
    const last = factsWith({
      interview: 'last',
      mentions: [
        mentionOf(gaps, { severity: 3, valence: 'good' }),
        mentionOf(price, { severity: 1 }),
        mentionOf(speed, { severity: 2 }),
        mentionOf(price, { severity: 3 }),
      ],
    });
    const older = factsWith({ mentions: [mentionOf(gaps)] });
    expect(raisedBefore([last, older], codebookOf(new Map()))).toEqual({
      interview: 'last',
      themes: [nameOf(price), nameOf(speed), nameOf(gaps)],
    });
  });

  test('follows merges, so that the names are those the codebook has now', () => {
    const merged = codebookOf(new Map([[speed, { mergedInto: gaps }]]));
    const last = factsWith({ mentions: [mentionOf(speed), mentionOf(gaps)] });
    expect(raisedBefore([last], merged)?.themes).toEqual([nameOf(gaps)]);
  });

  test('is nothing without an interview, without a tag, and while the codebook has no name for it', () => {
    const book = codebookOf(new Map());
    expect(raisedBefore([], book)).toBeNull();
    expect(raisedBefore([factsWith(), factsWith({ mentions: [mentionOf(price)] })], book)).toBeNull();
    expect(raisedBefore([factsWith({ mentions: [mentionOf('of-tomorrow')] })], book)).toBeNull();
  });

  test('is a few names and how many more', async () => {
    expect(raisedWords.themes(['Price'])).toBe('Price');
    expect(raisedWords.themes(['Price', 'Speed', 'Gaps'])).toBe('Price, Speed and Gaps');
    expect(raisedWords.themes(['Price', 'Speed', 'Gaps', 'Rival', 'Fit'])).toBe(
      'Price, Speed, Gaps and 2 more',
    );
    await speak('de');
    expect(raisedWords.themes(['Preis', 'Tempo', 'Lücken', 'Rivale'])).toBe(
      'Preis, Tempo, Lücken und 1 weiteres',
    );
  });
});
