import { describeFault } from '../words.ts';
import type { ListFault } from './faults.ts';

/** One sentence on why a list was not taken in. */
export function describeListFault(fault: ListFault): string {
  switch (fault.kind) {
    case 'noPersonColumn':
      return 'No column says who was asked: the list needs an e-mail address or an id that the survey has too.';
    case 'noAccountColumn':
      return 'No column names the company: the list needs an account name or an account id.';
    case 'noOutcomeColumn':
      return 'No column says what became of each company: say which one does, or what every line means.';
    case 'noSegmentColumn':
      return 'No column divides these people: to compare with who was invited the list needs a tier, a market or the like.';
    case 'noUsableLine':
      return fault.lines === 1
        ? 'The only line of this list cannot be used: what it needs is empty or not understood.'
        : `None of the ${fault.lines.toLocaleString('en-GB')} lines of this list can be used: what they need is empty or not understood.`;
    default:
      return describeFault(fault);
  }
}
