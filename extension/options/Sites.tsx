import { useEffect, useState } from 'preact/hooks';
import { patternHere, siteName } from './sitePattern.ts';
import { words } from './words.ts';

/** Sites that are on: the browser's own list of what was granted, nothing beside it. */
export function Sites() {
  const [sites, setSites] = useState<readonly string[]>([]);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const load = () => void chrome.permissions.getAll().then((all) => setSites(all.origins ?? []));
    load();
    chrome.permissions.onAdded.addListener(load);
    chrome.permissions.onRemoved.addListener(load);
    return () => {
      chrome.permissions.onAdded.removeListener(load);
      chrome.permissions.onRemoved.removeListener(load);
    };
  }, []);
  const turnOn = async (event: Event) => {
    event.preventDefault();
    const pattern = patternHere(address.trim());
    if (!pattern) return setProblem(words.notASite);
    setProblem('');
    // Asked in the same turn as the click: the browser takes no request without one.
    const isOn = await chrome.permissions.request({ origins: [pattern] }).catch(() => false);
    if (isOn) setAddress('');
    else setProblem(words.refused);
  };
  return (
    <section class="sect">
      <h2>{words.sites}</h2>
      {sites.length === 0 && <p class="quiet">{words.noSites}</p>}
      <ul class="sites">
        {sites.map((site) => (
          <li key={site}>
            <span>{siteName(site)}</span>
            <button
              type="button"
              class="btn s"
              aria-label={words.turnOffFor(siteName(site))}
              onClick={() => void chrome.permissions.remove({ origins: [site] })}
            >
              {words.turnOff}
            </button>
          </li>
        ))}
      </ul>
      <form class="field" onSubmit={(event) => void turnOn(event)}>
        <label for="address">{words.address}</label>
        <input
          id="address"
          type="url"
          inputMode="url"
          placeholder="https://crm.example/contacts/14"
          value={address}
          aria-describedby="address-problem"
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <button type="submit" class="btn">
          {words.turnOn}
        </button>
        <p id="address-problem" class="problem" role="status">
          {problem}
        </p>
      </form>
    </section>
  );
}
