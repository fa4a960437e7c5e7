import { Component, type ComponentChildren } from 'preact';
import { CalmPage } from './CalmPage.tsx';
import { words } from './words.ts';

/** Keeps a screen that throws from taking the frame with it. */
export class Catch extends Component<{ children: ComponentChildren }, { fault: unknown }> {
  override state = { fault: null as unknown };

  static override getDerivedStateFromError(fault: unknown) {
    return { fault: fault ?? new Error('unknown') };
  }

  override render() {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <CalmPage title={words.broken.title} text={words.broken.text}>
        <button type="button" class="btn do" onClick={() => this.setState({ fault: null })}>
          {words.broken.again}
        </button>
        <details class="small quiet">
          <summary>{words.broken.detail}</summary>
          <pre>{fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}</pre>
        </details>
      </CalmPage>
    );
  }
}
