import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { defaultGuide, everyone, languageTagOf } from '#core/guide/index.ts';
import type { GuideModel, ReadyView } from '../guideModel.ts';
import { nextWords } from '../nextWords.ts';
import { changesText, languageName } from '../words.ts';
import type { Hands } from './useHands.ts';

/** The next step: save what is unsaved, test what the survey found, use this guide, or go and call. */
export function Next(props: { model: GuideModel; view: ReadyView; hands: Hands; isUsed: boolean }) {
  const { model, view, hands, isUsed } = props;
  const { changes, guide } = view;
  const cycle = model.cycle.name.value;
  const findings = model.cycle.ground.value ? model.offered.value.filter((h) => h.source === 'finding') : [];
  const bar = (strong: string, text: string, action: string, run: () => void) => (
    <NextBar
      action={
        <button type="button" class="btn do" onClick={run}>
          {action}
        </button>
      }
    >
      <b class="strong">{strong}</b> <span class="quiet">{text}</span>
    </NextBar>
  );
  if (changes)
    return bar(
      nextWords.unsaved,
      nextWords.differs(changesText(changes)),
      nextWords.save(guide.current.version + 1),
      () => void hands.save(),
    );
  const tag = languageTagOf(guide.current.language);
  const speakers = model.cycle.languages.value.find((l) => l.tag === tag);
  const usual = view.guides.find((g) => g.family === (model.cycle.chosen(everyone) || defaultGuide.id));
  if (!isUsed && speakers && tag !== languageTagOf(usual?.current.language ?? ''))
    return bar(
      nextWords.speak(speakers.people, languageName(tag)),
      nextWords.speakWhy,
      nextWords.callThem,
      () => void hands.choose(tag, guide),
    );
  if (cycle && !isUsed)
    return bar(
      nextWords.unused(cycle),
      nextWords.unusedWhy,
      nextWords.use(cycle),
      () => void hands.choose(everyone, guide),
    );
  if (findings.length > 0)
    return bar(
      nextWords.findings(findings.length),
      nextWords.findingsWhy,
      nextWords.take(findings.length),
      () => void hands.take(findings),
    );
  return (
    <NextBar
      action={
        <a class="btn do" href="/interviews">
          {nextWords.calls}
        </a>
      }
    >
      <b class="strong">{nextWords.ready(guide.current.version)}</b>{' '}
      <span class="quiet">{nextWords.readyWhy}</span>
    </NextBar>
  );
}
