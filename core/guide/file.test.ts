import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  builtInGuides,
  changesBetween,
  defaultGuide,
  guideFile,
  isSameGuide,
  readGuideFile,
} from './index.ts';

const good = guideFile(defaultGuide);
/** The file with something in it changed. */
const with_ = (change: (file: Record<string, unknown>) => void): string => {
  const file = JSON.parse(good) as Record<string, unknown>;
  change(file);
  return JSON.stringify(file);
};
const first = (file: Record<string, unknown>) =>
  (file.questions as Record<string, unknown>[])[0] as Record<string, unknown>;

describe('a guide as a file', () => {
  test.each(builtInGuides.map((g) => [`${g.id}.${g.version}`, g] as const))(
    '%s comes back whole',
    (_name, guide) => {
      const read = readGuideFile(`\uFEFF${guideFile(guide)}`);
      if (!read.ok) throw new Error(JSON.stringify(read.why));
      expect(isSameGuide(changesBetween(guide, read.value))).toBe(true);
    },
  );

  test('fields of a later minor writer are left out', () => {
    const read = readGuideFile(with_((file) => Object.assign(first(file), { colour: 'red', why: 'secret' })));
    expect(read.ok && Object.keys(read.value.questions[0] ?? {})).not.toContain('colour');
  });
});

describe('a hostile or broken file is refused, with where and why', () => {
  test.each([
    ['nothing', '', 'notJson'],
    ['cut off', good.slice(0, 900), 'notJson'],
    ['another JSON', '{"a":1}', 'notAGuide'],
    ['a list', '[]', 'notAGuide'],
    ['null', 'null', 'notAGuide'],
    ['of a later format', with_((f) => Object.assign(f, { formatVersion: 2 })), 'newer'],
    ['of no format', with_((f) => Object.assign(f, { formatVersion: 'one' })), 'notAGuide'],
    ['huge', `"${'x'.repeat(1_000_001)}"`, 'tooLarge'],
    ['without questions', with_((f) => Object.assign(f, { questions: [] })), 'problems'],
    ['two questions of one id', with_((f) => Object.assign(first(f), { id: 'score-kind' })), 'problems'],
  ])('%s', (_what, file, kind) => {
    expect(readGuideFile(file)).toMatchObject({ ok: false, why: { kind } });
  });

  test('where it stands is told as people count', () => {
    const file = with_((f) => Object.assign(first(f), { area: 'pricing' }));
    expect(readGuideFile(file)).toEqual({
      ok: false,
      why: { kind: 'badField', at: ['questions', 1, 'area'], found: '"pricing"' },
    });
  });

  test('a name for the prototype changes nothing', () => {
    const read = readGuideFile(good.replace('"name"', '"__proto__": {"polluted": true}, "name"'));
    expect(read.ok && 'polluted' in read.value).toBe(false);
  });

  test('whatever comes, it is a guide or a refusal', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const read = readGuideFile(good.slice(0, at) + put + good.slice(at + 1));
        expect(typeof read.ok).toBe('boolean');
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(readGuideFile(json).ok).toBe(false);
      }),
    );
  });
});
