import { effect } from '@preact/signals-core';
import {
  type StepId,
  type StepTick,
  stepIds,
  stepTick,
  type WeekEntry,
  weekEntry,
} from '#core/cycles/index.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { RecordKind } from '#core/model/record.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { cycleHead, rosterEntry, selectionPlan } from '#core/sample/index.ts';
import {
  type CustomerFigures,
  customerFigures,
  figuresId,
  type InvitedFigures,
  invitedFigures,
  type RenewalFigures,
  renewalFigures,
} from '#core/waves/index.ts';
import type { QuarterNeeds } from './needs.ts';

/** What this screen reads of a cycle's document. */
export interface CycleParts {
  doc: DocName;
  /** Its own first day; empty where only the workspace's list has one. */
  startsOn: string;
  chosen: number;
  held: number;
  open: number;
  /** Segments chosen; null while the proposed ones stand. */
  segments: number | null;
  weeks: ReadonlyMap<number, WeekEntry>;
  ticks: ReadonlyMap<StepId, StepTick>;
  invited: InvitedFigures | null;
  customers: CustomerFigures | null;
  renewals: RenewalFigures | null;
}

/** Follows the document of the cycle on screen, whoever changes it; null until it is open. */
export function followCycle(deps: QuarterNeeds, into: { value: CycleParts | null }): () => void {
  let leave = () => {};
  const stop = effect(() => {
    const cycle = parseId<'cycle'>(deps.state.cycle.value);
    leave();
    into.value = null;
    leave = cycle.ok ? follow(deps, docName(deps.session.workspace, 'cycle', cycle.value), into) : () => {};
  });
  return () => {
    stop();
    leave();
  };
}

function follow(deps: QuarterNeeds, name: DocName, into: { value: CycleParts | null }): () => void {
  let left = false;
  let doc: OpenDoc | null = null;
  let stop = () => {};
  void deps.replica.open(name).then((opened) => {
    if (left) return opened.close();
    doc = opened;
    const read = () => {
      into.value = partsOf(opened);
    };
    stop = opened.watch(read);
    read();
  });
  return () => {
    left = true;
    stop();
    doc?.close();
  };
}

function partsOf(doc: OpenDoc): CycleParts {
  const roster = all(doc, rosterEntry);
  const of = (...states: readonly string[]) => roster.filter(({ state }) => states.includes(state)).length;
  const weeks = all(doc, weekEntry).map((entry) => [Number(entry.id), entry] as const);
  const ticks = all(doc, stepTick).flatMap((tick) => {
    const id = stepIds.find((step) => step === tick.id);
    return id ? [[id, tick] as const] : [];
  });
  return {
    doc: doc.name,
    startsOn: one(doc, cycleHead, 'head')?.startsOn ?? '',
    chosen: roster.length,
    held: of('held'),
    open: of('selected', 'invited', 'scheduled'),
    segments: one(doc, selectionPlan, 'plan')?.segments?.length ?? null,
    weeks: new Map(weeks),
    ticks: new Map(ticks),
    invited: one(doc, invitedFigures, figuresId),
    customers: one(doc, customerFigures, figuresId),
    renewals: one(doc, renewalFigures, figuresId),
  };
}

type Read<T> = Pick<RecordKind<T & object>, 'collection' | 'parse'>;

function all<T>(doc: OpenDoc, kind: Read<T>): (T & { readonly id: string })[] {
  return [...doc.read(kind.collection)].flatMap(([id, fields]) => {
    const parsed = kind.parse(id, fields);
    return parsed.ok ? [parsed.value] : [];
  });
}

function one<T>(doc: OpenDoc, kind: Read<T>, id: string): (T & { readonly id: string }) | null {
  const fields = doc.read(kind.collection).get(id);
  const parsed = fields && kind.parse(id, fields);
  return parsed?.ok ? parsed.value : null;
}
