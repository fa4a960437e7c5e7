import type { ComponentChildren } from 'preact';
import { BandShape } from '#core/browser/parts/marks.tsx';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { LinkPage, LoadingPage } from '#core/browser/parts/PlainPage.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { bandWords } from '#core/browser/parts/words.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { CopyOffer } from './CopyOffer.tsx';
import './interviews.css';
import type { Line } from './lines.ts';
import { type InterviewsModel, makeInterviewsModel } from './model.ts';
import { detail, finding, lede, nextStep, words } from './words.ts';

/** The cycle's interviews: whom to call, what is under way, what was held. */
export default function Screen() {
  const [model] = useModel(makeInterviewsModel, useDeps());
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'noCycle':
    case 'nobody':
    case 'failed':
      return <LinkPage {...words[view.kind]} />;
    case 'ready':
      return <Ready model={model} lines={view.lines} roster={view.roster} free={view.free} />;
  }
}

function Ready(props: { model: InterviewsModel; lines: readonly Line[]; roster: number; free: number }) {
  const { model, lines } = props;
  const next = nextStep(lines, props.free);
  const of = (state: Line['state']) => lines.filter((l) => l.state === state);
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>{finding(lines, props.roster)}</h1>
          <p class="lede">
            {lede(lines)} <a href="/guide">{words.guide}</a>
          </p>
        </div>
        <CopyOffer lines={lines} />
        <Group title={words.underWay} lines={of('underWay')} model={model} action={words.goOn} />
        <Group title={words.toCall} lines={of('toCall')} model={model} action={words.call}>
          <p class="quiet">
            {words.noneToCall} <a href="/people">{words.nobody.action}</a>
          </p>
        </Group>
        <Group title={words.held} lines={of('held')} model={model} action={words.open} />
      </main>
      <NextBar
        action={
          next.line ? (
            <CallButton model={model} line={next.line} class="btn do">
              {next.action}
            </CallButton>
          ) : (
            <a class="btn do" href={next.href}>
              {next.action}
            </a>
          )
        }
      >
        <b class="strong">{next.strong}</b> <span class="quiet">{next.text}</span>
      </NextBar>
    </>
  );
}

function Group(props: {
  title: string;
  lines: readonly Line[];
  model: InterviewsModel;
  action: string;
  /** What stands there when nobody does; without it the group is left out. */
  children?: ComponentChildren;
}) {
  if (props.lines.length === 0 && !props.children) return null;
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{props.title}</h2>
        <span class="quiet small num">{props.lines.length > 0 && props.lines.length}</span>
      </div>
      {props.lines.length === 0 ? (
        props.children
      ) : (
        <ul class="int">
          {props.lines.map((line) => (
            <li key={line.interview || line.person}>
              <span class="int-score num">
                <BandShape band={line.band} />
                <span class="vh">
                  {bandWords.one[line.band]}, {words.score}
                </span>{' '}
                {line.score}
              </span>
              <span class="int-who">
                <b class="strong">{line.name}</b>
                <span class="quiet">{line.accountName}</span>
              </span>
              <span class="int-what quiet num">
                {detail(line)}
                {line.caller && `, ${words[line.state === 'held' ? 'calledBy' : 'calls'](line.caller)}`}
              </span>
              <CallButton model={props.model} line={line} class="btn s">
                {props.action}
                <span class="vh"> {line.name}</span>
              </CallButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CallButton(props: {
  model: InterviewsModel;
  line: Line;
  class: string;
  children: ComponentChildren;
}) {
  // Where the interview exists a link says where it leads; beginning one is an act.
  if (props.line.interview)
    return (
      <a class={props.class} href={`/call/${props.line.interview}`}>
        {props.children}
      </a>
    );
  return (
    <button type="button" class={props.class} onClick={() => void props.model.call(props.line)}>
      {props.children}
    </button>
  );
}
