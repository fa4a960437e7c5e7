import { typedName } from '../themeIndex.ts';
import type { Side } from './records.ts';

const ours =
  /^(q|question|questions|interviewer|moderator|pergunta|entrevistador|entrevistadora|frage|interviewerin|pregunta|me|ich|yo)$/;
const theirs =
  /^(a|answer|answers|customer|client|respondent|participant|interviewee|resposta|cliente|kunde|kundin|antwort|respuesta)$/;

/**
 * Who speaks for whom, as far as names tell: the customer's and the interviewer's own, words like "interviewer" or "A", and
 * where only one of two is known the other one. Nobody is guessed at beyond that; the user says the rest.
 */
export function guessSides(
  speakers: readonly string[],
  customer: string,
  interviewer: string,
): Record<string, Side> {
  const found = new Map<string, Side>();
  for (const speaker of speakers) {
    const name = typedName(speaker);
    if (theirs.test(name) || alike(name, typedName(customer))) found.set(speaker, 'customer');
    else if (ours.test(name) || alike(name, typedName(interviewer))) found.set(speaker, 'us');
  }
  const [open, ...more] = speakers.filter((speaker) => !found.has(speaker));
  const [known] = found.values();
  if (open !== undefined && more.length === 0 && found.size === 1 && known)
    found.set(open, known === 'us' ? 'customer' : 'us');
  return Object.fromEntries(found);
}

/** The same name, or one of its words alone: "Ines" for "Ines Duarte". */
function alike(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a === b || b.split(' ').includes(a) || a.split(' ').includes(b);
}
