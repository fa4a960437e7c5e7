import * as v from 'valibot';
import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { Fields } from '../model/json.ts';
import { defineRecord } from '../model/record.ts';
import type { Codebook } from './codebook.ts';
import { longestOwner } from './edit.ts';
import { type Category, categories } from './records.ts';
import type { ThemeTree } from './tree.ts';
import { usualOwners } from './words.ts';

/** Who answers for a category in this workspace. Document `codebook`, collection `categoryOwner`, id: the category. */
export const categoryOwner = defineRecord('categoryOwner', v.object({ owner: v.fallback(v.string(), '') }));

/** Owners of the categories as somebody set them; empty where the usual one stands. */
export type CategoryOwners = Readonly<Record<Category, string>>;

/** Reads the collection `categoryOwner`. */
export function categoryOwnersOf(stored: ReadonlyMap<string, Fields>): CategoryOwners {
  const owners = { product: '', service: '', value: '', competitive: '' };
  for (const category of categories) {
    const parsed = categoryOwner.parse(category, stored.get(category) ?? {});
    if (parsed.ok) owners[category] = parsed.value.owner;
  }
  return owners;
}

/** Sets who answers for a category; empty: the usual one again. */
export function ownCategory(doc: DocName, category: Category, owner: string): Change[] {
  const name = owner.trim().replace(/\s+/g, ' ').slice(0, longestOwner);
  return [categoryOwner.put(doc, category, { owner: name === usualOwners[category] ? '' : name })];
}

/** Who answers for a theme, and where that was said. */
export interface OwnerReading {
  owner: string;
  /** `theme`: here; `above`: at a theme it is a part of; `category`: for the category; `usual`: nobody has said. */
  from: 'theme' | 'above' | 'category' | 'usual';
}

/** The owner of a theme: its own, else that of the nearest theme above it, else that of its category. */
export function ownerOf(
  codebook: Codebook,
  tree: ThemeTree,
  owners: CategoryOwners,
  id: string,
): OwnerReading {
  for (let at = id; at !== ''; at = tree.parentOf(at)) {
    const owner = codebook.all.get(at)?.owner ?? '';
    if (owner !== '') return { owner, from: at === id ? 'theme' : 'above' };
  }
  const category = codebook.all.get(id)?.category ?? 'product';
  const set = owners[category];
  return set === '' ? { owner: usualOwners[category], from: 'usual' } : { owner: set, from: 'category' };
}
