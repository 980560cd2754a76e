import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FolderRef, HostProblem, OutputStatus } from '../../../../shared/host/host-api.ts';
import { counted } from '../../../../shared/rules/text.ts';
import { nameFor } from '../../../commands/exporting.ts';
import { useApp, useAppState } from '../../../store/hooks.ts';
import { FolderIcon } from '../../../ui/glyphs.tsx';
import {
  type ChoiceInfo,
  deployCommands,
  openValues,
  statusSummary,
  toWrite,
} from './export-choices.ts';
import classes from './export-dialog.module.css';
import { ExportDone } from './export-done.tsx';
import { ExportObstacles } from './export-obstacles.tsx';
import { OutputList } from './output-list.tsx';
import { remember, remembered } from './remembered.ts';
import { useMade } from './use-made.ts';

/** An application: what stands in the way, where to, what will be written, and what to do then. */
export const FolderExport = ({ choice }: { readonly choice: ChoiceInfo }) => {
  const app = useApp();
  const { folders: hasFolders } = useAppState(({ host }) => host.capabilities);
  const documentKey = useAppState(({ document }) => document?.key ?? '');
  const memoryKey = `${documentKey} ${choice.id}`;
  const { made, failure } = useMade(choice.format);
  const [folder, setFolder] = useState<FolderRef | undefined>(remembered().folders[memoryKey]);
  const [compared, setCompared] = useState<{
    readonly folder: FolderRef;
    readonly statuses: readonly OutputStatus[];
  }>();
  const [problem, setProblem] = useState<HostProblem>();
  const [anyway, setAnyway] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [written, setWritten] = useState<number>();
  const files = made?.files;

  useEffect(() => {
    if (!files || files.length === 0 || !folder) return;
    let gone = false;
    void app.parts.host.compareFiles(folder, files).then((result) => {
      if (gone) return;
      setProblem(result.ok ? undefined : result.error);
      setCompared(result.ok ? { folder, statuses: result.value } : undefined);
    });
    return () => {
      gone = true;
    };
  }, [app, files, folder]);

  const chooseFolder = async (): Promise<void> => {
    const chosen = await app.parts.host.chooseFolder();
    if (chosen.ok) {
      setFolder(chosen.value);
      remember({ folders: { ...remembered().folders, [memoryKey]: chosen.value } });
    } else if (chosen.error.code !== 'cancelled') setProblem(chosen.error);
  };
  const write = async (): Promise<void> => {
    if (!files) return;
    setBusy(true);
    const result =
      hasFolders && folder
        ? await app.parts.host.writeFiles(folder, files)
        : await app.parts.host.downloadFiles(nameFor(app, choice.format), files);
    setBusy(false);
    if (result.ok) setWritten(hasFolders && statuses ? toWrite(statuses) : files.length);
    else if (result.error.code !== 'cancelled') setProblem(result.error);
  };

  if (written !== undefined && files)
    return (
      <ExportDone
        where={
          hasFolders && folder ? placeOf(folder) : `${nameFor(app, choice.format)}.zip, a download`
        }
        count={written}
        commands={deployCommands(files)}
        open={openValues(files)}
        isArchive={!hasFolders}
        onBack={() => {
          setWritten(undefined);
          // What is there now is compared again.
          setFolder((same) => same && { ...same });
        }}
      />
    );

  const statuses = hasFolders
    ? compared && compared.folder === folder
      ? compared.statuses
      : undefined
    : files?.map(({ path }): OutputStatus => ({ path, status: 'new' }));
  const errors = made?.errors ?? [];
  const isStopped =
    (made?.problems.length ?? 0) > 0 || (made !== undefined && made.files.length === 0);
  const needsWord = errors.length > 0 && !anyway;
  const count = statuses ? toWrite(statuses) : 0;
  return (
    <section className={classes.main} aria-label={choice.title}>
      <div className={classes.content}>
        {failure !== undefined && (
          <p className={classes.problem} role="alert">
            The export could not be made: {failure}
          </p>
        )}
        {!made && failure === undefined && (
          <p className={classes.waiting} role="status">
            Writing {choice.title} and checking the design…
          </p>
        )}
        {made && <ExportObstacles made={made} title={choice.title} />}
        {made && !isStopped && (
          <>
            {hasFolders ? (
              <div className={classes.folderRow}>
                <FolderIcon />
                <span className={classes.folderName}>
                  {folder ? placeOf(folder) : 'No folder chosen yet'}
                </span>
                {folder && (
                  <Button size="xs" variant="default" onClick={() => void chooseFolder()}>
                    Change…
                  </Button>
                )}
              </div>
            ) : (
              <p className={classes.note}>
                Folders cannot be written here, so you get one archive:{' '}
                <strong>{nameFor(app, choice.format)}.zip</strong>
              </p>
            )}
            {problem && (
              <p className={classes.problem} role="alert">
                {problem.message}
              </p>
            )}
            <OutputList files={made.files} statuses={statuses} />
          </>
        )}
      </div>
      <footer className={classes.footer}>
        {errors.length > 0 && !isStopped && (
          <Checkbox
            size="xs"
            checked={anyway}
            onChange={({ currentTarget }) => setAnyway(currentTarget.checked)}
            label="Export anyway: what comes out may not deploy"
          />
        )}
        <span className={classes.summary} role="status">
          {statuses && hasFolders && errors.length === 0 ? statusSummary(statuses) : ''}
        </span>
        <Button variant="default" onClick={() => app.openDialog(undefined)}>
          Cancel
        </Button>
        {hasFolders && !folder ? (
          <Button
            disabled={!made || isStopped || needsWord}
            data-autofocus
            onClick={() => void chooseFolder()}
          >
            Choose folder…
          </Button>
        ) : (
          <Button
            disabled={isStopped || needsWord || !statuses || count === 0}
            loading={isBusy}
            onClick={() => void write()}
          >
            {hasFolders
              ? statuses && count === 0
                ? 'Nothing to write'
                : `Write ${counted(count, 'file')}`
              : 'Download'}
          </Button>
        )}
      </footer>
    </section>
  );
};

const placeOf = ({ folder, name }: FolderRef): string =>
  folder === '' || folder.endsWith(`/${name}`) || folder.endsWith(`\\${name}`)
    ? folder || name
    : `${folder}/${name}`;
