import type { Area } from './guide.ts';

/** The areas by name, as every screen says them. */
export const areaNames: Readonly<Record<Area, string>> = {
  scoreDrivers: 'Score drivers',
  experience: 'Experience detail',
  competition: 'Competitive context',
  priorities: 'Improvement priorities',
};
