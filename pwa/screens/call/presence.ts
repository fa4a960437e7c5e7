import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { areas } from '#core/guide/index.ts';
import type { DocName } from '#core/model/docName.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { PresenceLink, Present } from '#core/ports/presence.ts';
import type { Session } from '#core/ports/session.ts';

/** Milliseconds without a key after which somebody has stopped typing. */
const typingFor = 4000;

export interface PresenceNeeds {
  link: PresenceLink | undefined;
  doc: DocName;
  session: Session;
  clock: Clock;
  /** Area of the question on screen, empty for none. */
  area: ReadonlySignal<string>;
  line: ReadonlySignal<string>;
}

/** Who else is in this call, and that this window is. */
export interface CallPresence {
  /** One entry a person: typing goes before not, in the order they came. */
  others: ReadonlySignal<readonly Present[]>;
  /** Once a second: typing stops by itself. */
  tick(): void;
  leave(): void;
}

export function attendCall({ link, doc, session, clock, area, line }: PresenceNeeds): CallPresence {
  const attendance = link?.attend(doc);
  if (!attendance) return { others: computed(() => []), tick: () => {}, leave: () => {} };
  const here = signal<readonly Present[]>(attendance.others);
  const typing = signal(false);
  let keyAt = Number.NEGATIVE_INFINITY;
  const stops = [
    attendance.watch(() => {
      here.value = attendance.others;
    }),
    effect(() => {
      if (line.value !== '') keyAt = clock.steady();
      typing.value = line.value !== '';
    }),
    effect(() => {
      const { member, memberName: name } = session;
      attendance.say({ member, name, area: area.value, typing: typing.value });
    }),
  ];
  return {
    others: computed(() => onePerson(here.value.filter((p) => p.member !== session.member))),
    tick() {
      if (clock.steady() - keyAt > typingFor) typing.value = false;
    },
    leave() {
      for (const stop of stops) stop();
      attendance.leave();
    },
  };
}

/** Somebody with two windows is one person. What others say of themselves is checked: an area nobody knows is none. */
function onePerson(all: readonly Present[]): Present[] {
  const found = new Map<string, Present>();
  for (const one of all) {
    const before = found.get(one.member);
    if (before?.typing && !one.typing) continue;
    found.set(one.member, { ...one, area: areas.find((a) => a === one.area) ?? '' });
  }
  return [...found.values()];
}
