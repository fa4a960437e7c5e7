import { useEffect } from 'preact/hooks';
import { FailedPage, LinkPage, LoadingPage, PlainPage } from '#core/browser/parts/PlainPage.tsx';
import { SatisfactionOnly } from '#core/browser/parts/SatisfactionOnly.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { onlySatisfactionOf } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './people.css';
import { makePeopleModel, type PeopleModel } from './model.ts';
import { Choose } from './parts/Choose.tsx';
import { Roster } from './parts/Roster.tsx';
import { faultText, words } from './words.ts';

/** Whom to interview: the draw, and the roster that it fills. */
export default function Screen() {
  const deps = useDeps();
  const [model, again] = useModel(makePeopleModel, deps);
  const find = deps.place.value.query.get('find');
  useEffect(() => {
    if (find === null) return;
    model.roster.showOnly('all');
    model.roster.findBy(find);
  }, [model, find]);
  return <People model={model} again={again} />;
}

function People({ model, again }: { model: PeopleModel; again(): void }) {
  const view = model.view.value;
  const { cycle, waves } = useDeps().state;
  const satisfaction = onlySatisfactionOf(cycle.value, waves.value);
  if (view.kind === 'noWave' && satisfaction) return <SatisfactionOnly head={satisfaction} on="people" />;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'noWave':
      return <LinkPage {...words.noWave} href="/survey" />;
    case 'failed':
      return <Failed fault={view.fault} again={again} />;
    case 'choose':
      return <ChoosePage model={model} again={again} />;
    case 'roster':
      return <Roster model={model.roster} invitations={model.invitations} />;
  }
}

function ChoosePage({ model, again }: { model: PeopleModel; again(): void }) {
  const view = model.selection.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'failed':
      return <Failed fault={view.fault} again={again} />;
    case 'noPeople': {
      const which = view.unnamed ? 'unnamed' : 'named';
      return (
        <PlainPage
          title={words.noPeople.title[which]}
          text={words.noPeople.text[which]}
          note={<p class="ppl-note small quiet">{words.noPeople.example}</p>}
        >
          <a class="btn do" href="/survey?new">
            {words.noPeople.action}
          </a>
          <a class="btn" href="/segments">
            {words.noPeople.segments}
          </a>
        </PlainPage>
      );
    }
    case 'ready':
      return <Choose model={model.selection} selection={view.selection} />;
  }
}

function Failed({ fault, again }: { fault: Parameters<typeof faultText>[0]; again(): void }) {
  const damaged = fault.kind === 'damaged';
  return (
    <FailedPage
      {...faultText(fault)}
      action={damaged ? words.survey : words.again}
      damaged={damaged}
      again={again}
    />
  );
}
