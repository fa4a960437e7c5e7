import { effect, type Signal, signal } from '@preact/signals';
import { type Language, languages } from '#core/model/language.ts';
import { type ThemeChoice, themes, type WindowMemory } from './deps.ts';
import type { Remembered } from './state.ts';

/** Small things of this window; a browser without storage forgets them, nothing else happens. */
function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // forgotten with the window
  }
}

/** The cycle last on screen, per workspace. */
export const rememberedCycle = (workspace: string): Remembered => ({
  read: () => read(`sounding-cycle-${workspace}`),
  write: (cycle) => write(`sounding-cycle-${workspace}`, cycle),
});

/** How screens of a workspace were last looked at. */
export const windowMemory = (workspace: string): WindowMemory => ({
  read: (key) => read(`sounding-${key}-${workspace}`),
  write: (key, text) => write(`sounding-${key}-${workspace}`, text),
});

const languageKey = 'sounding-language';

/** The language the user chose for the interface, else the first of the browser's that Sounding speaks, else English. */
export function rememberedLanguage(): Language {
  const wanted = [read(languageKey), ...navigator.languages].map((tag) => tag.split('-')[0]);
  return wanted.flatMap((tag) => languages.filter((l) => l === tag))[0] ?? 'en';
}

export const rememberLanguage = (language: Language): void => write(languageKey, language);

/** The theme the user chose; public/theme.js sets it again before the next first paint. */
export function rememberedTheme(): Signal<ThemeChoice> {
  const theme = signal<ThemeChoice>(themes.find((t) => t === read('sounding-theme')) ?? 'system');
  effect(() => {
    const choice = theme.value;
    write('sounding-theme', choice === 'system' ? '' : choice);
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  });
  return theme;
}
