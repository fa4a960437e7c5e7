import type { ContactsFault, ImportFault } from '#core/waves/index.ts';

/** Replaced by describeFault of core/waves as soon as that is there. */
export const describeFault = (fault: ImportFault | ContactsFault): string =>
  `This file cannot be read as a survey (${fault.kind}).`;
