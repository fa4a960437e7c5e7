import { afterEach, describe, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { type BookStep, starterId } from '#core/themes/index.ts';
import { stepText } from './historyWords.ts';

type Write = BookStep['writes'][number];

const names: Readonly<Record<string, string>> = { a: 'Exports', b: 'Reports', c: 'Files', d: 'Prints' };
const write = (id: string, now: Write['now'], was: Write['was'] = {}): Write => ({
  collection: 'theme',
  id,
  was,
  now,
  made: false,
  gone: false,
});
const step = (did: string, ...writes: Write[]): BookStep => ({
  id: did,
  at: 1,
  by: 'm',
  byName: '',
  did,
  writes,
  undoes: '',
});
const told = (s: BookStep, all: readonly BookStep[] = []) =>
  stepText(
    s,
    (id) => names[id] ?? '',
    (id) => all.find((one) => one.id === id),
  );

describe('the history in words', () => {
  test('names what was done, to what, and where it went', () => {
    expect(told(step('merged', write('a', { mergedInto: 'b' })))).toBe('merged Exports into Reports');
    expect(told(step('nested', write('a', { parent: 'b' }), write('c', { parent: 'b' })))).toBe(
      'put Exports and Files under Reports',
    );
    expect(told(step('nested', write('a', { parent: '' })))).toBe('put Exports at the top');
    expect(told(step('moved', write('a', { category: 'value' })))).toBe('moved Exports to Value');
    expect(told(step('owned', write('a', { owner: 'Ada' })))).toBe('made Ada the owner of Exports');
    expect(told(step('owned', write('a', { owner: '' })))).toBe('set no owner for Exports');
    expect(told(step('split', write('a', { name: 'Exports', splitFrom: 'b' })))).toBe(
      'split Exports from Reports',
    );
    expect(told(step('retired', ...['a', 'b', 'c', 'd'].map((id) => write(id, { retired: true }))))).toBe(
      'retired 4 themes',
    );
  });

  test('a rename says both names, of a starter theme too', () => {
    expect(told(step('edited', write('a', { name: 'Exports' }, { name: 'Output' })))).toBe(
      'renamed Output to Exports',
    );
    const speed = starterId('product', 'speed');
    expect(told(step('edited', write(speed, { name: 'Slow' }, { name: null })))).toBe(
      'renamed Speed to Slow',
    );
    expect(told(step('edited', write('a', { definition: 'x' }, { definition: '' })))).toBe('edited Exports');
  });

  test('taking back and making again say what; when that is no longer kept, they say that much', () => {
    const retired = step('retired', write('a', { retired: true }));
    const undone = { ...step('undone'), undoes: 'retired' };
    const redone = { ...step('redone'), undoes: 'undone' };
    expect(told(undone, [retired])).toBe('took back: retired Exports');
    expect(told(redone, [retired, undone])).toBe('made again: retired Exports');
    expect(told(undone)).toBe('took a change back');
    expect(told(redone)).toBe('made a change again');
  });

  test('a step of a newer version, and themes that have not arrived yet, are told without names', () => {
    expect(told(step('painted', write('a', { colour: 'red' })))).toBe('changed the codebook');
    expect(told(step('merged', write('x', { mergedInto: 'y' })))).toBe('merged a theme into another theme');
  });
});

describe('the history in German', () => {
  afterEach(() => speak('en'));

  test('stands after a name and a colon, with the cases that the other theme needs', async () => {
    await speak('de');
    expect(told(step('merged', write('a', { mergedInto: 'b' })))).toBe(
      '„Exports“ mit „Reports“ zusammengeführt',
    );
    expect(told(step('nested', write('a', { parent: 'b' }), write('c', { parent: 'b' })))).toBe(
      '„Exports“ und „Files“ unter „Reports“ eingeordnet',
    );
    expect(told(step('moved', write('a', { category: 'value' })))).toBe(
      '„Exports“ in die Kategorie „Preis und Nutzen“ verschoben',
    );
    expect(told(step('unmerged', write('x', { mergedInto: '' })))).toBe(
      'Zusammenführung von einem Thema zurückgenommen',
    );
    expect(told(step('merged', write('x', { mergedInto: 'y' })))).toBe(
      'ein Thema mit einem anderen Thema zusammengeführt',
    );
    const retired = step('retired', ...['a', 'b', 'c', 'd'].map((id) => write(id, { retired: true })));
    expect(told({ ...step('undone'), undoes: 'retired' }, [retired])).toBe(
      'zurückgenommen: 4 Themen stillgelegt',
    );
  });
});
