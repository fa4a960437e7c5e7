import type { Band } from '../waves/index.ts';

/** The four parts of every conversation, always all four. */
export const areas = ['scoreDrivers', 'experience', 'competition', 'priorities'] as const;
export type Area = (typeof areas)[number];

/** Kinds of follow-up; none of them leads. */
export const probeKinds = ['wait', 'echo', 'expand', 'explain', 'playBack', 'ladder'] as const;
export type ProbeKind = (typeof probeKinds)[number];

/** One follow-up: said as it stands, except `wait` and `echo`, which tell the interviewer what to do. */
export interface Probe {
  kind: ProbeKind;
  text: string;
}

/** Whom something is for beside the band: those whose value of a dimension is one of these. */
export interface Condition {
  /** "Tier"; empty for whichever dimension has the value. */
  dimension: string;
  values: readonly string[];
}

/** One scripted question of an area. */
export interface Question {
  id: string;
  area: Area;
  text: string;
  probes: readonly Probe[];
  /** Asked of these bands only; of everyone when empty. */
  bands: readonly Band[];
  /** Asked only where all of these hold; of everyone when absent or empty. */
  when?: readonly Condition[] | undefined;
  /** Id of the question of the same area whose place it takes for those it is for. */
  insteadOf?: string | undefined;
  /** For the interviewer's eyes: what is being tested. Not said. */
  why?: string | undefined;
}

/** The script of a conversation, in one language. */
export interface Guide {
  id: string;
  /** Grows with every edit; an interview keeps the version it was held with. */
  version: number;
  name: string;
  language: string;
  /** Planned minutes per area. */
  minutes: Readonly<Record<Area, number>>;
  questions: readonly Question[];
}
