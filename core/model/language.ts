/** The languages the interface speaks; guides, notes and names are in any. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The same words in another language: other texts, from the same keys and with the same arguments. */
export type Wording<W> = W extends string
  ? string
  : W extends (...given: infer Given) => infer Said
    ? (...given: Given) => Wording<Said>
    : W extends object
      ? { [K in keyof W]: Wording<W[K]> }
      : W;

let spoken: Language = 'en';
const rooms: ((language: Language) => void)[] = [];
const fetching = new Set<Promise<void>>();

/** The language the interface speaks now; English until `speak` was called. */
export const languageSpoken = (): Language => spoken;

/**
 * Keeps the words of one room in the language spoken: `use` is given the English ones, which come with the code, or
 * others once they are fetched. What is on screen by then is not drawn again: see `wordsReady`.
 */
export function inLanguages<W>(
  english: W,
  others: Record<Exclude<Language, 'en'>, () => Promise<NoInfer<Wording<W>>>>,
  use: (words: W) => void,
): void {
  const room = (language: Language) => {
    if (language === 'en') return use(english);
    const arriving = others[language]().then((words) => use(words as W));
    fetching.add(arriving);
    const done = () => fetching.delete(arriving);
    // Who waits for the words is told of the fault.
    arriving.then(done, done);
  };
  rooms.push(room);
  if (spoken !== 'en') room(spoken);
}

/** Speaks another language from now on, in every room that is there. Rejects where its words cannot be fetched. */
export function speak(language: Language): Promise<void> {
  spoken = language;
  for (const room of rooms) room(language);
  return wordsReady();
}

/** Resolves once all words asked for are in the language spoken; a screen that was just fetched waits for that. */
export async function wordsReady(): Promise<void> {
  while (fetching.size > 0) await Promise.all(fetching);
}
