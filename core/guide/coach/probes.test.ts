import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInGuides } from '../builtIn.ts';
import { askedBy } from './asked.ts';
import { coachFor, coachLanguages } from './languages.ts';
import { lastWords } from './lastWords.ts';
import { ladderDepths, type MechanismPart, mechanismParts } from './parts.ts';
import { type PartIs, probesFor, type ThemeStanding } from './probes.ts';

const english = coachFor('en');
const parts = (is: PartIs, but: Partial<ThemeStanding['parts']> = {}): ThemeStanding['parts'] => ({
  episode: is,
  frequency: is,
  consequence: is,
  expectation: is,
  fix: is,
  ...but,
});
const raised: ThemeStanding = {
  parts: parts('missing'),
  depth: 0,
  tone: 'problem',
  theirWords: 'Everyone is polite. Nobody owns it.',
  justRaised: true,
  causeSaid: false,
};
const ids = (now: ThemeStanding) => probesFor(now, english).map((p) => p.id);

describe('the next probe', () => {
  test('lets whoever raised a theme go on: their words back, the first thing missing, silence', () => {
    const probes = probesFor(raised, english).slice(0, 3);
    expect(probes.map((p) => p.text)).toEqual([
      '“Nobody owns it”?',
      'Tell me about the last time. What happened, from the start?',
      'Count to five before you speak.',
    ]);
    expect(probes.map((p) => [p.kind, p.part])).toEqual([
      ['echo', null],
      ['expand', 'episode'],
      ['wait', null],
    ]);
  });

  test('then asks for what is missing, in the order of the parts, and for nothing that is not', () => {
    const now = {
      ...raised,
      justRaised: false,
      parts: parts('missing', { episode: 'known', fix: 'guessed' }),
    };
    const asked = probesFor(now, english).map((p) => p.part);
    expect(asked.slice(0, 3)).toEqual(['frequency', 'consequence', 'expectation']);
    expect(asked).not.toContain('episode');
    expect(asked).not.toContain('fix');
  });

  test('looks beneath where a cause was named, before going on', () => {
    const now = { ...raised, justRaised: false, causeSaid: true };
    expect(ids(now).slice(0, 3)).toEqual(['episode 0', 'beneath', 'frequency 0']);
  });

  test('goes up to why it matters once the consequence is told, until it was answered', () => {
    const told = { ...raised, justRaised: false, parts: parts('known') };
    expect(ids(told)).toContain('value');
    expect(ids({ ...told, depth: 3 })).not.toContain('value');
    expect(ids(raised)).not.toContain('value');
  });

  test('leaves what the question on screen asks for to that question, unless nothing else is missing', () => {
    const asking = (asked: MechanismPart, but: Partial<ThemeStanding['parts']> = {}) =>
      probesFor({ ...raised, justRaised: false, parts: parts('missing', but), asked }, english)[0]?.part;
    expect(asking('episode')).toBe('frequency');
    expect(asking('frequency')).toBe('episode');
    expect(asking('fix', { ...parts('known'), fix: 'missing' })).toBe('fix');
  });

  test('is left to every question of the built-in guides that asks for a part', () => {
    const asked = builtInGuides.map((guide) => new Set(guide.questions.map((q) => askedBy(q.id))));
    for (const parts of asked)
      expect([...parts]).toEqual(expect.arrayContaining(['episode', 'frequency', 'consequence']));
    expect(asked.some((parts) => parts.has('expectation'))).toBe(true);
  });

  test('plays back what was heard once there is something to play back', () => {
    expect(ids(raised)).not.toContain('playBack');
    expect(ids({ ...raised, parts: parts('missing', { episode: 'guessed' }) })).toContain('playBack');
  });

  test('asks after what went well in its own words', () => {
    const kept = probesFor({ ...raised, tone: 'strength' }, english).map((p) => p.text);
    expect(kept).toContain('What has to stay as it is?');
    expect(kept).not.toContain('What would have to be different for it to be right for you?');
  });

  const standing: fc.Arbitrary<ThemeStanding> = fc.record({
    parts: fc.record(
      Object.fromEntries(mechanismParts.map((p) => [p, fc.constantFrom('known', 'guessed', 'missing')])),
    ) as fc.Arbitrary<ThemeStanding['parts']>,
    depth: fc.constantFrom(...ladderDepths),
    tone: fc.constantFrom('problem', 'strength'),
    theirWords: fc.string({ unit: 'grapheme' }),
    justRaised: fc.boolean(),
    causeSaid: fc.boolean(),
    asked: fc.option(fc.constantFrom(...mechanismParts)),
  });

  test('is there in every standing, never the same one twice, never for what is known', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...coachLanguages), (now, language) => {
        const probes = probesFor(now, language);
        expect(probes.length).toBeGreaterThan(0);
        expect(new Set(probes.map((p) => p.id)).size).toBe(probes.length);
        expect(new Set(probes.map((p) => p.text)).size).toBe(probes.length);
        for (const { part, text } of probes) {
          if (part) expect(now.parts[part]).toBe('missing');
          expect(text).not.toContain('{words}');
        }
        for (const part of mechanismParts)
          if (now.parts[part] === 'missing') expect(probes.some((p) => p.part === part)).toBe(true);
      }),
    );
  });
});

describe('the last words', () => {
  test.each([
    ['Everyone is polite. Nobody owns it.', 'Nobody owns it'],
    ['It failed', 'It failed'],
    ['It failed!!', 'It failed'],
    ['“One call would do”', 'One call would do'],
    ['We start the spreadsheet at six, because we assume it will fail', 'because we assume it will fail'],
    [
      'By the time that anybody senior has had a look at it we have rebuilt the whole thing in Excel',
      'we have rebuilt the whole thing in Excel',
    ],
    ['It costs 1.5 hours', 'It costs 1.5 hours'],
    ['', ''],
    ['?!', ''],
    ['😀', ''],
    ['كل شيء بطيء جدا', 'كل شيء بطيء جدا'],
  ])('of “%s”', (text, last) => expect(lastWords(text, 'en')).toBe(last));

  test('are found where words have no spaces between them', () => {
    const last = lastWords(
      '毎月の締め日になるとエクスポートが必ず止まってしまうので手作業で作り直しています',
      'ja',
    );
    expect(last.length).toBeGreaterThan(0);
    expect(last.length).toBeLessThan(20);
  });

  // A hundred thousand: tried from each place in the run, they would take minutes.
  test.each(['.', ' ', '"', '—'])('are found behind a long run of one sign: %s', (sign) => {
    expect(lastWords(`so${sign.repeat(100_000)}it`, 'en').endsWith('it')).toBe(true);
  });

  test('always stand in what was said, whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(text).toContain(lastWords(text, 'en'));
      }),
    );
  });
});
