import type { ContactsFault, ImportFault } from '../faults.ts';

/** Why a list cannot be read. Nothing is stored then. */
export type ListFault =
  | ImportFault
  | ContactsFault
  /** Neither an id nor an e-mail: nobody on it can be recognised among the answers. */
  | { kind: 'noPersonColumn'; columns: number }
  | { kind: 'noAccountColumn'; columns: number }
  | { kind: 'noOutcomeColumn'; columns: number }
  | { kind: 'noSegmentColumn'; columns: number }
  /** Not one line can be used: every one is without a key, or without a known outcome. */
  | { kind: 'noUsableLine'; lines: number };
