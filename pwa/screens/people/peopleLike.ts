import { isSamePerson, type OutsidePerson } from '#core/sample/index.ts';
import { type Person, shardCount, shardOf } from '#core/waves/index.ts';
import type { PeopleNeeds } from './needs.ts';
import { failed, type Read, type ReadWave } from './reading.ts';

/** Everybody in a wave with this e-mail address or telephone number: one stored part after the other, none of them kept. */
export async function peopleLike(
  { waves }: PeopleNeeds,
  { head, columns }: ReadWave,
  person: OutsidePerson,
): Promise<Read<Person[]>> {
  const parts = Array.from({ length: shardCount(columns.rows) }, (): number[] => []);
  for (let row = 0; row < columns.rows; row++) parts[shardOf(columns, row)]?.push(row);
  const found: Person[] = [];
  try {
    for (const rows of parts) {
      const read = await waves.people(head.id, rows);
      if (!read.ok) return { kind: 'failed', fault: read.why };
      found.push(...read.value.filter((other) => isSamePerson(person, other)));
    }
  } catch (why) {
    return failed(why);
  }
  return { kind: 'read', value: found };
}
