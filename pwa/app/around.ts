import { type ReadonlySignal, signal } from '@preact/signals';

/** Rail, top bar, the phone's sheet and the palette: what stands around most screens, and is fetched with the first of them. */
type Around = typeof import('./aroundParts.ts');

const fetched = signal<Around | null>(null);
/** Null until it is fetched. */
export const around: ReadonlySignal<Around | null> = fetched;

/** Rejects where it cannot be fetched. */
export async function fetchAround(): Promise<void> {
  fetched.value ??= await import('./aroundParts.ts');
}
