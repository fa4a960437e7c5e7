import type { ComponentChildren } from 'preact';
import type { CardReply } from '../background/messages.ts';
import { Chooser } from './Chooser.tsx';
import { PersonCard } from './PersonCard.tsx';
import type { Page } from './page.ts';
import { words } from './words.ts';

/** The card in whatever state it is. */
export function CardPage({ page }: { page: Page }) {
  const reply = page.reply.value;
  if (!reply)
    return (
      <p class="wait quiet" aria-live="polite">
        {words.loading}
      </p>
    );
  return (
    <main class="card" aria-label={reply.kind === 'person' ? `Sounding: ${reply.person.name}` : 'Sounding'}>
      <Inside reply={reply} page={page} />
      <button type="button" class="close" aria-label={words.close} onClick={page.close}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.4" />
        </svg>
      </button>
    </main>
  );
}

function Inside({ reply, page }: { reply: CardReply; page: Page }): ComponentChildren {
  switch (reply.kind) {
    case 'person':
      return <PersonCard person={reply.person} now={page.now.value} />;
    case 'several':
      return <Chooser people={reply.people} others={reply.others} choose={page.choose} />;
    case 'noData':
      return <Notice {...words.states.noData} mark="empty" />;
    case 'gone':
      return <Notice {...words.states.gone} mark="gone" />;
  }
}

/** A state without a person: a mark of its own, what happened, what to do. */
function Notice({ title, text, mark }: { title: string; text: string; mark: 'empty' | 'gone' }) {
  return (
    <section class={`notice ${mark}`} role="status">
      <h1>{title}</h1>
      <p class="quiet">{text}</p>
    </section>
  );
}
