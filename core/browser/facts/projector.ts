import type { projectDoc } from './project.ts';

type Use = (project: typeof projectDoc) => void;

/** The code that projects, fetched with the first interview: a start without any does not wait for it. */
export class Projector {
  readonly #report: (bug: unknown) => void;
  readonly #waiting: Use[] = [];
  #project: typeof projectDoc | null = null;
  #fetching: Promise<void> | null = null;

  constructor(report: (bug: unknown) => void) {
    this.#report = report;
  }

  /** In the order of the calls; at once when the code is here. Where it cannot be fetched the next call tries again. */
  use(use: Use): void {
    if (this.#project) {
      use(this.#project);
      return;
    }
    this.#waiting.push(use);
    this.#fetching ??= import('./project.ts')
      .then(
        ({ projectDoc }) => {
          this.#project = projectDoc;
          for (const each of this.#waiting.splice(0)) each(projectDoc);
        },
        () => {
          this.#fetching = null;
        },
      )
      .catch(this.#report);
  }

  /** Resolves once nobody waits for the code, or it cannot be fetched. */
  async whenIdle(): Promise<void> {
    await this.#fetching;
  }
}
