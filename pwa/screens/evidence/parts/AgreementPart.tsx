import { useState } from 'preact/hooks';
import { decimalOf, listOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import { IntervalPlot } from '#core/browser/parts/IntervalPlot.tsx';
import { BandMark } from '#core/browser/parts/marks.tsx';
import type { CodingFact, InterviewFacts, ThemeAgreement } from '#core/themes/index.ts';
import { agreementFinding, agreementLede, agreementWords, kappaText, themeName } from '../agreementWords.ts';
import type { EvidenceModel } from '../model.ts';
import { Differences } from './Differences.tsx';
import { PartPage } from './PartPage.tsx';

const rowsAtFirst = 12;

/** Whether two people hear the same: what is to be coded, how far they agree, and what is to be talked over. */
export function AgreementPart({ model }: { model: EvidenceModel }) {
  const now = model.agreement.value;
  const view = model.view.value;
  if (!now || view.kind !== 'ready') return null;
  const held = view.facts.filter((f) => f.notes > 0).sort(byNeed(model.me));
  const next = held.find((f) => isMine(f, model.me));
  return (
    <PartPage
      model={model}
      finding={agreementFinding(now)}
      lede={agreementLede(now)}
      rules={agreementWords.rules}
      next={
        next
          ? { ...agreementWords.toCode, text: agreementWords.how, href: codeHref(next) }
          : { ...agreementWords.allCoded, href: '/drivers' }
      }
    >
      {now.themes.length > 0 && <Themes themes={now.themes} />}
      {now.coded.length > 0 && <Differences model={model} all={now.disagreements} />}
      <ToCode held={held} me={model.me} />
    </PartPage>
  );
}

const codeHref = (f: InterviewFacts): string => `/evidence/code/${encodeURIComponent(f.interview)}`;
const mineIn = ({ codings = [] }: InterviewFacts, me: string) => codings.find((c) => c.coder === me);

const othersIn = ({ codings = [] }: InterviewFacts, me: string) =>
  codings.filter((c) => c.coder !== me && c.doneAt > 0);

/** Still to be coded by me: not handed in, and not coded by two others, whose difference is on screen. */
const isMine = (f: InterviewFacts, me: string): boolean =>
  !mineIn(f, me)?.doneAt && othersIn(f, me).length < 2;

/** What I have begun first, then what somebody has handed in and waits for a second coder, then what nobody has. */
function byNeed(me: string) {
  const need = (f: InterviewFacts): number => {
    if (!isMine(f, me)) return 3;
    if (mineIn(f, me)) return 0;
    return othersIn(f, me).length === 1 ? 1 : 2;
  };
  return (a: InterviewFacts, b: InterviewFacts) => need(a) - need(b) || a.startedAt - b.startedAt;
}

/** First the themes that somebody heard differently; those heard alike throughout wait behind a press. */
function Themes({ themes }: { themes: readonly ThemeAgreement[] }) {
  const [all, setAll] = useState(false);
  const unlike = themes.filter((t) => t.alike < 1).length || themes.length;
  const shown = all ? themes : themes.slice(0, Math.min(rowsAtFirst, unlike));
  const lows = themes.map(({ kappa }) => (kappa.kind === 'kappa' ? kappa.low : 0));
  const axis = [Math.floor(10 * Math.min(0, ...lows)) / 10, 1] as const;
  return (
    <section>
      <div class="sect-h">
        <h2>{agreementWords.themes}</h2>
      </div>
      <table class="evi-t evi-agr">
        <caption class="vh">{agreementWords.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{agreementWords.heads.theme}</th>
            <th scope="col" class="rt">
              {agreementWords.heads.both}
            </th>
            <th scope="col" class="rt">
              {agreementWords.heads.one}
            </th>
            <th scope="col" class="rt">
              {agreementWords.heads.neither}
            </th>
            <th scope="col" class="rt">
              {agreementWords.heads.alike}
            </th>
            <th scope="col" class="evi-plot-h">
              <span>{axis[0] < 0 ? decimalOf(axis[0]) : wholeOf(axis[0])}</span>
              <span>{agreementWords.heads.plot}</span>
              <span>{wholeOf(axis[1])}</span>
            </th>
            <th scope="col" class="rt">
              {agreementWords.heads.kappa}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((theme) => (
            <ThemeLine key={theme.theme} theme={theme} axis={axis} />
          ))}
        </tbody>
      </table>
      {themes.length > shown.length && (
        <button type="button" class="btn s evi-more" onClick={() => setAll(true)}>
          {agreementWords.more(themes.length - shown.length)}
        </button>
      )}
    </section>
  );
}

const hasInterval = ({ kappa }: ThemeAgreement): boolean => kappa.kind === 'kappa' && kappa.standardError > 0;

function ThemeLine({ theme, axis }: { theme: ThemeAgreement; axis: readonly [number, number] }) {
  const { kappa } = theme;
  const cell = (name: 'both' | 'one' | 'neither', n: number) => (
    <td class="rt evi-c">
      {wholeOf(n)}
      <span class="only-s"> {agreementWords.beside[name]}</span>
    </td>
  );
  return (
    <tr>
      <th scope="row">{themeName(theme.name)}</th>
      {cell('both', theme.both)}
      {cell('one', theme.onlyFirst + theme.onlySecond)}
      {cell('neither', theme.neither)}
      <td class="rt evi-c">
        {percentOf(theme.alike)}
        <span class="only-s"> {agreementWords.beside.alike}</span>
      </td>
      <td class="evi-plot">
        {kappa.kind === 'kappa' && hasInterval(theme) && (
          <IntervalPlot
            value={kappa.value}
            low={kappa.low}
            high={Math.min(1, kappa.high)}
            axis={axis}
            beyondNoise={kappa.low > 0}
            lines={[{ at: 0, strong: true }]}
          />
        )}
      </td>
      <td class={`rt nb evi-by ${hasInterval(theme) ? '' : 'quiet'}`}>{kappaText(theme)}</td>
    </tr>
  );
}

function ToCode({ held, me }: { held: readonly InterviewFacts[]; me: string }) {
  const [all, setAll] = useState(false);
  const shown = all ? held : held.slice(0, rowsAtFirst);
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{agreementWords.code}</h2>
      </div>
      <table class="evi-t evi-code">
        <caption class="vh">{agreementWords.codeCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{agreementWords.codeHeads.who}</th>
            <th scope="col" class="rt">
              {agreementWords.codeHeads.notes}
            </th>
            <th scope="col">{agreementWords.codeHeads.coders}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((f) => (
            <Interview key={f.interview} facts={f} me={me} />
          ))}
        </tbody>
      </table>
      {held.length > shown.length && (
        <button type="button" class="btn s evi-more" onClick={() => setAll(true)}>
          {agreementWords.more(held.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function Interview({ facts, me }: { facts: InterviewFacts; me: string }) {
  const mine = mineIn(facts, me);
  const others = othersIn(facts, me);
  const who = facts.name || facts.accountName || facts.interview;
  return (
    <tr>
      <th scope="row">
        <BandMark band={facts.band}>{who}</BandMark>
        {facts.name && facts.accountName && <span class="small quiet evi-line">{facts.accountName}</span>}
      </th>
      <td class="rt">
        {wholeOf(facts.notes)}
        <span class="only-s"> {agreementWords.beside.notes(facts.notes)}</span>
      </td>
      <td class="quiet">{codersText(others, isMine(facts, me))}</td>
      <td class="evi-do">
        {mine && mine.doneAt > 0 && <span class="quiet">{agreementWords.done}</span>}
        {isMine(facts, me) && (
          <a
            href={codeHref(facts)}
            aria-label={`${mine ? agreementWords.goOn : agreementWords.begin}: ${who}`}
          >
            {mine ? agreementWords.goOn : agreementWords.begin}
          </a>
        )}
      </td>
    </tr>
  );
}

/** Names only once they can no longer steer the one who reads them. */
function codersText(others: readonly CodingFact[], mine: boolean): string {
  if (others.length === 0) return mine ? agreementWords.nobodyCoded : '';
  return mine
    ? agreementWords.hidden(others.length)
    : listOf(others.map((c) => c.name || agreementWords.someone));
}
