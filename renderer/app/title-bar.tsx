import { ActionIcon, Button, Kbd, Menu, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { commandOf } from '../commands/index.ts';
import { showKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run.ts';
import { useApp, useAppState, useFindings, useIsDirty } from '../store/hooks.ts';
import { CheckIcon, ChevronIcon, RedoIcon, SearchIcon, UndoIcon } from '../ui/glyphs.tsx';
import { DesignName } from './design-name.tsx';
import { RegionMenu } from './region-menu.tsx';
import classes from './title-bar.module.css';

/** A button that runs a command; its title and keys are the command's. */
const CommandButton = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => {
  const app = useApp();
  const command = commandOf(id);
  const isOff = useAppState(() => command?.when?.(app) === false);
  if (!command) return null;
  const [keys] = command.keys ?? [];
  return (
    <Tooltip
      label={
        keys === undefined
          ? command.title
          : `${command.title} (${showKeys(keys, app.state.host.platform)})`
      }
    >
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={command.title}
        disabled={isOff}
        onClick={() => runCommand(app, command)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
};

/** Name of the design, undo and redo, region, counts of findings, export, palette. */
export const TitleBar = () => {
  const app = useApp();
  const { counts, ready } = useFindings();
  const isDirty = useIsDirty();
  const run = (id: string) => () => {
    const command = commandOf(id);
    if (command) runCommand(app, command);
  };
  return (
    <header className={classes.bar}>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <button type="button" className={classes.brand} aria-label="Menu">
            <span className={classes.mark} aria-hidden="true" />
            <ChevronIcon />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {[
            'file.new',
            'file.open',
            'file.save',
            'file.save-as',
            'file.export',
            'file.settings',
            'help.shortcuts',
            'help.about',
            'file.close',
          ].map((id) => {
            const command = commandOf(id);
            const [keys] = command?.keys ?? [];
            return (
              command && (
                <Menu.Item
                  key={id}
                  onClick={run(id)}
                  rightSection={
                    keys !== undefined && (
                      <Kbd size="xs">{showKeys(keys, app.state.host.platform)}</Kbd>
                    )
                  }
                >
                  {command.title}
                </Menu.Item>
              )
            );
          })}
        </Menu.Dropdown>
      </Menu>
      <DesignName />
      {isDirty && (
        <Tooltip label="Not saved yet">
          <span className={classes.dirty} role="img" aria-label="Not saved yet" />
        </Tooltip>
      )}
      <span className={classes.gap} />
      <CommandButton id="edit.undo">
        <UndoIcon />
      </CommandButton>
      <CommandButton id="edit.redo">
        <RedoIcon />
      </CommandButton>
      <span className={classes.rule} />
      <RegionMenu />
      <span className={classes.grow} />
      <button type="button" className={classes.findings} onClick={run('view.problems')}>
        {!ready ? (
          <span className={classes.quiet}>Loading the checks…</span>
        ) : (
          <>
            {counts.error === 0 && <CheckIcon />}
            <span data-tone={counts.error > 0 ? 'error' : undefined}>
              {counts.error} {counts.error === 1 ? 'error' : 'errors'}
            </span>
            <span data-tone={counts.warning > 0 ? 'warning' : undefined}>
              {counts.warning} {counts.warning === 1 ? 'warning' : 'warnings'}
            </span>
          </>
        )}
      </button>
      <Button size="xs" onClick={run('file.export')}>
        Export
      </Button>
      <CommandButton id="view.palette">
        <SearchIcon />
      </CommandButton>
    </header>
  );
};
