import { ActionIcon, FocusTrap, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import { serviceOf } from '../../../shared/catalog/catalog.ts';
import { labelOf } from '../../../shared/catalog/connection-label.ts';
import { iconAddress } from '../../assets/icons.ts';
import { useApp, useDesign } from '../../store/hooks.ts';
import { CloseIcon, RightIcon } from '../../ui/glyphs.tsx';
import classes from './find-dialog.module.css';
import { type Found, findInDesign } from './find-in-design.ts';
import { type SearchItem, SearchList } from './search-list.tsx';

type Item = SearchItem & { readonly found: Found };

/** As many as a list can show; the count says how many there are. */
const most = 200;

/** Finds in the open design. Stands beside the canvas, which shows what Enter steps through. */
const FindDialog = () => {
  const app = useApp();
  const design = useDesign();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [isStepping, setStepping] = useState(false);
  const found = useMemo(
    () =>
      findInDesign(typed, design, {
        titleOf: (kind) => serviceOf(kind)?.title ?? kind,
        labelOf: (connection) => labelOf(app.graph, connection).text,
      }),
    [app, typed, design],
  );
  const items = useMemo(
    () =>
      found.slice(0, most).map((one): Item => {
        const node = one.kind === 'node' ? design.nodes.find(({ id }) => id === one.id) : undefined;
        const service = node && serviceOf(node.kind);
        return {
          id: one.id,
          title: one.title,
          line: one.line,
          icon: (service && iconAddress(service.icon)) ?? <RightIcon />,
          found: one,
        };
      }),
    [found, design],
  );
  const show = (item: Item | undefined): void => {
    if (!item) return;
    app.select([item.id]);
    app.focus({ kind: 'ids', ids: [item.id] });
  };
  const close = (): void => app.openDialog(undefined);
  return (
    <FocusTrap active>
      <div
        className={classes.find}
        data-stepping={isStepping || undefined}
        role="dialog"
        aria-label="Find in design"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          close();
        }}
      >
        <SearchList
          label="Find in design"
          placeholder="Name, kind, property or value"
          typed={typed}
          onType={(next) => {
            setTyped(next);
            setChosen(0);
            setStepping(false);
          }}
          groups={items.length === 0 ? [] : [{ title: 'Found', items }]}
          chosen={chosen}
          onMove={(next) => {
            setChosen(next);
            setStepping(false);
          }}
          onChoose={(item, backwards) => {
            // The first Enter shows what is marked; each one more goes on to the next.
            const at = items.indexOf(item);
            const step = isStepping && at === chosen ? (backwards ? -1 : 1) : 0;
            const next = (at + step + items.length) % items.length;
            setChosen(next);
            setStepping(true);
            show(items[next]);
          }}
          empty={
            typed.trim() === ''
              ? 'Enter goes to the next one, Shift+Enter to the one before.'
              : `Nothing in this design holds “${typed}”.`
          }
          extra={
            <>
              <span className={classes.count} role="status">
                {found.length > 0 &&
                  (isStepping ? `${chosen + 1} of ${found.length}` : `${found.length} found`)}
              </span>
              <Tooltip label="Close (Esc)">
                <ActionIcon variant="subtle" color="gray" aria-label="Close" onClick={close}>
                  <CloseIcon />
                </ActionIcon>
              </Tooltip>
            </>
          }
        />
      </div>
    </FocusTrap>
  );
};

export default FindDialog;
