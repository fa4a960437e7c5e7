import type { Area } from './guide.ts';

/** The areas by name, as every screen says them. */
export const areaNames: Readonly<Record<Area, string>> = {
  scoreDrivers: 'Score drivers',
  experience: 'Experience detail',
  competition: 'Competitive context',
  priorities: 'Improvement priorities',
};

/** Why a segment's hypothesis is one, for the interviewer: a finding, in a sentence. */
export function findingWhy(segment: string, kind: 'weak' | 'fell' | 'rose', difference: number): string {
  const points = Math.round(Math.abs(difference));
  const by = `${points} ${points === 1 ? 'point' : 'points'}`;
  if (kind === 'weak') return `${segment} scores ${by} below everyone else, beyond noise.`;
  return `${segment} ${kind} ${by} since the survey before, beyond noise.`;
}
