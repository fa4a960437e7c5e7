import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Menu, type MenuItem } from '#core/browser/parts/Menu.tsx';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { eventsFor, isArranged, type PersonEventKind, type RosterEntry, telOf } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { chosenFor } from '../chosenFor.ts';
import { momentText, thereText } from '../dialogWords.ts';
import type { InvitationsModel } from '../invitations.ts';
import type { RosterModel, RosterRefusal } from '../roster.ts';
import type { Line } from '../rosterLines.ts';
import { refusalText, rosterWords, stateNames, windowText } from '../rosterWords.ts';
import { bandNames, words } from '../words.ts';
import { Arrange } from './Arrange.tsx';
import { AskScore } from './AskScore.tsx';
import { HandOver } from './HandOver.tsx';
import { Invite } from './Invite.tsx';
import { useCall } from './useCall.ts';

interface Props {
  line: Line;
  model: RosterModel;
  invitations: InvitationsModel;
}

/** One person to call. A card on a narrow screen. */
export function RosterLine({ line, model, invitations }: Props) {
  const { entry, window } = line;
  const time = windowText(window);
  const chosen = chosenFor(entry);
  return (
    <tr class={line.open ? '' : 'done'}>
      <th scope="row">
        {nameOf(entry)}
        <span class="small quiet">{[entry.role, entry.accountName].filter(Boolean).join(', ')}</span>
        {entry.outside && <span class="small ppl-out">{rosterWords.outside}</span>}
      </th>
      <td class="sc">
        <Score entry={entry} />
      </td>
      <td class="wy small quiet">
        {chosen.why}
        {chosen.instead && <span class="small ppl-block">{chosen.instead}</span>}
      </td>
      <td class={time.late ? 'tm late' : 'tm'}>{line.open ? time.text : ''}</td>
      <td class="rc">
        <Reach line={line} invitations={invitations} />
      </td>
      <td class="st">
        <State line={line} model={model} invitations={invitations} />
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

const nameOf = (entry: RosterEntry): string => entry.name || rosterWords.unnamed;

function Score({ entry: { band, score } }: { entry: RosterEntry }) {
  if (band === null) return <span class="quiet">{rosterWords.unscored}</span>;
  return (
    <BandMark band={band}>
      {score === null ? bandNames[band].one : `${score}, ${bandNames[band].one}`}
    </BandMark>
  );
}

function Reach({ line: { entry, there }, invitations }: Pick<Props, 'line' | 'invitations'>) {
  if (entry.email === '' && entry.phone === '') return <span class="late">{rosterWords.noWay}</span>;
  const tel = telOf(entry.phone);
  return (
    <>
      {entry.phone && (tel ? <a href={tel}>{entry.phone}</a> : <span>{entry.phone}</span>)}
      {entry.email && (
        <a class="mail" href={invitations.mailto(entry)}>
          <Address text={entry.email} />
        </a>
      )}
      {there && <span class="small quiet">{thereText(there)}</span>}
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

function State({ line, model, invitations }: Props) {
  const deps = useDeps();
  const [open, setOpen] = useState<'invite' | 'arrange' | 'hand' | null>(null);
  const { entry } = line;
  const name = nameOf(entry);
  const shut = () => setOpen(null);
  const undo = { name: words.undo, run: () => void model.putBack(entry) };
  const said = (refused: RosterRefusal | null, done: string) =>
    refused ? deps.say(refusalText(refused)) : deps.say(done, undo);
  const step = async (kind: 'decline' | 'noShow' | 'reopen') => {
    const state = { decline: 'declined', noShow: 'noShow', reopen: 'selected' } as const;
    said(await model.step(entry, { kind }), rosterWords.stated(name, stateNames[state[kind]]));
  };
  const doing: Readonly<Record<PersonEventKind, MenuItem>> = {
    invite: {
      name: entry.invitations ? rosterWords.again.invite : rosterWords.events.invite,
      run: () => setOpen('invite'),
    },
    schedule: {
      name: isArranged(entry) ? rosterWords.again.schedule : rosterWords.events.schedule,
      run: () => setOpen('arrange'),
    },
    decline: { name: rosterWords.events.decline, run: () => void step('decline') },
    noShow: { name: rosterWords.events.noShow, run: () => void step('noShow') },
    reopen: { name: rosterWords.events.reopen, run: () => void step('reopen') },
  };
  const items: MenuItem[] = [
    ...eventsFor(entry).map((kind) => doing[kind]),
    ...(entry.call && entry.call.at > 0 && entry.state !== 'held'
      ? [
          {
            name: isArranged(entry) ? rosterWords.calendar : rosterWords.calendarOff,
            run: () => model.saveCalendar(entry),
          },
        ]
      : []),
    ...(line.open && entry.interview === ''
      ? [{ name: rosterWords.handOver, run: () => setOpen('hand') }]
      : []),
    ...(entry.interview === '' && !entry.replacedBy && entry.state !== 'declined'
      ? [
          {
            name: rosterWords.off,
            run: () => void model.takeOff(entry).then((r) => said(r, rosterWords.offDone(name))),
          },
        ]
      : []),
  ];
  const when = isArranged(entry) ? momentText(entry.call?.at ?? 0) : '';
  const label = stateNames[entry.state];
  return (
    <>
      {items.length === 0 ? (
        <span class={entry.state === 'held' ? 'strong' : ''}>{label}</span>
      ) : (
        <Menu
          label={
            <>
              {label}
              <svg class="chev" viewBox="0 0 10 6" aria-hidden="true">
                <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5" />
              </svg>
            </>
          }
          name={`${rosterWords.stateOf(name)}: ${label}`}
          items={items}
        />
      )}
      {when && <span class="small quiet ppl-block">{when}</span>}
      {open === 'invite' && <Invite model={model} invitations={invitations} line={line} onClose={shut} />}
      {open === 'arrange' && <Arrange model={model} line={line} onClose={shut} />}
      {open === 'hand' && <HandOver model={model} line={line} onClose={shut} />}
    </>
  );
}

function Claim({ line, model }: Pick<Props, 'line' | 'model'>) {
  const deps = useDeps();
  const { entry, mine, free } = line;
  const done = (refused: RosterRefusal | null) => {
    if (refused) deps.say(refusalText(refused));
  };
  const who = mine ? rosterWords.you : entry.claimedByName || rosterWords.colleague;
  const may = line.open && entry.interview === '' && (free || mine);
  return (
    <>
      {!free && <span>{who}</span>}
      {may && (
        <button
          type="button"
          class={mine ? 'btn txt small' : 'btn s'}
          aria-label={mine ? rosterWords.releaseName(nameOf(entry)) : rosterWords.claimName(nameOf(entry))}
          onClick={() => void (mine ? model.release(entry) : model.claim(entry)).then(done)}
        >
          {mine ? rosterWords.release : rosterWords.claim}
        </button>
      )}
    </>
  );
}

function Call({ line, model }: Pick<Props, 'line' | 'model'>) {
  const { call, asking, shut } = useCall(model);
  const { entry, mine, free } = line;
  const name = nameOf(entry);
  if (entry.interview !== '')
    return (
      <a
        class="btn s"
        href={`/call/${entry.interview}`}
        aria-label={entry.state === 'held' ? rosterWords.notesName(name) : rosterWords.goOnName(name)}
      >
        {entry.state === 'held' ? rosterWords.open : rosterWords.goOn}
      </a>
    );
  if (!line.open || !line.reachable || !(mine || free)) return null;
  return (
    <>
      <button
        type="button"
        class="btn s"
        aria-label={rosterWords.callName(name)}
        onClick={() => void call(line)}
      >
        {rosterWords.begin}
      </button>
      {asking && <AskScore model={model} line={asking} onClose={shut} />}
    </>
  );
}
