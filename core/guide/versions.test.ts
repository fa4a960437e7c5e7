import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chance, seededChance } from '../model/chance.ts';
import type { Change } from '../model/change.ts';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import type { Fields } from '../model/json.ts';
import { MemoryReplica, memoryWorld } from '../replica/index.ts';
import {
  addQuestion,
  areas,
  changeQuestion,
  changesBetween,
  defaultGuide,
  familyOf,
  type GuideContent,
  type GuideFamily,
  guideKey,
  guideOf,
  guideRecord,
  guidesIn,
  isSameGuide,
  moveQuestion,
  problemsIn,
  removeQuestion,
  saveGuide,
} from './index.ts';

const workspace = parseId<'workspace'>('w');
const member = parseId<'member'>('m');
if (!workspace.ok || !member.ok) throw new Error('bad id');
const doc = docName(workspace.value, 'guides');
const who = { by: 'm', byName: 'Ann', at: 5000 };

const familyIn = (stored: ReadonlyMap<string, Fields>, family = 'default'): GuideFamily => {
  const found = guidesIn(stored).guides.find((g) => g.family === family);
  if (!found) throw new Error(family);
  return found;
};

/** Saves into a map, as a document would hold it. */
function save(
  stored: Map<string, Fields>,
  content: GuideContent,
  chance: Chance,
  { family = 'default' as string | null, at = 5000, from = stored as ReadonlyMap<string, Fields> } = {},
) {
  const guide = family === null ? null : familyIn(from, family);
  const saved = saveGuide(doc, guide, content, guide?.current.key ?? '', { ...who, at }, chance);
  if (!saved.ok) throw new Error(JSON.stringify(saved.why));
  for (const change of saved.value.changes) if (change.kind === 'put') stored.set(change.id, change.fields);
  return saved.value;
}
const named = (name: string): GuideContent => ({ ...defaultGuide, name });

describe('versions of a guide', () => {
  test('what is saved is the next version, with who and when; the built-in stays beneath it', () => {
    const stored = new Map<string, Fields>();
    const { version } = save(stored, named('Ours'), seededChance('a'));
    const { current, versions } = familyIn(stored);
    expect([version, current.version, current.name, current.byName, current.at]).toEqual([
      3,
      3,
      'Ours',
      'Ann',
      5000,
    ]);
    expect(versions.map((v) => [v.version, v.builtIn])).toEqual([
      [3, false],
      [2, true],
      [1, true],
    ]);
    expect(guideOf(current.id, current.version, stored)).toMatchObject({
      name: 'Ours',
      questions: defaultGuide.questions,
    });
  });

  test('two who save the same next version offline keep both whole, and every device takes the same one', async () => {
    const world = { ann: memoryWorld(), ben: memoryWorld() };
    const written: Change[][] = [];
    for (const [name, text, at] of [
      ['Ann', 'What now?', 10],
      ['Ben', 'What else?', 20],
    ] as const) {
      const content = changeQuestion(defaultGuide, 'score-reason', { text });
      const saved = saveGuide(
        doc,
        familyIn(new Map()),
        content,
        'default.2',
        { by: name, byName: name, at },
        seededChance(name),
      );
      if (!saved.ok) throw new Error('refused');
      written.push(saved.value.changes);
    }
    const read: Map<string, Fields>[] = [];
    for (const [who, order] of [
      ['ann', [0, 1]],
      ['ben', [1, 0]],
    ] as const) {
      const replica = new MemoryReplica(world[who]);
      for (const i of order) await replica.apply(written[i] ?? [], { who: member.value, why: 'test' });
      read.push(new Map((await replica.open(doc)).read(guideRecord.collection)));
    }
    for (const stored of read) {
      const { current, beside } = familyIn(stored);
      expect([current.byName, current.questions[0]?.text]).toEqual(['Ben', 'What else?']);
      expect(beside.map((v) => [v.byName, v.questions[0]?.text])).toEqual([['Ann', 'What now?']]);
    }
  });

  test('no order of saving, on however many devices, changes or drops a version', () => {
    const step = fc.record({
      device: fc.nat(2),
      sync: fc.boolean(),
      name: fc.string({ minLength: 1, maxLength: 9 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.string(), (steps, seed) => {
        const devices = [0, 1, 2].map(() => new Map<string, Fields>());
        const all = new Map<string, string>();
        const chance = seededChance(seed);
        steps.forEach(({ device, sync, name }, at) => {
          const stored = devices[device] ?? new Map();
          const { key } = save(stored, named(`n${name}`), chance, { at });
          expect(all.has(key)).toBe(false);
          all.set(key, `n${name}`);
          if (!sync) return;
          const merged = new Map(devices.flatMap((d) => [...d]));
          for (const d of devices) for (const [k, f] of merged) d.set(k, f);
        });
        const together = new Map(devices.flatMap((d) => [...d]));
        const { versions } = familyIn(together);
        const kept = versions.filter((v) => !v.builtIn).map((v) => [v.key, v.name]);
        expect(kept.toSorted()).toEqual([...all].toSorted());
      }),
    );
  });

  test('an older client finds the version of an interview where it always looked', () => {
    const stored = new Map<string, Fields>();
    const { key } = save(stored, named('Ours'), seededChance('a'));
    const { id, version, family } = familyIn(stored).current;
    expect([guideKey(id, version), familyOf(id), family]).toEqual([key, 'default', 'default']);
  });

  test('versions stored before they had authors are read, and the next one follows them', () => {
    const { name, language, minutes, questions } = defaultGuide;
    const old = { name, language, minutes: { ...minutes }, questions: JSON.parse(JSON.stringify(questions)) };
    const stored = new Map<string, Fields>([['own.7', { ...old, _v: 1 }]]);
    expect(familyIn(stored, 'own').current).toMatchObject({ version: 7, byName: '', at: 0, basedOn: '' });
    expect(save(stored, named('Next'), seededChance('a'), { family: 'own' }).version).toBe(8);
  });

  test('what cannot be read is left out and counted, never taken for a guide', () => {
    const bad: [string, Fields][] = [
      ['own.1', { name: 5 }],
      ['.1', {}],
      ['own', {}],
      ['own.x', {}],
      ['own.-1', {}],
    ];
    const { guides, unreadable } = guidesIn(new Map(bad));
    expect([guides.map((g) => g.family), unreadable]).toEqual([['default', 'default-de'], 5]);
  });

  test('a new guide begins with version 1 under an id of its own', () => {
    const stored = new Map<string, Fields>();
    const { family, version } = save(stored, named('Churn'), seededChance('a'), { family: null });
    expect(version).toBe(1);
    expect(familyIn(stored, family).current.name).toBe('Churn');
  });
});

describe('what a guide must be', () => {
  const problems = (guide: GuideContent) => problemsIn(guide).map((p) => p.kind);
  const edited = (edit: Parameters<typeof changeQuestion>[2]) =>
    changeQuestion(defaultGuide, 'score-kind', edit);

  test('the guides that come with Sounding have no problem', () => {
    for (const { current } of guidesIn(new Map()).guides) expect(problemsIn(current)).toEqual([]);
  });

  test.each([
    ['no name', { ...defaultGuide, name: ' ' }, 'noName'],
    ['a name without end', { ...defaultGuide, name: 'n'.repeat(81) }, 'longName'],
    ['no language', { ...defaultGuide, language: '' }, 'badLanguage'],
    [
      'minutes that are no number',
      { ...defaultGuide, minutes: { ...defaultGuide.minutes, experience: Number.NaN } },
      'badMinutes',
    ],
    [
      'an id twice',
      { ...defaultGuide, questions: [...defaultGuide.questions, ...defaultGuide.questions.slice(0, 1)] },
      'sameId',
    ],
    ['an id with a slash', changeId('score-kind', 'a/b'), 'badId'],
    ['no words', edited({ text: ' ' }), 'noText'],
    ['a probe without words', edited({ probes: [{ kind: 'expand', text: '' }] }), 'emptyProbe'],
    ['words without end', edited({ text: 'x'.repeat(601) }), 'longText'],
    ['a condition without a value', edited({ when: [{ dimension: 'Tier', values: [] }] }), 'emptyCondition'],
    ['what nobody fills in', edited({ text: 'What about {company}?' }), 'unknownPlaceholder'],
    ['the place of a variant', edited({ insteadOf: 'score-kind-small' }), 'badInsteadOf'],
    ['the place of another area', edited({ insteadOf: 'priorities-one' }), 'badInsteadOf'],
    ['its own place', edited({ insteadOf: 'score-kind' }), 'badInsteadOf'],
    [
      'too many probes',
      edited({ probes: Array.from({ length: 13 }, () => ({ kind: 'expand' as const, text: 'a' })) }),
      'tooMuch',
    ],
  ])('%s is refused', (_what, guide, kind) => expect(problems(guide)).toContain(kind));

  function changeId(from: string, to: string): GuideContent {
    return {
      ...defaultGuide,
      questions: defaultGuide.questions.map((q) => (q.id === from ? { ...q, id: to } : q)),
    };
  }

  test('a band without a question in an area is named; a conditional one is no question for everyone', () => {
    const only = defaultGuide.questions.map((q) =>
      q.area === 'competition' && q.bands.length === 0
        ? { ...q, when: [{ dimension: 'Tier', values: ['A'] }] }
        : q,
    );
    const without = only.filter((q) => q.id !== 'competition-ahead');
    expect(problemsIn({ ...defaultGuide, questions: without })).toEqual([
      { kind: 'noQuestion', area: 'competition', band: 'passive' },
    ]);
  });

  test('an id is never given to a question of another area, not even after it was removed', () => {
    const stored = new Map<string, Fields>();
    save(stored, removeQuestion(defaultGuide, 'score-balance'), seededChance('a'));
    const again = addQuestion(familyIn(stored).current, 'priorities', 'score-balance');
    const filled = changeQuestion(again, 'score-balance', { text: 'What else?' });
    const saved = saveGuide(doc, familyIn(stored), filled, '', who, seededChance('b'));
    expect(saved).toMatchObject({
      ok: false,
      why: [{ kind: 'idTaken', was: 'scoreDrivers', area: 'priorities' }],
    });
  });

  test('every problem is told at once', () => {
    const worst = { ...defaultGuide, name: '', language: '?', questions: [] };
    expect(problems(worst).length).toBe(2 + areas.length * 3);
  });
});

describe('edits', () => {
  test('a question moves among those of its area alone, and back', () => {
    const moved = moveQuestion(defaultGuide, 'experience-episode', 1);
    const own = (g: GuideContent) => g.questions.filter((q) => q.area === 'experience').map((q) => q.id);
    expect(own(moved).slice(0, 2)).toEqual(['experience-often', 'experience-episode']);
    expect(moveQuestion(moved, 'experience-episode', -1).questions).toEqual(defaultGuide.questions);
    expect(moveQuestion(defaultGuide, 'experience-episode', -1)).toBe(defaultGuide);
    expect(moveQuestion(defaultGuide, 'nobody', 1)).toBe(defaultGuide);
  });

  test('without the question it stood for a variant is asked beside the others', () => {
    const without = removeQuestion(defaultGuide, 'score-kind');
    expect(without.questions.find((q) => q.id === 'score-kind-small')?.insteadOf).toBeUndefined();
    expect(problemsIn(without)).toEqual([]);
  });

  test('what differs is named', () => {
    const edited = changeQuestion(removeQuestion(defaultGuide, 'score-balance'), 'score-kind', {
      text: 'What?',
    });
    const after = moveQuestion(addQuestion(edited, 'priorities', 'new'), 'experience-often', 1);
    expect(changesBetween(defaultGuide, { ...after, name: 'Other' })).toEqual({
      added: ['new'],
      removed: ['score-balance'],
      changed: ['score-kind'],
      moved: true,
      head: true,
    });
    const stored = new Map<string, Fields>();
    save(stored, defaultGuide, seededChance('a'));
    expect(isSameGuide(changesBetween(defaultGuide, familyIn(stored).current))).toBe(true);
  });
});
