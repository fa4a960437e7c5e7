import * as v from 'valibot';
import type { Fields } from '../model/json.ts';
import { defineRecord } from '../model/record.ts';
import { defaultGuide } from './builtIn.ts';
import { type GuideFamily, type GuideVersion, guidesIn } from './versions.ts';

/**
 * Which guide a cycle is called with: document `cycle/<id>`, collection `guideChoice`. The id is the language of the people
 * it is for ("de"), or `everyone`. Absent while nobody chose: the guide that comes with Sounding.
 */
export const guideChoice = defineRecord(
  'guideChoice',
  v.object({
    /** A guide, not one version: calls begin with its current one. Empty takes the choice back. */
    guide: v.string(),
  }),
);
export const everyone = 'everyone';

/** Languages by their names in English and in their own words, as contacts files state them. */
const tags = [
  ...[
    'ar',
    'bg',
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'et',
    'fi',
    'fr',
    'he',
    'hi',
    'hr',
    'hu',
    'id',
    'it',
    'ja',
  ],
  ...[
    'ko',
    'lt',
    'lv',
    'nl',
    'no',
    'pl',
    'pt',
    'ro',
    'ru',
    'sk',
    'sl',
    'sr',
    'sv',
    'th',
    'tr',
    'uk',
    'vi',
    'zh',
  ],
] as const;

let named: ReadonlyMap<string, string> | null = null;

function tagsByName(): ReadonlyMap<string, string> {
  named ??= new Map(
    tags.flatMap((tag) =>
      ['en', 'de', tag].map((shown): [string, string] => {
        const name = new Intl.DisplayNames([shown], { type: 'language' }).of(tag);
        return [(name ?? tag).toLowerCase(), tag];
      }),
    ),
  );
  return named;
}

/** "de" for "de-AT", "German", "Deutsch"; empty for what names no language. */
export function languageTagOf(text: string): string {
  const said = text.trim().toLowerCase();
  const tag = /^([a-z]{2,3})(?:[-_][a-z0-9-_]*)?$/.exec(said)?.[1] ?? '';
  return tagsByName().get(said) ?? (tags.some((known) => known === tag) ? tag : '');
}

/**
 * The version somebody is called with: what the cycle chose for their language, else for everyone, else the guide that comes
 * with Sounding. A guide this device does not have (yet) is passed over. `choices` and `stored` as read from the documents.
 */
export function guideFor(
  language: string,
  choices: ReadonlyMap<string, Fields>,
  stored: ReadonlyMap<string, Fields>,
): GuideVersion {
  return guideAmong(guidesIn(stored).guides, language, choices).current;
}

/** The same among guides that are read already. */
export function guideAmong(
  guides: readonly GuideFamily[],
  language: string,
  choices: ReadonlyMap<string, Fields>,
): GuideFamily {
  const chosen = (id: string) => {
    const fields = choices.get(id);
    const parsed = fields && guideChoice.parse(id, fields);
    return parsed?.ok ? guides.find((g) => g.family === parsed.value.guide) : undefined;
  };
  const tag = languageTagOf(language);
  const usual = guides.find((g) => g.family === defaultGuide.id);
  const guide = (tag && chosen(tag)) || chosen(everyone) || usual;
  if (!guide) throw new Error('the built-in guide is always there');
  return guide;
}
