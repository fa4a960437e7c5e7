import type { Status } from '../background/messages.ts';
import type { StatusSource } from './ask.ts';
import { words } from './words.ts';

/** Whom this extension belongs to, what it holds, and the code that pairs it. */
export function AppSection({ status, source }: { status: Status; source: StatusSource }) {
  const { pairing, code, holds } = status;
  return (
    <section class="sect">
      <h2>{words.app}</h2>
      {pairing ? (
        <>
          <p>{words.paired(pairing.origin, pairing.pairedAt)}</p>
          <p class="quiet">{words.holds(holds)}</p>
          <button type="button" class="btn" onClick={() => void source.ask({ kind: 'unpair' })}>
            {words.unpair}
          </button>
        </>
      ) : (
        <>
          <p>{words.notPaired}</p>
          {code && (
            <div class="code" role="status">
              <output class="num">{code.text}</output>
              <p>{words.codeHow}</p>
              <p class="small quiet">
                {words.codeLasts((code.until - source.now.value) / 1000, code.triesLeft)}
              </p>
            </div>
          )}
          <button
            type="button"
            class={code ? 'btn' : 'btn do'}
            onClick={() => void source.ask({ kind: 'newCode' })}
          >
            {code ? words.newCode : words.showCode}
          </button>
        </>
      )}
    </section>
  );
}
