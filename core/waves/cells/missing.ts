/** Usual ways of writing "no answer", trimmed and in lower case. Proposed to the user, never applied unasked. */
const words: ReadonlySet<string> = new Set([
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  '#null!',
  '#div/0!',
  '#value!',
  '#ref!',
  '#name?',
  '#num!',
  '#spill!',
  '#calc!',
  '#getting_data',
  'nan',
  'null',
  'nil',
  'blank',
  '(blank)',
  '[blank]',
  'empty',
  '-',
  '--',
  '---',
  '.',
  '?',
  '*',
  'no answer',
  'no response',
  'not answered',
  'not applicable',
  'not asked',
  'refused',
  "don't know",
  'dont know',
  'dk',
  'missing',
  'skipped',
  'unknown',
  'undefined',
  'keine angabe',
  'k.a.',
  'weiß nicht',
  'keine antwort',
  'sans réponse',
  'pas de réponse',
  'ne sait pas',
  'nsp',
  'sin respuesta',
  'no sabe',
  'ns/nc',
  'senza risposta',
  'sem resposta',
  'geen antwoord',
]);

/** Whether a cell is a usual way of writing "no answer", without case. */
export function isNoAnswerWord(text: string): boolean {
  return words.has(text.trim().toLowerCase());
}

/** The declared "no answer" texts of a column as one test: after trimming, without case. */
export function missingTest(missing: readonly string[]): (text: string) => boolean {
  const set = new Set(missing.map((text) => text.trim().toLowerCase()));
  return (text) => text === '' || set.has(text.trim().toLowerCase());
}
