import { afterEach, describe, expect, test, vi } from 'vitest';
import { speak } from '#core/model/language.ts';
import { starterId } from '#core/themes/index.ts';
import { driversWorld } from '#test/fixtures/driversWorld.ts';
import { factsWith, mentionOf, raising, somethingElse } from '#test/fixtures/interviewFacts.ts';
import { finding, lede } from './findingWords.ts';

const reliability = starterId('product', 'reliability');
const price = starterId('value', 'price');
const tier = (value: string) => ({ segments: { Tier: value } });
const waiting = (n: number, value: string) => Array.from({ length: n }, () => factsWith(tier(value)));

afterEach(() => speak('en'));

describe('calls whose notes wait for their tags', () => {
  const facts = [...raising(price, 8, 10, tier('Enterprise')), ...waiting(10, 'Small')];

  test('are no evidence that others raise it less, and the screen says that they are not counted', async () => {
    const w = driversWorld([...facts, factsWith({ band: 'passive' })]);
    const { table, lines, rows } = await w.ready();
    expect(rows[0]?.frequency).toMatchObject({ k: 8, n: 10 });
    expect(rows[0]?.concentration?.kind).toBe('tooFew');
    expect(w.model.matrix.value).toBeNull();
    expect(finding(table, lines)).toBe('8 of 10 detractors raised price (49 to 94%).');
    expect(lede(table, lines)).toBe(
      '21 people interviewed: 20 detractors, 1 passive and 0 promoters. The calls with 10 detractors and 1 passive have no theme yet and count in no figure here until they are tagged.',
    );
    await speak('de');
    expect(lede(table, lines)).toContain(
      'Die Gespräche mit 10 Detraktoren und 1 Passiven haben noch kein Thema und zählen hier nicht mit',
    );
  });

  test('make a difference once they are tagged', async () => {
    const tagged = facts.map((f) => (f.mentions.length > 0 ? f : { ...f, mentions: [somethingElse()] }));
    const { rows, table, lines } = await driversWorld(tagged).ready();
    expect(rows[0]?.concentration).toMatchObject({ kind: 'concentrated', segments: [{ elseN: 10 }] });
    expect(finding(table, lines)).toBe(
      '8 of 20 detractors raised price (22 to 61%), all of them in Enterprise.',
    );
    expect(lede(table, lines)).not.toContain('no theme yet');
  });

  test('are told from a band nobody of was called', async () => {
    const { table, lines } = await driversWorld(waiting(1, 'Small')).ready();
    expect(finding(table, lines)).toBe('No theme has been tagged in the calls with detractors yet');
    expect(lede(table, lines)).toContain('The call with 1 detractor has no theme yet');
    expect(finding((await driversWorld([]).ready()).table, [])).toBe('No detractor has been interviewed yet');
  });
});

describe('a call that still runs', () => {
  const running = factsWith({ ...tier('Small'), mentions: [mentionOf(price)], endedAt: 0 });

  test('counts at once, and is compared with nothing before it is over', async () => {
    const { table, lines, rows } = await driversWorld([
      ...raising(reliability, 8, 10, tier('Enterprise')),
      ...raising(reliability, 1, 10, tier('Small')),
      running,
    ]).ready();
    expect(rows[0]?.frequency).toMatchObject({ k: 9, n: 21 });
    expect(rows[0]?.concentration).toMatchObject({ segments: [{ k: 8, n: 10, elseK: 1, elseN: 10 }] });
    expect(rows.find((r) => r.theme === price)?.concentration).toBeNull();
    expect(lede(table, lines)).toMatch(/1 call still runs: counted, but not compared until it is over\.$/);
    await speak('de');
    expect(lede(table, lines)).toMatch(
      /1 Gespräch läuft noch: gezählt, aber erst verglichen, wenn es vorbei ist\.$/,
    );
  });

  test('keeps what it raises from being listed as gone', async () => {
    const before = { cycle: 'q3' };
    const all = [...raising(price, 9, 12, before), ...raising(reliability, 6, 12), running];
    const w = driversWorld(all);
    await vi.waitFor(async () => expect((await w.ready()).compared).toBe(true));
    const { gone, rows } = await w.ready();
    expect(gone.map((g) => g.theme)).not.toContain(price);
    expect(rows.find((r) => r.theme === price)).toMatchObject({
      frequency: { k: 1, n: 13 },
      trajectory: null,
    });
    w.become(all.slice(0, -1));
    await vi.waitFor(async () => expect((await w.ready()).gone.map((g) => g.theme)).toContain(price));
  });
});
