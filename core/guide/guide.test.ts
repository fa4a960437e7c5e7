import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import { bands } from '../waves/index.ts';
import {
  areaProgress,
  areas,
  asSaid,
  defaultGuide,
  entryOf,
  guideKey,
  guideOf,
  guideRecord,
  nextQuestion,
  questionsFor,
} from './index.ts';

const none = new Set<string>();

describe('the guide that comes with Sounding', () => {
  test('gives every band questions in all four areas, in their order', () => {
    for (const band of bands) {
      const asked = questionsFor(defaultGuide, band);
      expect([...new Set(asked.map((q) => q.area))]).toEqual([...areas]);
      for (const area of areas) expect(asked.filter((q) => q.area === area).length).toBeGreaterThanOrEqual(3);
    }
  });

  test('asks each band for what that call is for, and no other band', () => {
    const own = (band: (typeof bands)[number]) =>
      questionsFor(defaultGuide, band)
        .filter((q) => q.bands.length > 0)
        .map((q) => q.id);
    expect(own('detractor')).toContain('priorities-win-back');
    expect(own('passive')).toContain('score-distance');
    expect(own('promoter')).toContain('priorities-never');
    const all = bands.flatMap(own);
    expect(new Set(all).size).toBe(all.length);
  });

  test('names every question once, asks openly and offers probes with each', () => {
    const ids = defaultGuide.questions.map((q) => q.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const q of defaultGuide.questions) {
      expect(q.probes.length, q.id).toBeGreaterThanOrEqual(3);
      expect(q.text, q.id).not.toMatch(/^(Do|Did|Does|Is|Are|Was|Were|Would you|Have you|Don't|Isn't)\b/);
      expect(q.text, q.id).toMatch(/[?]$/);
    }
  });

  test('has a use for every kind of probe', () => {
    const kinds = new Set(defaultGuide.questions.flatMap((q) => q.probes.map((p) => p.kind)));
    expect([...kinds].sort()).toEqual(['echo', 'expand', 'explain', 'ladder', 'playBack', 'wait']);
  });

  test('says the score, 0 included', () => {
    expect(asSaid('You answered {score} out of 10.', 0)).toBe('You answered 0 out of 10.');
  });
});

describe('the way through the questions', () => {
  const questions = questionsFor(defaultGuide, 'detractor');
  const first = questions[0]?.id ?? '';

  test('leads on to what was not asked, round to the start, and ends', () => {
    const last = questions.at(-1)?.id ?? '';
    expect(nextQuestion(questions, first, new Set([first]))?.id).toBe(questions[1]?.id);
    expect(nextQuestion(questions, last, new Set([last]))?.id).toBe(first);
    expect(nextQuestion(questions, first, new Set(questions.map((q) => q.id)))).toBeUndefined();
  });

  test('visits every question exactly once, wherever it starts', () => {
    fc.assert(
      fc.property(fc.nat(questions.length - 1), (start) => {
        const asked = new Set<string>();
        let at = questions[start];
        while (at) {
          expect(asked.has(at.id)).toBe(false);
          asked.add(at.id);
          at = nextQuestion(questions, at.id, asked);
        }
        expect(asked.size).toBe(questions.length);
      }),
    );
  });

  test('takes an area up where it was left', () => {
    const own = questions.filter((q) => q.area === 'experience');
    expect(entryOf(questions, 'experience', none)?.id).toBe(own[0]?.id);
    expect(entryOf(questions, 'experience', new Set([own[0]?.id ?? '']))?.id).toBe(own[1]?.id);
    expect(entryOf(questions, 'experience', new Set(own.map((q) => q.id)))?.id).toBe(own[0]?.id);
  });
});

describe('time and coverage', () => {
  const visits = [
    { area: 'scoreDrivers', question: 'a', at: 20 },
    { area: 'competition', question: 'c', at: 80 },
    { area: 'scoreDrivers', question: 'b', at: 110 },
  ] as const;

  test('adds up several visits to an area and counts the running one', () => {
    const used = areaProgress(defaultGuide, visits, 150, []).map((p) => p.used);
    expect(used).toEqual([100, 0, 30, 0]);
  });

  test('does not depend on the order in which visits arrive', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...visits], { minLength: 3 }), (any) => {
        expect(areaProgress(defaultGuide, any, 150, [])).toEqual(areaProgress(defaultGuide, visits, 150, []));
      }),
    );
  });

  test('never takes time back when the clock lags behind a visit', () => {
    for (const p of areaProgress(defaultGuide, visits, 5, [])) expect(p.used).toBeGreaterThanOrEqual(0);
  });

  test('an area is covered by what was said, not by what was asked', () => {
    const progress = areaProgress(defaultGuide, visits, 150, ['competition', 'competition']);
    expect(progress.map((p) => p.covered)).toEqual([false, false, true, false]);
    expect(progress[2]?.notes).toBe(2);
  });
});

describe('versions', () => {
  const workspace = parseId<'workspace'>('w');
  if (!workspace.ok) throw new Error('bad id');
  const doc = docName(workspace.value, 'guides');

  test('a stored version reads back as it was written', () => {
    const { id, version, ...content } = { ...defaultGuide, id: 'own', version: 3, name: 'Ours' };
    const put = guideRecord.put(doc, guideKey(id, version), {
      ...content,
      minutes: { ...content.minutes },
      questions: content.questions.map((q) => ({
        ...q,
        probes: q.probes.map((p) => ({ ...p })),
        bands: [...q.bands],
      })),
    });
    if (put.kind !== 'put') throw new Error('not a put');
    const read = guideOf('own', 3, new Map([[guideKey('own', 3), put.fields]]));
    expect(read.questions).toEqual(defaultGuide.questions);
    expect(read).toMatchObject({ id: 'own', version: 3, name: 'Ours', minutes: defaultGuide.minutes });
  });

  test('a version that is not here, or unreadable, still gives questions', () => {
    expect(guideOf('own', 9, new Map())).toBe(defaultGuide);
    expect(guideOf('own', 9, new Map([[guideKey('own', 9), { name: 5 }]]))).toBe(defaultGuide);
  });
});
