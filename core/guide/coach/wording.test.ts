import { describe, expect, test } from 'vitest';
import { probeKinds } from '../guide.ts';
import type { CoachLanguage, Wording } from './language.ts';
import { coachFor, coachLanguages } from './languages.ts';
import { mechanismParts } from './parts.ts';

/** How an open question begins, and what would lead: an evaluation, a feeling or a cause put into somebody's mouth. */
const rules: Readonly<Record<string, { opens: RegExp; leads: RegExp }>> = {
  en: {
    opens: /^(And )?(what|how|when|where|who|whom|which|tell me)\b/i,
    leads:
      /\b(bad|good|great|poor|slow|fast|late|expensive|cheap|price|annoy\w*|frustrat\w*|angry|disappoint\w*|happy|unhappy|satisf\w*|problem|issue|fault|mistake|failure|broken|bug|because|due to|caused?|blame|agree|right\?|isn't|don't|wouldn't)\b/i,
  },
  de: {
    opens: /^(Und )?(was|wie|wann|wo|wer|wem|wen|welche\w*|woher|wodurch|woran|erzählen Sie)\b/i,
    leads:
      /(?<!\p{L})(schlecht|gut|langsam|teuer|billig|preis|ärger\w*|frustr\w*|enttäusch\w*|zufrieden|unzufrieden|problem|fehler|schuld|kaputt|weil|wegen|verursach\w*|oder\?|nicht wahr|richtig\?)(?!\p{L})/iu,
  },
};

function wordingsOf({ parts, value, beneath, playBack }: CoachLanguage): Wording[] {
  const ofParts = mechanismParts.flatMap((part) => [...parts[part].problem, ...parts[part].strength]);
  return [...ofParts, value, beneath, playBack];
}

/** Its sentences, each as the question it is; one that only frames the question ("this … ") is left out. */
const questionsIn = (text: string) => text.match(/[^.?…]+\?/g)?.map((q) => q.trim()) ?? [];

describe.each(coachLanguages.map((l) => [l.language, l] as const))('the wording in %s', (name, language) => {
  const { opens, leads } = rules[name] ?? { opens: /^$/, leads: /./ };
  const all = wordingsOf(language);

  test.each(all.map((w) => [w.text]))('asks openly and names no cause: %s', (text) => {
    expect(questionsIn(text).length).toBe(1);
    for (const question of questionsIn(text)) expect(question).toMatch(opens);
    expect(text).toMatch(/\?$/);
    expect(text).not.toMatch(leads);
  });

  test('a leading one would be seen', () => {
    const bad: Record<string, string[]> = {
      en: ['Was that annoying?', 'Is it because of the price?', 'Do you agree?', 'How slow was it?'],
      de: ['War das ärgerlich?', 'Liegt das am Preis?', 'Stimmt das?', 'Wie langsam war es?'],
    };
    for (const text of bad[name] ?? [''])
      expect(questionsIn(text).every((q) => opens.test(q)) && !leads.test(text), text).toBe(false);
  });

  test('has every kind of probe, two wordings for each part, none twice', () => {
    const kinds = new Set([...all, language.echo, language.wait].map((w) => w.kind));
    expect([...kinds].sort()).toEqual([...probeKinds].sort());
    for (const part of mechanismParts) {
      const { problem, strength } = language.parts[part];
      expect([problem.length, strength.length]).toEqual([2, 2]);
      expect(new Set([...problem, ...strength].map((w) => w.text)).size).toBe(4);
    }
    expect(new Set(all.map((w) => w.text)).size).toBe(all.length);
  });

  test('an echo says the customer’s words and nothing else', () => {
    expect(language.echo.text.replace(/\{words\}/, '')).toMatch(/^[“„”“]{2}\?$/);
  });

  test('every class that a sign names exists', () => {
    const known = new Set([...Object.keys(language.words), 'gap', 'date']);
    const texts = [...Object.values(language.signs).flat(), ...Object.values(language.words).flat()];
    const named = [...texts, ...language.cause].flatMap((sign) =>
      [...sign.matchAll(/\{(\w+)\}/g)].map(([, className]) => className ?? ''),
    );
    expect(named.filter((className) => !known.has(className))).toEqual([]);
  });
});

test('a guide’s language decides, English where nobody wrote one', () => {
  expect(coachFor('de-CH').language).toBe('de');
  expect(coachFor('DE').language).toBe('de');
  expect(coachFor('en-GB').language).toBe('en');
  expect(coachFor('fr').language).toBe('en');
  expect(coachFor('').language).toBe('en');
});
