import { categoryNames, usualOwners } from '#core/themes/index.ts';
import type { ThemesModel } from '../model.ts';
import { words } from '../words.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { OwnerDialog } from './OwnerDialog.tsx';
import { PickTheme } from './PickTheme.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { ThemeDialog } from './ThemeDialog.tsx';
import type { Asking, Hands } from './useHands.ts';

/** The dialog that is up. */
export function Ask(props: { model: ThemesModel; asking: Asking | null; hands: Hands; close(): void }) {
  const { model, asking, hands, close } = props;
  switch (asking?.kind) {
    case undefined:
      return null;
    case 'add':
      return <ThemeDialog model={model} onSave={hands.add} onClose={close} />;
    case 'edit':
      return (
        <ThemeDialog
          model={model}
          row={asking.row}
          onSave={(draft, opened) => hands.edit(asking.row, draft, opened)}
          onClose={close}
        />
      );
    case 'merge': {
      const { themes } = asking;
      const [first] = themes;
      const calls = first ? (model.page(first.id)?.row.calls ?? 0) : 0;
      const one = themes.length === 1;
      const { titleMany, whatMany, ...form } = words.mergeForm;
      const asked = {
        ...form,
        title: one ? form.title(first?.name ?? '') : titleMany(themes.length),
        what: (into: { name: string } | null) =>
          one
            ? form.what(calls, first?.name ?? '', into?.name ?? '')
            : whatMany(themes.length, into?.name ?? ''),
      };
      return (
        <PickTheme
          model={model}
          asked={asked}
          // Of many, one may stay: the others count for it.
          without={new Set(one ? themes.map((t) => t.id) : [])}
          onPick={(into) => (into ? hands.merge(themes, into) : Promise.resolve(form.pick))}
          onClose={close}
        />
      );
    }
    case 'nest': {
      const { themes } = asking;
      const tree = model.reading.peek()?.tree;
      const { titleMany, whatTop, ...form } = words.nestForm;
      const asked = {
        ...form,
        title: themes.length === 1 ? form.title(themes[0]?.name ?? '') : titleMany(themes.length),
        what: (into: { name: string } | null) => (into ? form.what(into.name) : whatTop),
      };
      return (
        <PickTheme
          model={model}
          asked={asked}
          without={new Set(themes.flatMap((t) => tree?.under(t.id) ?? []))}
          onPick={(into) => hands.nest(themes, into)}
          onClose={close}
        />
      );
    }
    case 'own': {
      const { themes } = asking;
      const [first] = themes;
      return (
        <OwnerDialog
          title={
            themes.length === 1
              ? words.ownerForm.title(first?.name ?? '')
              : words.ownerForm.titleMany(themes.length)
          }
          hint={words.ownerForm.hint}
          owner={themes.every((t) => t.owner === first?.owner) ? (first?.owner ?? '') : ''}
          onSave={(owner) => hands.own(themes, owner)}
          onClose={close}
        />
      );
    }
    case 'ownCategory': {
      const { category } = asking;
      return (
        <OwnerDialog
          title={words.ownerForm.title(categoryNames[category])}
          hint={words.ownerForm.hintCategory(usualOwners[category])}
          owner={model.reading.peek()?.owners[category] ?? ''}
          onSave={(owner) => hands.ownCategory(category, owner)}
          onClose={close}
        />
      );
    }
    case 'split':
      return <SplitDialog model={model} row={asking.row} hands={hands} onClose={close} />;
    case 'history':
      return <HistoryDialog model={model} hands={hands} onClose={close} />;
  }
}
