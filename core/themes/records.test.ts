import { describe, expect, test } from 'vitest';
import { Book, bookDoc as doc, got } from '#test/fixtures/book.ts';
import {
  competitor,
  keepMeasure,
  keepRival,
  type MeasureDraft,
  measuresOf,
  mergeThemes,
  type RivalDraft,
  rivalsOf,
  rivalsUnder,
  standingOf,
} from './index.ts';

describe('figures of the own operation', () => {
  const draft: MeasureDraft = {
    what: ' Response time ',
    unit: 'h',
    before: '3',
    after: '18',
    since: 'March',
  };
  const keep = (more: Partial<MeasureDraft>) => keepMeasure(doc, 'm', 'a', { ...draft, ...more });

  test('are read as they were typed, with either decimal mark, a minus, or a value not known', () => {
    const b = new Book('me', ['a']);
    const values = (before: string, after: string) => {
      b.apply(got(keep({ before, after })));
      const [m] = measuresOf(b.read('measure'), b.book(), 'a');
      return [m?.before, m?.after];
    };
    expect(values('3', '18')).toEqual([3, 18]);
    expect(values('1 200,5', '−2')).toEqual([1200.5, -2]);
    expect(values('1,200,000', '1.200,5')).toEqual([1_200_000, 1200.5]);
    expect(values('0,125', '12.3450')).toEqual([0.125, 12.345]);
    expect(values('', '.5')).toEqual([null, 0.5]);
    expect(measuresOf(b.read('measure'), b.book(), 'a')[0]).toMatchObject({
      what: 'Response time',
      unit: 'h',
    });
  });

  test('without a name or with what is no number they are refused, saying which', () => {
    expect(keep({ what: ' ' })).toMatchObject({ why: { kind: 'noMeasureName' } });
    for (const text of ['18 hours', 'NaN', '1e400', '1,2,3', '--2'])
      expect(keep({ after: text })).toMatchObject({ why: { kind: 'noNumber', field: 'after', text } });
  });

  test('what can be read two ways is refused with both, and not asked again where nobody touched it', () => {
    const two = (whole: string, decimal: string) => ({ why: { kind: 'twoNumbers', whole, decimal } });
    expect(keep({ before: '1,200' })).toMatchObject(two('1200', '1.2'));
    expect(keep({ after: ' 12.345 ' })).toMatchObject(two('12345', '12.3450'));
    expect(keep({ after: '-1.000' })).toMatchObject(two('-1000', '-1.0'));
    const opened = { ...draft, before: '12.345' };
    expect(keepMeasure(doc, 'm', 'a', { ...opened, after: '20' }, opened).ok).toBe(true);
  });

  test('an edit writes what was changed in it; what somebody else wrote meanwhile stays', () => {
    const [mine, theirs] = [new Book('mine', ['a']), new Book('theirs')];
    mine.apply(got(keep({})));
    theirs.meet(mine).apply(got(keepMeasure(doc, 'm', 'a', { ...draft, after: '20' }, draft)));
    mine.meet(theirs).apply(got(keepMeasure(doc, 'm', 'a', { ...draft, since: 'May' }, draft)));
    const [kept] = measuresOf(mine.read('measure'), mine.book(), 'a');
    expect(kept).toMatchObject({ what: 'Response time', after: 20, since: 'May' });
    expect(keepMeasure(doc, 'm', 'a', draft, draft)).toEqual({ ok: true, value: [] });
  });

  test('follow a merge and come back with its undoing', () => {
    const b = new Book('me', ['a', 'b']);
    b.apply(got(keep({})));
    b.apply(got(mergeThemes(b.book(), doc, 'a', 'b')));
    expect(measuresOf(b.read('measure'), b.book(), 'b')).toHaveLength(1);
  });
});

describe('competitors', () => {
  const rivals = (b: Book) => rivalsOf(b.read('competitor'), b.read('sighting'));
  const draft = (name: string, more: Partial<RivalDraft> = {}): RivalDraft => ({
    name,
    feature: '',
    theme: 'a',
    seen: {},
    ...more,
  });

  test('carry how far the customer of each interview went with them, once an interview', () => {
    const b = new Book('me', ['a']);
    const seen = { i1: 'known', i2: 'used', i3: 'known' } as const;
    b.apply(got(keepRival(rivals(b), doc, 'r', draft('Acme', { seen }))));
    b.apply(got(keepRival(rivals(b), doc, 'r', draft('Acme', { seen: { i1: 'evaluated', i3: null } }))));
    const [acme] = rivals(b);
    expect(acme?.by).toEqual({ known: [], evaluated: ['i1'], used: ['i2'] });
    expect(standingOf(acme, 'i3')).toBe(null);
    expect(rivalsUnder(rivals(b), b.book(), 'a')).toHaveLength(1);
  });

  test('an edit writes what was changed in it', () => {
    const [mine, theirs] = [new Book('mine', ['a']), new Book('theirs')];
    const opened = draft('Acme');
    mine.apply(got(keepRival([], doc, 'r', opened)));
    theirs
      .meet(mine)
      .apply(got(keepRival(rivals(theirs), doc, 'r', { ...opened, name: 'Acme Ltd' }, opened)));
    mine
      .meet(theirs)
      .apply(got(keepRival(rivals(mine), doc, 'r', { ...opened, feature: 'Exports' }, opened)));
    expect(rivals(mine)[0]).toMatchObject({ name: 'Acme Ltd', feature: 'Exports' });
  });

  test('have names of their own', () => {
    const b = new Book('me', ['a']);
    b.apply(got(keepRival([], doc, 'r', draft('Acme'))));
    expect(keepRival(rivals(b), doc, 's', draft(' ACME '))).toMatchObject({
      why: { kind: 'rivalKnown', name: 'Acme', theme: 'a' },
    });
    expect(keepRival(rivals(b), doc, 'r', draft('ACME')).ok).toBe(true);
    // Two that got one name on two devices: both can be edited still.
    b.apply([competitor.put(doc, 's', draft('Acme'))]);
    const better = draft('Acme', { feature: 'Closes fast' });
    expect(keepRival(rivals(b), doc, 's', better, draft('Acme')).ok).toBe(true);
    expect(keepRival(rivals(b), doc, 's', draft('  '))).toMatchObject({ why: { kind: 'noRivalName' } });
  });

  test('two people noting the same of one interview agree', () => {
    const [mine, theirs] = [new Book('mine', ['a']), new Book('theirs')];
    mine.apply(got(keepRival([], doc, 'r', draft('Acme'))));
    theirs.meet(mine);
    for (const b of [mine, theirs])
      b.apply(got(keepRival(rivals(b), doc, 'r', draft('Acme', { seen: { i1: 'used' } }))));
    expect(rivals(mine.meet(theirs))[0]?.by.used).toEqual(['i1']);
  });
});
