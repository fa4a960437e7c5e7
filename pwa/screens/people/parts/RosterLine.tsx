import { Fragment } from 'preact';
import { Menu } from '#core/browser/parts/Menu.tsx';
import { BandMark } from '#core/browser/parts/marks.tsx';
import type { ClaimRefusal, PersonState, RosterEntry } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { Line, RosterModel } from '../roster.ts';
import { refusalText, stateNames, windowText, words } from '../words.ts';
import { useCall } from './useCall.ts';

/** One person to call. A card on a narrow screen. */
export function RosterLine({ line, model }: { line: Line; model: RosterModel }) {
  const { entry, window } = line;
  const time = windowText(window);
  return (
    <tr class={line.open ? '' : 'done'}>
      <th scope="row">
        {nameOf(entry)}
        <span class="small quiet">{[entry.role, entry.accountName].filter(Boolean).join(', ')}</span>
      </th>
      <td class="sc">
        <BandMark band={entry.band}>
          {entry.score}, {entry.band}
        </BandMark>
      </td>
      <td class="wy small quiet">{entry.reason}</td>
      <td class={time.late ? 'tm late' : 'tm'}>{line.open ? time.text : ''}</td>
      <td class="rc">
        <Reach entry={entry} />
      </td>
      <td class="st">
        <State line={line} model={model} />
      </td>
      <td class="cl">
        <Claim line={line} model={model} />
      </td>
      <td class="go">
        <Call line={line} model={model} />
      </td>
    </tr>
  );
}

const nameOf = (entry: RosterEntry): string => entry.name || words.roster.unnamed;

function Reach({ entry }: { entry: RosterEntry }) {
  const { clock } = useDeps();
  if (entry.email === '' && entry.phone === '') return <span class="late">{words.roster.noWay}</span>;
  const there = localTime(entry.timeZone, clock.now());
  return (
    <>
      {entry.phone && <a href={`tel:${entry.phone.replace(/[^\d+]/g, '')}`}>{entry.phone}</a>}
      {entry.email && (
        <a class="mail" href={`mailto:${encodeURIComponent(entry.email).replaceAll('%40', '@')}`}>
          <Address text={entry.email} />
        </a>
      )}
      {there && <span class="small quiet">{words.roster.localTime(there)}</span>}
    </>
  );
}

/** An e-mail address that breaks at its joints rather than inside a word. */
function Address({ text }: { text: string }) {
  return text.split(/(?<=[@.])/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** What the clock says where the customer is; nothing for a zone this browser does not know. */
function localTime(timeZone: string, now: number): string {
  if (timeZone === '') return '';
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
  } catch {
    return '';
  }
}

const settable: readonly PersonState[] = ['selected', 'invited', 'scheduled', 'declined', 'noShow'];

function State({ line: { entry }, model }: { line: Line; model: RosterModel }) {
  const deps = useDeps();
  if (entry.state === 'held') return <span class="strong">{stateNames.held}</span>;
  const off = async () => {
    const refused = await model.takeOff(entry);
    if (refused) deps.say(refusalText(refused));
    else
      deps.say(words.roster.offDone(nameOf(entry)), {
        name: words.undo,
        run: () => void model.putBack(entry),
      });
  };
  return (
    <Menu
      label={
        <>
          {stateNames[entry.state]}
          <svg class="chev" viewBox="0 0 10 6" aria-hidden="true">
            <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </>
      }
      name={`${words.roster.stateOf(nameOf(entry))}: ${stateNames[entry.state]}`}
      items={[
        ...settable.map((state) => ({
          name: stateNames[state],
          current: entry.state === state,
          run: () => void model.setState(entry, state),
        })),
        { name: words.roster.off, run: () => void off() },
      ]}
    />
  );
}

function Claim({ line, model }: { line: Line; model: RosterModel }) {
  const deps = useDeps();
  const { entry, mine, free } = line;
  const done = (refused: ClaimRefusal | null) => {
    if (refused) deps.say(refusalText(refused));
  };
  const who = mine ? words.roster.you : entry.claimedByName || words.roster.colleague;
  const may = line.open && entry.interview === '' && (free || mine);
  return (
    <>
      {!free && <span>{who}</span>}
      {may && (
        <button
          type="button"
          class={mine ? 'btn txt small' : 'btn s'}
          aria-label={mine ? words.roster.releaseName(nameOf(entry)) : words.roster.claimName(nameOf(entry))}
          onClick={() => void (mine ? model.release(entry) : model.claim(entry)).then(done)}
        >
          {mine ? words.roster.release : words.roster.claim}
        </button>
      )}
    </>
  );
}

function Call({ line, model }: { line: Line; model: RosterModel }) {
  const call = useCall(model);
  const { entry, mine, free } = line;
  const name = nameOf(entry);
  if (entry.interview !== '')
    return (
      <a
        class="btn s"
        href={`/call/${entry.interview}`}
        aria-label={entry.state === 'held' ? words.roster.notesName(name) : words.roster.goOnName(name)}
      >
        {entry.state === 'held' ? words.roster.open : words.roster.goOn}
      </a>
    );
  if (!line.open || !line.reachable || !(mine || free)) return null;
  return (
    <button
      type="button"
      class="btn s"
      aria-label={words.roster.callName(name)}
      onClick={() => void call(line)}
    >
      {words.roster.begin}
    </button>
  );
}
