import type { Chance } from '../model/chance.ts';
import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { newId } from '../model/ids.ts';
import type { Fields, Json } from '../model/json.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { builtInGuides } from './builtIn.ts';
import { type GuideProblem, problemsIn } from './check.ts';
import type { Area, Guide } from './guide.ts';
import { guideKey, guideRecord } from './records.ts';

/** What a guide says, without its place among the versions. */
export type GuideContent = Omit<Guide, 'id' | 'version'>;

/**
 * One version of a guide. Its `id` is the guide's own with a tail that chance gave this version ("default~k3…"), so that two
 * people who save "version 3" on two devices write two records; both keep theirs. Interviews hold `id` and `version`.
 */
export interface GuideVersion extends Guide {
  key: string;
  /** The guide it is a version of. */
  family: string;
  builtIn: boolean;
  by: string;
  byName: string;
  /** Milliseconds since 1970 UTC; 0 for not known. */
  at: number;
  basedOn: string;
}

/** A guide with all its versions. */
export interface GuideFamily {
  family: string;
  /** What interviews that begin now are held with. */
  current: GuideVersion;
  /** Newest first. */
  versions: readonly GuideVersion[];
  /** Saved elsewhere at the same time as the current one, under the same number: kept, but not used. */
  beside: readonly GuideVersion[];
}

const tail = '~';

/** The guide that a version's id belongs to. */
export const familyOf = (id: string): string => id.split(tail)[0] ?? id;

/** A version as the list shows it. */
function builtInVersion(guide: Guide): GuideVersion {
  const { id, version } = guide;
  return {
    ...guide,
    key: guideKey(id, version),
    family: id,
    builtIn: true,
    by: '',
    byName: '',
    at: 0,
    basedOn: '',
  };
}

function storedVersion(key: string, fields: Fields): GuideVersion | null {
  const cut = key.lastIndexOf('.');
  const [id, version] = [key.slice(0, cut), Number(key.slice(cut + 1))];
  if (cut < 1 || !Number.isSafeInteger(version) || version < 0) return null;
  const parsed = guideRecord.parse(id, fields);
  if (!parsed.ok) return null;
  return { ...parsed.value, id, version, key, family: familyOf(id), builtIn: false };
}

/**
 * All guides, those that come with Sounding first, then by name. Current is the highest number; of two with the same number
 * the one saved later, then the greater key, so that every device takes the same. `unreadable`: stored versions left out.
 */
export function guidesIn(stored: ReadonlyMap<string, Fields>): {
  guides: readonly GuideFamily[];
  unreadable: number;
} {
  const read = [...stored].map(([key, fields]) => storedVersion(key, fields));
  const own = read.filter((version) => version !== null);
  const families = Map.groupBy([...builtInGuides.map(builtInVersion), ...own], ({ family }) => family);
  const guides = [...families].map(([family, versions]) => familyFrom(family, versions));
  const place = ({ family }: GuideFamily) => {
    const at = builtInGuides.findIndex((g) => g.id === family);
    return at < 0 ? builtInGuides.length : at;
  };
  guides.sort((a, b) => place(a) - place(b) || a.current.name.localeCompare(b.current.name, 'en'));
  return { guides, unreadable: read.length - own.length };
}

function familyFrom(family: string, versions: readonly GuideVersion[]): GuideFamily {
  const sorted = versions.toSorted(
    (a, b) => b.version - a.version || b.at - a.at || (a.key < b.key ? 1 : -1),
  );
  const [current] = sorted;
  if (!current) throw new Error('a guide has at least one version');
  const beside = sorted.filter((v) => v !== current && v.version === current.version);
  return { family, current, versions: sorted, beside };
}

/** In which area each question of a guide was asked, over all its versions, the newest deciding. */
function areasOf(guide: GuideFamily | null): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  for (const { questions } of guide?.versions.toReversed() ?? [])
    for (const { id, area } of questions) areas.set(id, area);
  return areas;
}

/** What keeps this content from being saved as a version of `guide`, or of a new one where that is null. */
export const problemsOfSaving = (guide: GuideFamily | null, content: GuideContent): GuideProblem[] =>
  problemsIn(content, areasOf(guide));

/** What a version says. */
export const contentOf = ({ name, language, minutes, questions }: GuideContent): GuideContent => ({
  name,
  language,
  minutes,
  questions,
});

/** Who saves, and when: milliseconds since 1970 UTC. */
export interface Saver {
  by: string;
  byName: string;
  at: number;
}

/**
 * Saves a guide as a version of its own: the next one of `guide`, or the first of a new guide where that is null. No version
 * that exists is touched. Refused with every problem it has.
 */
export function saveGuide(
  doc: DocName,
  guide: GuideFamily | null,
  content: GuideContent,
  basedOn: string,
  who: Saver,
  chance: Chance,
): Result<{ changes: Change[]; key: string; family: string; version: number }, readonly GuideProblem[]> {
  const problems = problemsOfSaving(guide, content);
  if (problems.length > 0) return fail(problems);
  const family = guide?.family ?? newId<'guide'>(chance);
  const version = (guide?.current.version ?? 0) + 1;
  const key = guideKey(`${family}${tail}${newId<'guide'>(chance)}`, version);
  const fields = { ...contentOf(content), ...who, basedOn };
  // through JSON: what is absent is not stored as undefined
  const plain = JSON.parse(JSON.stringify(fields)) as Record<string, Json>;
  return ok({ changes: [guideRecord.put(doc, key, plain)], key, family, version });
}
