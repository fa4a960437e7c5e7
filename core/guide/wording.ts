/** What may be wrong with the wording of a question. */
export type WordingHint = 'closed' | 'leading';

/** Signs by language: how questions begin that yes or no answers, and words that put the answer into a mouth. */
const signs: Readonly<Record<string, Readonly<Record<WordingHint, RegExp>>>> = {
  en: {
    closed:
      /^(?:and |but |so )?(?:do|did|does|is|are|was|were|will|would|could|can|should|shall|have|has|had|may|might)\b/,
    leading:
      /\b(?:(?:do|did|is|are|was|were|would|have|has|could|should)n['’]t (?:you|it|we|that|they)|right\?$|agree that|surely|obviously|of course|how (?:bad|good|great|terrible|annoying|frustrating|happy|unhappy|difficult|easy|slow)\b)/,
  },
  de: {
    closed:
      /^(?:und |aber |also )?(?:haben|hat|hatten|hatte|sind|ist|war|waren|wird|werden|würden|würde|können|könnten|konnten|sollten|sollen|finden|glauben|denken sie(?! an)|meinen|wollen|möchten|mögen|gibt|gab|gäbe|kennen|nutzen|fühlen|stimmen)\b/,
    leading:
      /(?:nicht wahr|, oder\?$|auch der meinung|sicherlich|natürlich|offensichtlich|\bwie (?:schlecht|gut|toll|ärgerlich|frustrierend|zufrieden|unzufrieden|schwierig|einfach|langsam)\b)/,
  },
};

/**
 * Whether the wording leads: `leading` says or presumes an answer, `closed` can be answered with yes or no. A hint, no
 * refusal; null where nothing is seen and for languages without signs here. English and German.
 */
export function wordingHint(text: string, language: string): WordingHint | null {
  const of = signs[language.slice(0, 2).toLowerCase()];
  const said = text.trim().toLowerCase();
  if (!of || said === '') return null;
  // what is asked stands in the last sentence; what comes before it leads up to it
  const asked = said.split(/(?<=[.:!?])\s+/).findLast((sentence) => sentence.endsWith('?')) ?? said;
  if (of.leading.test(said)) return 'leading';
  return of.closed.test(asked) ? 'closed' : null;
}
