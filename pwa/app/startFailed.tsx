import { render } from 'preact';
import { wordsReady } from '#core/model/language.ts';
import { CalmPage } from './CalmPage.tsx';
import { troublesWords } from './troublesWords.ts';
import { words } from './words.ts';

/** In place of everything, when the start failed: what is safe and what to do. */
export async function showStartFailed(fault: unknown): Promise<void> {
  await wordsReady();
  const root = document.getElementById('app');
  if (!root) return;
  const { title, text } = troublesWords.start;
  render(
    <CalmPage title={title} text={text}>
      <button type="button" class="btn do" onClick={() => location.reload()}>
        {troublesWords.reload}
      </button>
      <details class="small quiet">
        <summary>{words.broken.detail}</summary>
        <pre>{fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}</pre>
      </details>
    </CalmPage>,
    root,
  );
}
