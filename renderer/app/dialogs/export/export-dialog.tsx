import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useApp } from '../../../store/hooks.ts';
import type { ExportChoice } from '../../../store/view.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import { choiceOf, exportChoices } from './export-choices.ts';
import classes from './export-dialog.module.css';
import { FolderExport } from './folder-export.tsx';
import { PictureExport } from './picture-export.tsx';
import { remember, remembered } from './remembered.ts';
import { TextExport } from './text-export.tsx';

const isChoice = (value: string): value is ExportChoice =>
  exportChoices.some(({ id }) => id === value);

/** Writes the design out: an application, a picture or a text. */
const ExportDialog = ({ choice: wanted }: { readonly choice?: ExportChoice }) => {
  const app = useApp();
  const [id, setId] = useState<ExportChoice>(wanted ?? remembered().choice);
  const choice = choiceOf(id);
  const choose = (value: string): void => {
    if (!isChoice(value)) return;
    setId(value);
    remember({ choice: value });
  };
  return (
    <DialogFrame title="Export" size="58rem" onClose={() => app.openDialog(undefined)}>
      <div className={classes.columns}>
        <Radio.Group
          value={id}
          onChange={choose}
          className={classes.choices ?? ''}
          aria-label="Format"
        >
          {exportChoices.map((item) => (
            <Radio.Card key={item.id} value={item.id} className={classes.choice ?? ''}>
              <span className={classes.choiceTitle}>{item.title}</span>
              <span className={classes.choiceLine}>{item.line}</span>
            </Radio.Card>
          ))}
        </Radio.Group>
        {/* Each choice starts anew. */}
        {choice.gives === 'folder' ? (
          <FolderExport key={id} choice={choice} />
        ) : choice.gives === 'picture' ? (
          <PictureExport key={id} choice={choice} />
        ) : (
          <TextExport key={id} choice={choice} />
        )}
      </div>
    </DialogFrame>
  );
};

export default ExportDialog;
