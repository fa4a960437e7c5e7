import { useEffect, useState } from 'preact/hooks';
import { Brand } from '#core/browser/parts/marks.tsx';
import type { StatusSource } from '../options/ask.ts';
import { patternHere, siteName } from '../options/sitePattern.ts';
import { words as optionWords } from '../options/words.ts';
import { words } from './words.ts';

/** The toolbar popup: the site in front on or off, and what was found on this page. */
export function Popup({ source, address }: { source: StatusSource; address: string }) {
  const status = source.status.value;
  const pattern = patternHere(address);
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    if (pattern) void chrome.permissions.contains({ origins: [pattern] }).then(setOn);
  }, [pattern]);
  const turn = async (on: boolean) => {
    if (!pattern) return;
    const change = { origins: [pattern] };
    const done = on ? chrome.permissions.request(change) : chrome.permissions.remove(change);
    if (await done.catch(() => false)) setOn(on);
  };
  return (
    <main class="popup">
      <Brand />
      {pattern ? (
        <section>
          <h1>{isOn ? words.on(siteName(pattern)) : words.off(siteName(pattern))}</h1>
          {isOn ? (
            <p class="quiet">{status?.page && words.findings[status.page]}</p>
          ) : (
            <p class="quiet">{words.explain}</p>
          )}
          <button type="button" class={isOn ? 'btn' : 'btn do'} onClick={() => void turn(!isOn)}>
            {isOn ? words.turnOff : words.turnOn}
          </button>
        </section>
      ) : (
        <section>
          <h1>{words.noSiteTitle}</h1>
          <p class="quiet">{words.noSite}</p>
        </section>
      )}
      {status && (
        <footer class="small quiet">
          <p>{status.pairing ? optionWords.holds(status.holds) : words.notPaired}</p>
          <button type="button" class="btn txt" onClick={() => void chrome.runtime.openOptionsPage()}>
            {status.pairing ? words.options : words.pair}
          </button>
          {isOn && (
            <button
              type="button"
              class="btn txt"
              onClick={() => void source.ask({ kind: 'hide', hidden: !status.hidden })}
            >
              {status.hidden ? optionWords.show : optionWords.hide}
            </button>
          )}
        </footer>
      )}
    </main>
  );
}
