import type { ComponentChildren } from 'preact';
import { Waiting } from './Waiting.tsx';

/** A screen that has only one thing to say: what there is, and what to do about it. */
export function PlainPage(props: {
  title: string;
  text: string;
  /** Beneath the text: an example, a smaller remark. */
  note?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <main class="page">
      <div class="head">
        <h1>{props.title}</h1>
        <p class="lede">{props.text}</p>
        {props.note}
      </div>
      <div class="acts">{props.children}</div>
    </main>
  );
}

/** A screen whose content is still being read. */
export function LoadingPage({ what }: { what: string }) {
  return (
    <main class="page">
      <Waiting what={what} />
    </main>
  );
}

/** A screen whose content could not be read: to be tried again, or, where the survey is damaged, to be brought in anew. */
export function FailedPage(props: {
  title: string;
  text: string;
  action: string;
  damaged: boolean;
  again(): void;
}) {
  return (
    <PlainPage title={props.title} text={props.text}>
      {props.damaged ? (
        <a class="btn do" href="/survey?new">
          {props.action}
        </a>
      ) : (
        <button type="button" class="btn do" onClick={props.again}>
          {props.action}
        </button>
      )}
    </PlainPage>
  );
}
