import type { Probe, ProbeKind } from './guide.ts';

/** The follow-ups that fit any question; the first two tell the interviewer what to do. */
export const probe = (kind: ProbeKind, text: string): Probe => ({ kind, text });
export const wait = probe('wait', 'Count to five before you speak.');
export const echo = probe('echo', 'Say their last words back, as a question.');
export const playBack = probe('playBack', 'What I have heard is this. Where have I got it wrong?');
