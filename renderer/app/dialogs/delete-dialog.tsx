import { Button } from '@mantine/core';
import { consequencesOfDelete } from '../../../shared/model/edits/index.ts';
import { findNode } from '../../../shared/model/tree.ts';
import { deleteChosen, deleteReferences } from '../../commands/edit.ts';
import { lossesOf } from '../../commands/losses.ts';
import { chosenIds, chosenNodes, countOf } from '../../commands/selection.ts';
import { useApp, useDesign } from '../../store/hooks.ts';
import type { Dialog } from '../../store/view.ts';
import classes from './delete-dialog.module.css';
import { DialogFrame } from './dialog-frame.tsx';

type Children = 'move-up' | 'delete';

/** Asked before a container is deleted that holds something: what is to become of that. */
const DeleteDialog = ({ consequences }: Extract<Dialog, { readonly kind: 'delete' }>) => {
  const app = useApp();
  const design = useDesign();
  const held = consequences.movedUp.flatMap((id) => findNode(design, id) ?? []);
  const containers = chosenNodes(app).filter(({ id }) => held.some(({ parent }) => parent === id));
  const [first] = containers;
  const isOne = containers.length === 1 && first !== undefined;
  const names = held.map(({ name }) => `“${name}”`);
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const listed =
    shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  const lossesIf = (children: Children): string => {
    const losses = lossesOf(
      consequencesOfDelete(design, chosenIds(app), { ...deleteReferences, children }),
    );
    return losses === '' ? 'Nothing else goes.' : `Also deleted: ${losses}.`;
  };
  const close = (): void => {
    app.openDialog(undefined);
    app.canvas?.takeKeyboard();
  };
  const answer = (children: Children): void => {
    close();
    deleteChosen(app, children);
  };
  return (
    <DialogFrame
      title={`Delete ${countOf(app).replaceAll('"', '')}?`}
      onClose={close}
      buttons={
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      }
    >
      <p>
        {isOne ? `“${first.name}” holds` : 'They hold'} {listed}.
      </p>
      <div className={classes.choices}>
        <button
          type="button"
          className={classes.choice}
          data-autofocus
          onClick={() => answer('move-up')}
        >
          <span className={classes.title}>Keep what {isOne ? 'it holds' : 'they hold'}</span>
          <span className={classes.detail}>It stays where it is. {lossesIf('move-up')}</span>
        </button>
        <button type="button" className={classes.choice} onClick={() => answer('delete')}>
          <span className={classes.title} data-danger>
            Delete what {isOne ? 'it holds' : 'they hold'}, too
          </span>
          <span className={classes.detail}>{lossesIf('delete')}</span>
        </button>
      </div>
    </DialogFrame>
  );
};

export default DeleteDialog;
