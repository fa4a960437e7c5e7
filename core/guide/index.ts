export { type Area, areas, type Guide, type Probe, type ProbeKind, type Question } from './guide.ts';
