import { type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import type { Fields } from '#core/model/json.ts';
import { recordIn } from '#core/model/record.ts';
import type { InterviewHead } from '#core/notes/index.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { type Fills, type RosterEntry, rosterEntry } from '#core/sample/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { cycleDocOf, keepNew } from './documents.ts';
import { fillsIn } from './fills.ts';
import { readPast, usedInOthers } from './past.ts';

/** What the cycle and earlier interviews know of whom the call is with. It only adds to what is on screen. */
export interface Customer {
  person: ReadonlySignal<RosterEntry | null>;
  /** What the call does for the open quotas of its cycle; null while nothing is planned. */
  fills: ReadonlySignal<Fills | null>;
  /** Earlier interviews of this person, newest first. */
  past: ReadonlySignal<readonly InterviewFacts[]>;
  /** Everybody in the cycle, as stored. */
  roster: ReadonlySignal<ReadonlyMap<string, Fields>>;
  /** Themes of the cycle's interviews, the last used first. */
  usedBefore: ReadonlySignal<readonly string[]>;
  /** How often other interviews of the cycle are tagged with a theme, as far as this device knows. */
  usedElsewhere: ReadonlySignal<ReadonlyMap<string, number>>;
  /** Begins to read, once it is known who it is. */
  begin(head: InterviewHead): void;
  dispose(): void;
}

export function makeCustomer(
  { replica, facts, session }: Pick<Deps, 'replica' | 'facts' | 'session'>,
  interview: string,
): Customer {
  const person = signal<RosterEntry | null>(null);
  const fills = signal<Fills | null>(null);
  const past = signal<readonly InterviewFacts[]>([]);
  const roster = signal<ReadonlyMap<string, Fields>>(new Map());
  const usedBefore = signal<readonly string[]>([]);
  const usedElsewhere = signal<ReadonlyMap<string, number>>(new Map());
  let stop = () => {};
  let stopFacts = () => {};

  const follow = (now: InterviewHead) => {
    const name = cycleDocOf(session.workspace, now);
    if (!name) return;
    const read = (cycle: OpenDoc) => {
      keepNew(person, recordIn(cycle, rosterEntry, now.person));
      keepNew(fills, fillsIn(cycle, now.person));
      roster.value = cycle.read(rosterEntry.collection);
    };
    stop = followDoc(replica, name, read, () => {});
  };
  return {
    person,
    fills,
    past,
    roster,
    usedBefore,
    usedElsewhere,
    begin(now) {
      follow(now);
      const readElsewhere = () =>
        void usedInOthers(facts, now, interview).then(
          (found) => {
            usedElsewhere.value = found;
          },
          () => {},
        );
      stopFacts = facts.watch(readElsewhere);
      readElsewhere();
      // A call is held without its past as well.
      readPast(facts, now, interview).then(
        (found) => {
          past.value = found.past;
          usedBefore.value = found.used;
        },
        () => {},
      );
    },
    dispose() {
      stop();
      stopFacts();
    },
  };
}
