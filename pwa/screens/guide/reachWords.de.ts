import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { HypothesisReach } from '#core/guide/index.ts';

export const reachRule =
  'Betreffen jemanden mehr, wird zuerst aus jeder Art eine gefragt, die Arten für wenige Kunden vor denen für alle. Innerhalb einer Art wechselt die Frage von Person zu Person.';

/** "Es betrifft 12 Personen, die noch anzurufen sind. Gefragt werden davon 5." */
export function reachText({ concerns, asked }: HypothesisReach): string {
  if (concerns === 0) return 'Es betrifft niemanden, der noch anzurufen ist.';
  const all = `Es betrifft ${countOf(concerns, 'Person, die noch anzurufen ist', 'Personen, die noch anzurufen sind')}`;
  if (asked === 0)
    return `${all}. Gefragt wird ${concerns === 1 ? 'sie nicht' : 'keine davon'}: Andere Vermutungen kommen zuerst.`;
  if (asked === concerns) return `${all}. Gefragt ${concerns === 1 ? 'wird sie' : 'werden alle'}.`;
  return `${all}. Gefragt ${asked === 1 ? 'wird' : 'werden'} davon ${wholeOf(asked)}.`;
}

export const passedOverText = (name: string): string =>
  `${name || 'Die Person in der Vorschau'} wird nicht danach gefragt: Andere Vermutungen kommen zuerst.`;
