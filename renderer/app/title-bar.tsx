import { ActionIcon, Button, Kbd, Menu, Tooltip, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { commandOf, commands } from '../commands/index.ts';
import { showKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run.ts';
import { useApp, useAppState, useDesign, useFindings, useIsDirty } from '../store/hooks.ts';
import {
  CheckIcon,
  ChevronIcon,
  ErrorIcon,
  Mark,
  RedoIcon,
  SearchIcon,
  UndoIcon,
  WarningIcon,
} from '../ui/glyphs.tsx';
import { DesignName } from './design-name.tsx';
import { MenuBar } from './menu-bar.tsx';
import { RegionMenu } from './region-menu.tsx';
import classes from './title-bar.module.css';

/** A button that runs a command; its title and keys are the command's, and what it would undo. */
const CommandButton = ({
  id,
  what,
  children,
}: {
  readonly id: string;
  /** What it would do now, such as the step that undo takes back. */
  readonly what?: string | undefined;
  readonly children: ReactNode;
}) => {
  const app = useApp();
  const command = commandOf(id);
  const isOff = useAppState(() => command?.when?.(app) === false);
  if (!command) return null;
  const [keys] = command.keys ?? [];
  const title = what === undefined ? command.title : `${command.title}: ${what}`;
  return (
    <Tooltip
      label={keys === undefined ? title : `${title} (${showKeys(keys, app.state.host.platform)})`}
    >
      <ActionIcon
        className={classes.tool ?? ''}
        variant="transparent"
        size="1.875rem"
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
  const isDirty = useIsDirty();
  const undone = useAppState(({ document }) => document?.past.at(-1)?.label);
  const redone = useAppState(({ document }) => document?.future[0]?.label);
  const { nativeMenu } = app.state.host.capabilities;
  return (
    <header className={classes.holder}>
      <div className={classes.bar}>
        <HomeButton />
        {!nativeMenu && <MenuBar />}
        <span className={classes.rule} />
        <DesignHeading />
        <div className={classes.nameHolder}>
          <DesignName />
        </div>
        <Tooltip label="Not saved yet" disabled={!isDirty}>
          <span
            className={classes.dirty}
            data-on={isDirty || undefined}
            role="img"
            aria-label={isDirty ? 'Not saved yet' : 'Saved'}
          />
        </Tooltip>
        <CommandButton id="edit.undo" what={undone}>
          <UndoIcon />
        </CommandButton>
        <CommandButton id="edit.redo" what={redone}>
          <RedoIcon />
        </CommandButton>
        <span className={classes.rule} />
        <RegionMenu />
        <span className={classes.grow} />
        <Counts />
        <ExportMenu />
        <PaletteButton />
      </div>
    </header>
  );
};

/** The field beside it is no heading; who walks by headings finds this one. */
const DesignHeading = () => {
  const { name } = useDesign();
  return <VisuallyHidden component="h1">{name}</VisuallyHidden>;
};

const HomeButton = () => {
  const app = useApp();
  const command = commandOf('file.close');
  return (
    <Tooltip label="Home">
      <button
        type="button"
        className={classes.brand}
        aria-label="Home"
        onClick={() => command && runCommand(app, command)}
      >
        <Mark size="1.375rem" />
      </button>
    </Tooltip>
  );
};

/** How many findings there are; opens the problems. */
const Counts = () => {
  const app = useApp();
  const { counts, ready } = useFindings();
  const { error, warning } = counts;
  const command = commandOf('view.problems');
  return (
    <button
      type="button"
      className={classes.findings}
      aria-label={
        ready
          ? `${error} ${error === 1 ? 'error' : 'errors'}, ${warning} ${warning === 1 ? 'warning' : 'warnings'}: show problems`
          : 'Loading the checks'
      }
      onClick={() => command && runCommand(app, command)}
    >
      {ready ? (
        <>
          <span data-tone={error > 0 ? 'error' : 'good'}>
            {error > 0 ? <ErrorIcon /> : <CheckIcon />}
            {error} {error === 1 ? 'error' : 'errors'}
          </span>
          <span data-tone={warning > 0 ? 'warning' : undefined}>
            {warning > 0 && <WarningIcon />}
            {warning} {warning === 1 ? 'warning' : 'warnings'}
          </span>
        </>
      ) : (
        <span className={classes.quiet}>Loading the checks…</span>
      )}
    </button>
  );
};

/** The export dialog, and below it whatever other commands export something. */
const ExportMenu = () => {
  const app = useApp();
  const main = commandOf('file.export');
  const others = commands.filter(({ id }) => id.startsWith('file.export-'));
  if (!main) return null;
  return (
    <Button.Group className={classes.export ?? ''} data-tour="export">
      <Button size="compact-sm" h="1.875rem" px="0.8rem" onClick={() => runCommand(app, main)}>
        Export
      </Button>
      {others.length > 0 && (
        <Menu position="bottom-end" withinPortal={false}>
          <Menu.Target>
            <Button
              size="compact-sm"
              h="1.875rem"
              px="0.3rem"
              className={classes.more ?? ''}
              aria-label="More ways to export"
            >
              <ChevronIcon />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {[main, ...others].map((command) => (
              <Menu.Item
                key={command.id}
                disabled={command.when?.(app) === false}
                onClick={() => runCommand(app, command)}
              >
                {command.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Button.Group>
  );
};

const PaletteButton = () => {
  const app = useApp();
  const command = commandOf('view.palette');
  const [keys] = command?.keys ?? [];
  if (!command) return null;
  return (
    <button
      type="button"
      className={classes.palette}
      aria-label="Command palette"
      onClick={() => runCommand(app, command)}
    >
      <SearchIcon />
      {keys !== undefined && <Kbd size="xs">{showKeys(keys, app.state.host.platform)}</Kbd>}
    </button>
  );
};
