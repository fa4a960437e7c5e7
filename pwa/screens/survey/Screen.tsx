import './survey.css';
import { useDeps } from '#pwa/app/deps.ts';
import { ImportPage } from './ImportPage.tsx';
import { WavePage } from './WavePage.tsx';

/** The survey of the cycle on screen; without one, or when asked for, the way to bring one. */
export default function Screen() {
  const { place, state } = useDeps();
  const heads = state.waves.value;
  const head = heads.find((h) => h.cycle === state.cycle.value);
  if (!head || place.value.query.has('new')) return <ImportPage />;
  // the cycle before this one, by the order in which cycles began
  const order = state.cycles.value.map((c) => c.id as string);
  const earlier = order.slice(order.indexOf(head.cycle) + 1);
  const before =
    heads.find((h) => h.cycle === earlier.find((id) => heads.some((x) => x.cycle === id))) ?? null;
  return <WavePage head={head} before={before} />;
}
