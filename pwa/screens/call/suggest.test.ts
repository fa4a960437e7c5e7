import { computed, signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import type { Fields } from '#core/model/json.ts';
import { nameIndexOf, type TaggedNote, themeIndex } from '#core/notes/index.ts';
import type { ThemeSuggester } from '#core/ports/suggest.ts';
import { codebookOf, type Suggestion, type TaggedText, type Theme } from '#core/themes/index.ts';
import { makeLineText } from './line.ts';
import { makeSuggested, numbered } from './suggest.ts';

const named = (name: string): Fields => ({ name, category: 'product' });
const note = (id: string, text: string, theme: string): TaggedNote => ({
  id,
  text,
  order: id,
  at: 0,
  area: 'scoreDrivers',
  question: '',
  author: 'ana',
  authorName: '',
  verbatim: false,
  valence: 'none',
  severity: 0,
  mentions: [{ id: `${id}:${theme}`, note: id, theme, severity: 0, by: 'ana' }],
});

/** A suggester whose answers the test gives. */
function asked() {
  const questions: { line: string; answer(themes: readonly (readonly [string, number])[]): Promise<void> }[] =
    [];
  const told = { themes: [] as readonly Theme[], held: [] as readonly TaggedText[], released: '' };
  const suggester: ThemeSuggester = {
    follow: (themes) => {
      told.themes = themes;
    },
    hold: (_, notes) => {
      told.held = notes;
    },
    release: (interview) => {
      told.released = interview;
    },
    suggest: (line) =>
      new Promise((resolve) => {
        questions.push({
          line,
          async answer(themes) {
            resolve(themes.map(([theme, share]): Suggestion => ({ theme, share })));
            await Promise.resolve();
            await Promise.resolve();
          },
        });
      }),
    nearest: async () => ['t2', 'gone', 't1'],
  };
  return { suggester, questions, told };
}

function call(suggester: ThemeSuggester | undefined, ready = signal(true)) {
  const stored = signal(
    new Map([
      ['t1', named('Board reports')],
      ['t2', named('Month end')],
      ['t3', named('Exports')],
    ]),
  );
  const codebook = computed(() => codebookOf(stored.value));
  const index = computed(() => themeIndex(codebook.value.open));
  const notes = signal<readonly TaggedNote[]>([]);
  const suggested = makeSuggested({ suggester, interview: 'i', codebook, index, notes, ready });
  const line = makeLineText({
    themes: index,
    recent: signal([]),
    suggested: suggested.ids,
    people: signal(nameIndexOf([])),
    named: signal([]),
    addRival: () => false,
    jumps: signal([]),
    jump: () => {},
  });
  suggested.start(line);
  const type = (text: string) => line.typed(text, text.length);
  const names = () => suggested.shown.value.map(({ name }) => name);
  return { suggested, line, type, names, notes, stored };
}

describe('suggestions at the capture line', () => {
  test('Tab takes the first; the caret stays, so that the sentence can go on', async () => {
    const { suggester, questions } = asked();
    const { suggested, line, type, names } = call(suggester);
    type('the pack is late');
    await questions.at(-1)?.answer([
      ['t1', 0.7],
      ['t2', 0.2],
    ]);
    expect(names()).toEqual(['Board reports', 'Month end']);
    expect(suggested.take()).toBe(true);
    expect(line.shown.value).toEqual({
      line: 'the pack is late #board-reports',
      caret: 'the pack is late'.length,
    });
    expect(line.reading.value.text).toBe('the pack is late');
    expect(names()).toEqual(['Month end']);
    expect(suggested.take()).toBe(true);
    expect(line.reading.value.themes.map(({ id }) => id)).toEqual(['t1', 't2']);
    expect(suggested.take()).toBe(false);
  });

  test('an answer about a line that has changed is dropped, and none is asked for an empty one', async () => {
    const { suggester, questions } = asked();
    const { type, names } = call(suggester);
    type('the pack');
    type('the pack is');
    await questions[0]?.answer([['t1', 0.9]]);
    expect(names()).toEqual([]);
    await questions[1]?.answer([['t2', 0.9]]);
    expect(names()).toEqual(['Month end']);
    type('');
    expect(names()).toEqual([]);
    expect(questions.map(({ line }) => line)).toEqual(['the pack', 'the pack is']);
  });

  test('marks and themes are no part of the question', async () => {
    const { suggester, questions } = asked();
    const { type } = call(suggester);
    type('"the pack is late #exports !!');
    expect(questions.at(-1)?.line).toBe('the pack is late');
  });

  test('the first keeps its place until another is twice as probable', async () => {
    const { suggester, questions } = asked();
    const { type, names } = call(suggester);
    const answered = async (text: string, ...shares: [string, number][]) => {
      type(text);
      await questions.at(-1)?.answer(shares);
      return names();
    };
    expect(await answered('a', ['t1', 0.5], ['t2', 0.4])).toEqual(['Board reports', 'Month end']);
    expect(await answered('ab', ['t2', 0.5], ['t1', 0.4])).toEqual(['Board reports', 'Month end']);
    expect(await answered('abc', ['t2', 0.7], ['t1', 0.2])).toEqual(['Month end', 'Board reports']);
  });

  test('an open list of themes hides them and begins with them; it does not change by itself', async () => {
    const { suggester, questions } = asked();
    const { line, type, names } = call(suggester);
    type('the pack is late');
    await questions.at(-1)?.answer([
      ['t2', 0.6],
      ['t3', 0.2],
    ]);
    type('the pack is late #');
    expect(names()).toEqual([]);
    const options = () => line.offer.value?.options.slice(0, 2).map(({ name }) => name);
    expect(options()).toEqual(['Month end', 'Exports']);
    await questions.at(-1)?.answer([['t1', 0.9]]);
    expect(options()).toEqual(['Month end', 'Exports']);
  });

  test('what was retired or renamed meanwhile is not shown under its old name', async () => {
    const { suggester, questions } = asked();
    const { type, names, stored } = call(suggester);
    type('the pack');
    await questions.at(-1)?.answer([
      ['t1', 0.6],
      ['t2', 0.3],
    ]);
    stored.value = new Map([
      ['t1', { ...named('Board reports'), retired: true }],
      ['t2', named('Closing')],
    ]);
    expect(names()).toEqual(['Closing']);
  });

  test('the suggester is told of the codebook and of the notes once they are read, then of each change', () => {
    const { suggester, told } = asked();
    const ready = signal(false);
    const { notes, suggested } = call(suggester, ready);
    expect(told.themes).toEqual([]);
    ready.value = true;
    expect(told.themes.map(({ id }) => id)).toEqual(expect.arrayContaining(['t1', 't2']));
    notes.value = [note('n', 'late again', 't1')];
    expect(told.held).toEqual([{ note: 'n', text: 'late again', themes: ['t1'] }]);
    suggested.dispose();
    expect(told.released).toBe('i');
  });

  test('without a suggester nothing is suggested and Tab is free', async () => {
    const { suggested, type, names } = call(undefined);
    type('the pack');
    expect(names()).toEqual([]);
    expect(suggested.take()).toBe(false);
    expect(await suggested.nearest('the pack', 3)).toEqual([]);
  });

  test('of the nearest themes those that can be chosen are given', async () => {
    const { suggested } = call(asked().suggester);
    expect((await suggested.nearest('x', 3)).map(({ id }) => id)).toEqual(['t2', 't1']);
  });
});

describe('themes by number', () => {
  const themes = codebookOf(new Map()).open.slice(0, 9);
  const [a, b, c, d, e, f, g, h] = themes as [Theme, Theme, Theme, Theme, Theme, Theme, Theme, Theme];
  const far = codebookOf(new Map()).open.at(-1) as Theme;

  test('what is near comes first, the usual ones keep their numbers, none stands twice', () => {
    expect(numbered([far, b, h], themes)).toEqual([far, b, h, a, g, c, d, e, f]);
  });

  test('with nothing near there are the usual ones, each once', () => {
    expect(numbered([], themes)).toEqual(themes);
    expect(numbered([far], themes)).toEqual([far, g, h, a, b, c, d, e, f]);
    expect(numbered([], [a, b])).toEqual([a, b]);
    expect(numbered([a], [])).toEqual([a]);
  });
});
