import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import type { RivalRow } from '#core/themes/index.ts';
import { rivalText } from './rivalWords.ts';
import { byBandText, refusalText, words } from './words.ts';

afterEach(() => speak('en'));

const byBand = { detractor: { k: 1, n: 1 }, passive: { k: 3, n: 10 }, promoter: { k: 0, n: 0 } };

test('counts are in the case that their sentence needs, in German', async () => {
  await speak('de');
  expect(byBandText(byBand)).toBe('1 von 1 Detraktor, 3 von 10 Passiven');
  const share = (k: number) => ({ k, n: 9, low: 0, high: 1 });
  const row = {
    interviews: ['a', 'b', 'c'],
    byBand: { detractor: share(0), passive: share(2), promoter: share(1) },
    standing: { known: 2, evaluated: 0, used: 1 },
    on: [{ name: 'Preis' }, { name: 'Tempo' }],
  } as unknown as RivalRow;
  expect(rivalText(row)).toBe(
    'In 3 Gesprächen genannt (2 Passive, 1 Promotor): bekannt in 2 und im Einsatz in 1. Verglichen bei Preis und Tempo.',
  );
  expect(words.splitForm.chosen(2, 7, 1)).toBe('2 von 7 Notizen ausgewählt, aus 1 Gespräch.');
  expect(words.mergeForm.what(1, 'Tempo', 'Bedienung')).toMatch(
    /^1 Gespräch zu „Tempo“ zählt dann für „Bedienung“\./,
  );
});

test('a competitor that is known says where, whether or not that theme has arrived', async () => {
  await speak('de');
  const known = (theme: string) =>
    refusalText({ kind: 'rivalKnown', name: 'Acme', theme }, (id) => (id === 'x' ? 'Preis' : ''));
  expect(known('x')).toBe('Acme steht schon unter „Preis“. Bearbeiten Sie es dort.');
  expect(known('y')).toBe('Acme steht schon unter einem anderen Thema. Bearbeiten Sie es dort.');
});
