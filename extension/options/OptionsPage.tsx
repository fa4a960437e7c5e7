import { Brand } from '#core/browser/parts/marks.tsx';
import { AppSection } from './AppSection.tsx';
import type { StatusSource } from './ask.ts';
import { Hiding } from './Hiding.tsx';
import { OwnDomains } from './OwnDomains.tsx';
import { Sites } from './Sites.tsx';
import { words } from './words.ts';

export function OptionsPage({ source }: { source: StatusSource }) {
  const status = source.status.value;
  return (
    <main class="options">
      <Brand />
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      {status && (
        <>
          <AppSection status={status} source={source} />
          <Sites />
          <OwnDomains domains={status.ownDomains} source={source} />
          <Hiding hidden={status.hidden} source={source} />
        </>
      )}
    </main>
  );
}
