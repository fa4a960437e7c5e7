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

/** The same where what to do about it is to go somewhere else. */
export function LinkPage(props: { title: string; text: string; action: string; href: string }) {
  return (
    <PlainPage title={props.title} text={props.text}>
      <a class="btn do" href={props.href}>
        {props.action}
      </a>
    </PlainPage>
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

/** A screen whose content could not be read: to be tried again, or, where it is damaged, to be brought in anew. */
export function FailedPage(props: {
  title: string;
  text: string;
  action: string;
  damaged?: boolean;
  again(): void;
}) {
  const { title, text, action } = props;
  if (props.damaged) return <LinkPage title={title} text={text} action={action} href="/survey?new" />;
  return (
    <PlainPage title={title} text={text}>
      <button type="button" class="btn do" onClick={props.again}>
        {action}
      </button>
    </PlainPage>
  );
}
