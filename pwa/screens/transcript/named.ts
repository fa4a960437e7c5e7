import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { type Codebook, isAsNamed, retireTheme, takeBackTheme } from '#core/themes/index.ts';

/** A theme that tagging made or, where `uses` is there, brought back: so often it was mentioned before. */
interface NamedTheme {
  id: string;
  name: string;
  uses: Promise<number> | null;
}

export interface NamedNeeds {
  bookDoc: DocName;
  codebook(): Codebook;
  /** Mentions of a theme in this interview and in the others of its cycle. */
  usesOf(theme: string): Promise<number>;
  apply(changes: readonly Change[], why: string): void;
}

/** Themes that were named by tagging in this window: they go when it is taken back, unless somebody has taken them up. */
export function makeNamed({ bookDoc, codebook, usesOf, apply }: NamedNeeds) {
  let all: readonly NamedTheme[] = [];
  const backOf = ({ id, name, uses }: NamedTheme): readonly Change[] => {
    if (!uses) return isAsNamed(codebook(), { id, name }) ? [takeBackTheme(bookDoc, id)] : [];
    const retired = retireTheme(codebook(), bookDoc, id);
    return retired.ok ? retired.value : [];
  };
  return {
    made(id: string, name: string) {
      all = [...all, { id, name, uses: null }];
    },
    /** To be said before it is tagged with. */
    broughtBack(id: string, name: string) {
      all = [...all, { id, name, uses: usesOf(id) }];
    },
    /** Something was taken back. Rejects where it is not known what others are tagged with: then all stay. */
    async settle() {
      for (const one of all) {
        if ((await usesOf(one.id)) > ((await one.uses) ?? 0)) continue;
        all = all.filter((other) => other !== one);
        apply(backOf(one), 'undo');
      }
    },
  };
}
