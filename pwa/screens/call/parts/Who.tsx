import type { ComponentChildren } from 'preact';
import { BandMark, BandShape, Said } from '#core/browser/parts/marks.tsx';
import { bandWords } from '#core/browser/parts/words.ts';
import { fillsWords } from '../coachWords.ts';
import type { CallModel } from '../model.ts';
import { raisedWords } from '../raisedWords.ts';
import { consentWords, pastWords, words } from '../words.ts';

/** Who this is, in one line: all that a narrow window has room for above the question. */
export function WhoBrief({ model }: { model: CallModel }) {
  const head = model.head.value;
  if (!head) return null;
  return (
    <p class="call-brief">
      <span class="call-score num">
        <BandShape band={head.band} />
        <span>{head.score}</span>
      </span>
      <span class="vh">{bandWords.one[head.band]},</span>
      <b class="strong">{head.name}</b>
      <span class="quiet">{head.accountName}</span>
    </p>
  );
}

export function Who({ model }: { model: CallModel }) {
  const head = model.head.value;
  const person = model.person.value;
  if (!head) return <aside class="call-who" aria-label={words.who} />;
  const segments = Object.values(head.segments);
  const role = [head.role, head.accountName].filter((text) => text !== '').join(', ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard.
    <aside class="call-who" aria-label={words.who} tabIndex={0}>
      <div class="call-id">
        <p class="call-score num">
          <BandShape band={head.band} />
          <span>{head.score}</span>
        </p>
        <div>
          <h2>{head.name || head.email}</h2>
          <p class="quiet">{role}</p>
        </div>
      </div>
      {head.comment ? (
        <Said
          large
          by={
            <>
              <BandMark band={head.band} />
              {head.answeredOn && `, ${words.answered(head.answeredOn)}`}
            </>
          }
        >
          {head.comment}
        </Said>
      ) : (
        <p class="quiet call-nosaid">
          {words.noComment} <BandMark band={head.band} />
          {head.answeredOn && `, ${words.answered(head.answeredOn)}`}
        </p>
      )}
      <dl class="call-facts">
        {segments.length > 0 && <Fact name={words.segments}>{segments.join(', ')}</Fact>}
        {head.revenue !== null && (
          <Fact name={words.worth}>
            <span class="num">{words.worthOf(head.revenue)}</span>
          </Fact>
        )}
        {person?.phone && (
          <Fact name={words.phone}>
            <a class="num" href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>
              {person.phone}
            </a>
          </Fact>
        )}
        {head.email && <Fact name={words.contact}>{breakable(head.email)}</Fact>}
        {person?.reason && <Fact name={words.chosen}>{person.reason}</Fact>}
        {model.fills.value && <Fact name={words.plan}>{fillsWords(model.fills.value)}</Fact>}
        <Fact name={words.before}>
          {pastWords(model.past.value)} <Raised model={model} />
        </Fact>
        <Fact name={words.consent}>
          {consentWords(head)}{' '}
          {model.mayAskAgain.value && (
            <button type="button" class="btn txt" onClick={model.askAgain}>
              {head.consentAsked ? words.change : words.after.askNow}
            </button>
          )}
        </Fact>
      </dl>
    </aside>
  );
}

/** What the last interview with them was about, and the way to it. */
function Raised({ model }: { model: CallModel }) {
  const raised = model.raisedBefore.value;
  if (!raised) return null;
  return (
    <>
      {raisedWords.lead} <a href={`/call/${raised.interview}`}>{raisedWords.themes(raised.themes)}</a>
    </>
  );
}

/** An address may break behind its @, not in the middle of a name. */
function breakable(email: string) {
  const cut = email.lastIndexOf('@') + 1;
  return (
    <>
      {email.slice(0, cut)}
      <wbr />
      {email.slice(cut)}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
