import { unreachable } from '../../model/result.ts';
import type { ColumnProfile } from '../inspection.ts';
import type { CarryDifference } from './differences.ts';
import { told } from './tellWords.ts';

/** What differs from the wave before, one sentence each; what several columns have in common is one sentence. */
export function tellDifferences(
  differences: readonly CarryDifference[],
  columns: readonly ColumnProfile[],
): string[] {
  const groups = new Map<string, CarryDifference[]>();
  for (const difference of differences) {
    const key = likeOthers(difference);
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  return [...groups.values()].map((group) => told(group, columns));
}

/** Differences with the same key are told together. */
function likeOthers(difference: CarryDifference): string {
  switch (difference.kind) {
    case 'renamed':
    case 'valuesChanged':
      return `${difference.kind} ${difference.column}`;
    case 'new':
      return difference.role === 'ignore' ? 'new ignored' : 'new';
    case 'scaleChanged':
      return `scaleChanged ${difference.role} ${difference.low} ${difference.high}`;
    case 'orderChanged':
      return `orderChanged ${difference.now}`;
    case 'gone':
    case 'contentChanged':
      return difference.kind;
    default:
      return unreachable(difference);
  }
}
