import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Change } from '#core/model/change.ts';
import { docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import type { Result } from '#core/model/result.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import {
  type EditPlace,
  type EditRefusal,
  editsIn,
  inverseOf,
  type SegmentEdits,
  type SegmentView,
  segmentView,
} from '#core/segments/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import type { Look } from './look.ts';

type Needs = Pick<Deps, 'replica' | 'session' | 'chance'>;

/** An edit that was made, and the way back. */
export interface Done {
  kind: 'done';
  undo(): Promise<void>;
}

/** What the team's codebook says about segments: edits and saved views. */
export interface SegmentsBook {
  /** Edits that apply to invented waves, or to real ones; null until the codebook is open. */
  edits(sample: boolean): SegmentEdits | null;
  /** Saved views, by name. */
  views(sample: boolean): readonly SegmentView[];
  edit(
    sample: boolean,
    dimension: string,
    make: (place: EditPlace) => Result<Change[], EditRefusal>,
    why: string,
  ): Promise<Done | EditRefusal>;
  saveView(sample: boolean, name: string, look: Look): Promise<Done>;
  removeView(id: string): Promise<Done>;
  dispose(): void;
}

/** Follows the codebook, in whichever tab or on whichever device it is changed. */
export function openSegmentsBook(deps: Needs): SegmentsBook {
  const name = docName(deps.session.workspace, 'codebook');
  const doc = signal<OpenDoc | null>(null);
  const version = signal(0);
  let stop = () => {};
  let left = false;
  void deps.replica.open(name).then((opened) => {
    if (left) return opened.close();
    stop = opened.watch(() => {
      version.value++;
    });
    doc.value = opened;
  });
  const editsOf = [false, true].map((sample) => steady(doc, version, sample));
  const viewsOf = [false, true].map((sample) =>
    computed(() => {
      version.value;
      return doc.value ? viewsIn(doc.value, sample) : [];
    }),
  );
  const apply = async (changes: readonly Change[], why: string): Promise<Done> => {
    const opened = doc.peek();
    if (!opened) throw new Error('the codebook is not open yet');
    const back = inverseOf(opened, changes);
    const note = { who: deps.session.member, why };
    if (changes.length > 0) await deps.replica.apply(changes, note);
    return { kind: 'done', undo: () => deps.replica.apply(back, { ...note, why: `undo: ${why}` }) };
  };
  return {
    edits: (sample) => editsOf[sample ? 1 : 0]?.value ?? null,
    views: (sample) => viewsOf[sample ? 1 : 0]?.value ?? [],
    async edit(sample, dimension, make, why) {
      const edits = editsOf[sample ? 1 : 0]?.peek();
      if (!edits) throw new Error('the codebook is not open yet');
      const changes = make({ edits, doc: name, dimension });
      return changes.ok ? apply(changes.value, why) : changes.why;
    },
    saveView(sample, title, look) {
      const same = viewsOf[sample ? 1 : 0]?.peek().find((v) => v.name === title);
      const id = same?.id ?? newId(deps.chance);
      const { hidden, cross, ...rest } = look;
      const fields = { ...rest, name: title, sample, hidden: [...hidden], cross: cross && [...cross] };
      return apply(
        [segmentView.put(name, id, fields as Partial<SegmentView>)],
        'save a view of the segments',
      );
    },
    removeView: (id) => apply([segmentView.remove(name, id)], 'remove a view of the segments'),
    dispose() {
      left = true;
      stop();
      doc.peek()?.close();
    },
  };
}

/** Edits as one value that stays the same while they say the same: the codebook changes with every theme, too. */
function steady(
  doc: ReadonlySignal<OpenDoc | null>,
  version: ReadonlySignal<number>,
  sample: boolean,
): ReadonlySignal<SegmentEdits | null> {
  let last: { text: string; edits: SegmentEdits } | null = null;
  return computed(() => {
    version.value;
    if (!doc.value) return null;
    const edits = editsIn(doc.value, sample);
    const text = JSON.stringify([
      [...edits.dimensions],
      [...edits.values].map(([dimension, values]) => [dimension, [...values]]),
      edits.made,
    ]);
    if (last?.text !== text) last = { text, edits };
    return last.edits;
  });
}

function viewsIn(doc: OpenDoc, sample: boolean): SegmentView[] {
  return [...doc.read(segmentView.collection)]
    .flatMap(([id, fields]) => {
      const view = segmentView.parse(id, fields);
      return view.ok && view.value.sample === sample ? [view.value] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}
