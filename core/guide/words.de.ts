import type { Area } from './guide.ts';

/** The areas by name, as every screen says them. */
export const areaNames: Readonly<Record<Area, string>> = {
  scoreDrivers: 'Gründe der Wertung',
  experience: 'Erlebnis im Einzelnen',
  competition: 'Wettbewerb',
  priorities: 'Verbesserungen',
};

/** Why a segment's hypothesis is one, for the interviewer: a finding, in a sentence. */
export function findingWhy(segment: string, kind: 'weak' | 'fell' | 'rose', difference: number): string {
  const points = Math.round(Math.abs(difference));
  const by = `${points} ${points === 1 ? 'Punkt' : 'Punkte'}`;
  if (kind === 'weak') return `${segment} liegt ${by} unter allen anderen, mehr als Zufall.`;
  const moved = kind === 'fell' ? 'gefallen' : 'gestiegen';
  return `${segment} ist seit der Umfrage davor um ${by} ${moved}, mehr als Zufall.`;
}
