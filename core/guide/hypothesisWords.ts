import type { Probe } from './guide.ts';

/** How a hypothesis is asked: what part a topic plays, what has changed, what is particular to this kind of customer. */
export const wordings = ['part', 'change', 'kind'] as const;
export type Wording = (typeof wordings)[number];

/** What is asked of every topic, and follow-ups; each leaves room for "none". */
interface Language {
  ask: Readonly<Record<Wording, string>>;
  /** Around a name that is the survey's own. */
  quote: readonly [open: string, close: string];
  topics: Readonly<Record<string, string>>;
  probes: Readonly<Record<Wording, readonly Probe[]>>;
}

const english: Language = {
  ask: {
    part: 'What part, if any, did {topic} play in your answer?',
    change: 'What has changed for you with us over the last months, for better or for worse?',
    kind: 'What do you need from us that other kinds of customer may not?',
  },
  quote: ['“', '”'],
  topics: {
    integration: 'working with your other systems',
    security: 'security and data protection',
    support: 'whom you turn to for help',
    sponsorship: 'how your leadership sees us',
    ease: 'the effort of everyday use',
    speedToValue: 'the time until it pays off',
    prices: 'how our prices are explained',
    selfService: 'finding your own way without asking us',
    promise: 'what you were told before you signed',
    pace: 'whether or not we have kept up with what you need',
    investing: 'what we have put into the product lately',
    rivals: 'the other suppliers in your market',
    culture: 'the way business is done where you are',
    regulation: 'the rules that apply where you are',
    industryRules: 'the rules of your industry',
  },
  probes: {
    part: [
      { kind: 'explain', text: 'How did you notice that?' },
      { kind: 'expand', text: 'How does it compare with what you named before?' },
      { kind: 'wait', text: 'Count to five before you speak.' },
    ],
    change: [
      { kind: 'explain', text: 'When did you first notice?' },
      { kind: 'ladder', text: 'And what did that mean for you?' },
      { kind: 'expand', text: 'What else has changed?' },
    ],
    kind: [
      { kind: 'explain', text: 'Can you give me an example?' },
      { kind: 'expand', text: 'What else is particular to you?' },
      { kind: 'echo', text: 'Say their last words back, as a question.' },
    ],
  },
};

const german: Language = {
  ask: {
    part: 'Welche Rolle hat {topic} bei Ihrer Antwort gespielt, wenn überhaupt?',
    change: 'Was hat sich für Sie in den letzten Monaten bei uns verändert, zum Guten oder zum Schlechten?',
    kind: 'Was brauchen Sie von uns, was andere Kunden vielleicht nicht brauchen?',
  },
  quote: ['„', '“'],
  topics: {
    integration: 'das Zusammenspiel mit Ihren anderen Systemen',
    security: 'das Thema Sicherheit und Datenschutz',
    support: 'die Frage, an wen Sie sich wenden können,',
    sponsorship: 'der Blick Ihrer Geschäftsleitung auf uns',
    ease: 'der Aufwand im Alltag',
    speedToValue: 'die Zeit, bis sich der Einsatz auszahlt,',
    prices: 'die Art, wie wir unsere Preise darstellen,',
    selfService: 'die Möglichkeit, ohne Rückfrage bei uns weiterzukommen,',
    promise: 'das, was Ihnen vor der Unterschrift gesagt wurde,',
    pace: 'die Frage, ob wir mit Ihren Anforderungen Schritt gehalten haben,',
    investing: 'das, was wir zuletzt in das Produkt gesteckt haben,',
    rivals: 'die Auswahl an anderen Anbietern in Ihrem Markt',
    culture: 'die Art, wie bei Ihnen vor Ort Geschäfte gemacht werden,',
    regulation: 'die Rechtslage bei Ihnen vor Ort',
    industryRules: 'das Regelwerk Ihrer Branche',
  },
  probes: {
    part: [
      { kind: 'explain', text: 'Woran haben Sie das gemerkt?' },
      { kind: 'expand', text: 'Wie verhält sich das zu dem, was Sie vorhin genannt haben?' },
      { kind: 'wait', text: 'Zählen Sie im Stillen bis fünf, bevor Sie weitersprechen.' },
    ],
    change: [
      { kind: 'explain', text: 'Wann ist Ihnen das zuerst aufgefallen?' },
      { kind: 'ladder', text: 'Und was hat das für Sie bedeutet?' },
      { kind: 'expand', text: 'Was hat sich sonst noch verändert?' },
    ],
    kind: [
      { kind: 'explain', text: 'Können Sie mir ein Beispiel geben?' },
      { kind: 'expand', text: 'Was ist bei Ihnen sonst noch besonders?' },
      { kind: 'echo', text: 'Wiederholen Sie die letzten Worte Ihres Gegenübers als Frage.' },
    ],
  },
};

/** Languages hypotheses can be worded in; English for every other guide. */
export const hypothesisLanguages: Readonly<Record<string, Language>> = { en: english, de: german };

const languageOf = (tag: string): Language => hypothesisLanguages[tag.slice(0, 2).toLowerCase()] ?? english;

/** What a hypothesis is about as a sentence names it: a starter topic in that language, the survey's own names quoted. */
export function topicIn(hypothesis: { source: string; topic: string }, language: string): string {
  const { topics, quote } = languageOf(language);
  const known = hypothesis.source === 'starter' ? topics[hypothesis.topic] : undefined;
  return known ?? quote.join(hypothesis.topic.replaceAll(/[{}]/g, ''));
}

/** The usual question of a hypothesis, open and without a direction. */
export function hypothesisText(
  hypothesis: { source: string; topic: string; wording: Wording },
  language: string,
): string {
  const about = topicIn(hypothesis, language);
  return languageOf(language).ask[hypothesis.wording].replace('{topic}', () => about);
}

/** Follow-ups to it. */
export const hypothesisProbes = (wording: Wording, language: string): readonly Probe[] =>
  languageOf(language).probes[wording];
