import type { Change } from '../../model/change.ts';
import type { DocName } from '../../model/docName.ts';
import { mention } from '../../notes/index.ts';
import { codedTag, coding, starterId } from '../../themes/index.ts';

interface Person {
  id: string;
  name: string;
}

/** An interview that two people coded apart. */
interface CodedTwice {
  doc: DocName;
  /** Its place among the interviews of its cycle: what the second coder hears otherwise follows from it. */
  at: number;
  first: Person;
  second: Person;
  /** When the second handed in, milliseconds since 1970 UTC. */
  doneAt: number;
}

/** A theme that is easily heard beside another one. */
const alsoHeard = starterId('product', 'usability');

/** Both codings of an interview, from the tags of its call: the second coder misses some themes and hears others. */
export function codedTwice(
  call: readonly Change[],
  { doc, at, first, second, doneAt }: CodedTwice,
): Change[] {
  const tags = call.flatMap((change) => {
    if (change.kind !== 'put' || change.collection !== mention.collection) return [];
    const tag = mention.parse(change.id, change.fields);
    return tag.ok ? [tag.value] : [];
  });
  const themes = [...new Set(tags.map((tag) => tag.theme))];
  const handedIn = ({ id, name }: Person, when: number): Change =>
    coding.put(doc, id, { coder: id, coderName: name, startedAt: when - 600_000, doneAt: when });
  const put = (coder: string, note: string, theme: string, severity: 0 | 1 | 2 | 3): Change =>
    codedTag.put(doc, `${coder}:${note}:${theme}`, { coder, note, theme, severity });
  return [
    handedIn(first, doneAt - 3_600_000),
    ...tags.map((tag) => put(first.id, tag.note, tag.theme, tag.severity)),
    handedIn(second, doneAt),
    ...tags.flatMap((tag): Change[] => {
      const turn = 4 * Math.floor(at / 3) + 5 * themes.indexOf(tag.theme);
      if (turn % 9 === 4) return [];
      const same = put(second.id, tag.note, tag.theme, turn % 7 === 2 ? 2 : tag.severity);
      return turn % 9 === 7 ? [same, put(second.id, tag.note, alsoHeard, 1)] : [same];
    }),
  ];
}
