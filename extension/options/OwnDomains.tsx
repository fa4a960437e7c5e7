import { useState } from 'preact/hooks';
import type { StatusSource } from './ask.ts';
import { words } from './words.ts';

/** Domains whose addresses are colleagues. */
export function OwnDomains({ domains, source }: { domains: readonly string[]; source: StatusSource }) {
  const [typed, setTyped] = useState(domains.join(', '));
  const [isSaved, setSaved] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    const wanted = typed.split(/[\s,;]+/).filter((text) => text !== '' && text.length <= 253);
    await source.ask({ kind: 'ownDomains', domains: wanted.slice(0, 50) });
    setTyped(source.status.value?.ownDomains.join(', ') ?? '');
    setSaved(true);
  };
  return (
    <section class="sect">
      <h2>{words.own}</h2>
      <p class="quiet">{words.ownWhy}</p>
      <form class="field" onSubmit={(event) => void save(event)}>
        <label for="own">{words.ownField}</label>
        <input
          id="own"
          type="text"
          autocomplete="off"
          placeholder="acme.example"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setSaved(false);
          }}
        />
        <button type="submit" class="btn">
          {words.save}
        </button>
        <p class="quiet" role="status">
          {isSaved && words.saved}
        </p>
      </form>
    </section>
  );
}
