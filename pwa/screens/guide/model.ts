import { computed, effect, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import {
  addQuestion,
  changeQuestion,
  changesBetween,
  contentOf,
  defaultGuide,
  everyone,
  type GuideContent,
  type GuideFamily,
  guideFile,
  guideRecord,
  guidesIn,
  isSameGuide,
  largestGuideFile,
  moveQuestion,
  problemsOfSaving,
  readGuideFile,
  removeQuestion,
  saveGuide,
  starterHypotheses,
} from '#core/guide/index.ts';
import { docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { makeCycle } from './cycle.ts';
import { makeEditing } from './editing.ts';
import { followFindings } from './findings.ts';
import type { GuideModel, GuideNeeds, GuideView, Saved } from './guideModel.ts';
import { makeRespondent } from './respondent.ts';
import { words } from './words.ts';

/** A character of a file is three bytes at most. */
const mostBytes = 3 * largestGuideFile;

/** The editor of guides: what is asked of whom, its versions, and what the cycle does with them. `first`: the guide to begin with. */
export function makeGuideModel(deps: GuideNeeds, first = ''): GuideModel {
  const { replica, session, chance, clock } = deps;
  const doc = docName(session.workspace, 'guides');
  const all = signal<ReturnType<typeof guidesIn> | null>(null);
  const standing = signal<'loading' | 'ready' | 'failed'>('loading');
  /** Empty until what is unsaved of the first one was read. */
  const family = signal('');
  const tried = signal(false);
  const open = signal('');
  const editing = makeEditing(deps);
  const cycle = makeCycle(deps);
  const { findings, dispose: noFindings } = followFindings(deps);

  const guide = computed(() => {
    const guides = all.value?.guides ?? [];
    const usual = cycle.chosen(everyone) || defaultGuide.id;
    return guides.find((g) => g.family === (family.value || first || usual)) ?? guides[0] ?? null;
  });
  const content = computed(
    () => editing.unsaved.value?.content ?? contentOf(guide.value?.current ?? defaultGuide),
  );
  const changes = computed(() => {
    const now = guide.value && changesBetween(guide.value.current, content.value);
    return now && !isSameGuide(now) ? now : null;
  });
  const respondent = makeRespondent(content, cycle.ground);
  const current = () => {
    const now = guide.peek();
    if (!now) throw new Error('no guide is open yet');
    return now;
  };
  /** The version that what is unsaved follows. */
  const base = () => editing.unsaved.peek()?.basedOn ?? current().current.key;
  const edit = (next: GuideContent, tag = '', basedOn = base()) => {
    const before = contentOf(current().current);
    editing.put(basedOn, isSameGuide(changesBetween(before, next)) ? null : next, tag);
  };
  let held: OpenDoc | null = null;
  /** Unsaved edits that say what their version says became that version: they are kept until the disk has it. */
  const settle = () => {
    const now = editing.unsaved.peek();
    const became = guide.peek()?.versions.find(({ key }) => key === now?.basedOn);
    if (!now || !became || held?.save.kind !== 'saved') return;
    if (isSameGuide(changesBetween(became, now.content))) editing.clear();
  };
  const show = (next: string) =>
    editing
      .open(next, () => {
        family.value = next;
        tried.value = false;
        open.value = '';
      })
      .then(settle);
  /** Writes one version and shows its guide. */
  const keep = async (of: GuideFamily | null, what: GuideContent, basedOn: string): Promise<Saved> => {
    const who = { by: session.member, byName: session.memberName, at: clock.now() };
    const saved = saveGuide(doc, of, what, basedOn, who, chance);
    if (!saved.ok) return { kind: 'refused' };
    const state = await replica.applyToDisk(saved.value.changes, {
      who: session.member,
      why: 'save a guide',
    });
    if (of === null) await show(saved.value.family);
    const { key, version } = saved.value;
    return { kind: 'saved', key, version, name: what.name, state };
  };

  let stopSave = () => {};
  const stop = followDoc(
    replica,
    doc,
    (opened) => {
      if (!held) stopSave = opened.watchSave(settle);
      held = opened;
      all.value = guidesIn(opened.read(guideRecord.collection));
      standing.value = 'ready';
    },
    () => {
      standing.value = 'failed';
    },
  );
  // once it is known which guide is first, what was left unsaved of it is read
  let begun = false;
  const begin = effect(() => {
    const settled = standing.value === 'ready' && (cycle.ground.value || deps.state.cycle.value === '');
    if (begun || !settled || !guide.value) return;
    begun = true;
    void show(guide.value.family);
  });
  let saving = false;
  return {
    view: computed((): GuideView => {
      if (standing.value === 'failed') return { kind: 'failed' };
      const now = guide.value;
      if (!now || !all.value || family.value === '') return { kind: 'loading' };
      const { unsaved } = editing;
      const basedOn = unsaved.value?.basedOn;
      const isBehind =
        changes.value && basedOn !== now.current.key && now.versions.some(({ key }) => key === basedOn);
      return {
        kind: 'ready',
        guides: all.value.guides,
        guide: now,
        content: content.value,
        changes: changes.value,
        meanwhile: isBehind ? now.current : null,
        problems: tried.value && changes.value ? problemsOfSaving(now, content.value) : [],
        unreadable: all.value.unreadable,
      };
    }),
    respondent,
    cycle,
    offered: computed(() => {
      const taken = new Set(cycle.ground.value?.hypotheses.map((h) => h.id));
      const people = cycle.ground.value?.people.map((p) => p.segments) ?? [];
      return [...findings.value, ...starterHypotheses(people)].filter((h) => !taken.has(h.id));
    }),
    open,
    canUndo: editing.canUndo,
    canRedo: editing.canRedo,
    kept: editing.kept,
    others: editing.others,
    show,
    takeLeft: editing.takeLeft,
    look: editing.look,
    park: editing.park,
    openQuestion(id) {
      open.value = id;
    },
    changeHead: (head) => edit({ ...content.peek(), ...head }, `head ${Object.keys(head).join(' ')}`),
    add(area) {
      const id = newId<'question'>(chance);
      edit(addQuestion(content.peek(), area, id));
      open.value = id;
    },
    change: (id, fields) =>
      edit(changeQuestion(content.peek(), id, fields), `${id} ${Object.keys(fields).join(' ')}`),
    move: (id, by) => edit(moveQuestion(content.peek(), id, by)),
    remove(id) {
      edit(removeQuestion(content.peek(), id));
      if (open.peek() === id) open.value = '';
    },
    undo: editing.undo,
    redo: editing.redo,
    bringBack: (version) => edit(contentOf(version), '', current().current.key),
    throwAway() {
      edit(contentOf(current().current));
      tried.value = false;
    },
    async save() {
      tried.value = true;
      const what = content.peek();
      if (saving || problemsOfSaving(current(), what).length > 0) return { kind: 'refused' };
      saving = true;
      const saved = await keep(current(), what, base()).finally(() => {
        saving = false;
      });
      // what was typed on while it was written is not saved yet, and stays
      if (saved.kind === 'saved') {
        editing.rebase(saved.key);
        settle();
        tried.value = false;
      }
      return saved;
    },
    copy(name) {
      tried.value = true;
      return keep(null, { ...content.peek(), name }, current().current.key);
    },
    exportFile() {
      const file = `${
        content
          .peek()
          .name.replace(/[^\p{L}\p{N}]+/gu, '-')
          .slice(0, 60) || words.tools.file
      }.guide.json`;
      deps.files.save(file, 'application/json', guideFile(content.peek()));
    },
    async importFile(file) {
      if (file.size > mostBytes) return { kind: 'tooBig', bytes: file.size, most: mostBytes };
      const text = await file.text().catch(() => null);
      if (text === null) return { kind: 'unread' };
      const read = readGuideFile(text);
      return read.ok ? keep(null, read.value, '') : read.why;
    },
    dispose() {
      begin();
      editing.leave();
      stopSave();
      stop();
      noFindings();
      cycle.dispose();
    },
  };
}
