import { Tooltip } from '@mantine/core';
import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { commandOf } from '../commands/index.ts';
import { showKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run.ts';
import { useApp, useAppState } from '../store/hooks.ts';
import {
  FitIcon,
  LayoutIcon,
  MinimapIcon,
  SnapIcon,
  ZoomInIcon,
  ZoomOutIcon,
} from '../ui/canvas-glyphs.tsx';
import classes from './canvas-controls.module.css';

/** Zoom, fit, layout, snap and minimap, at the lower left of the canvas. */
export const CanvasControls = () => {
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <div className={classes.controls} role="toolbar" aria-label="View of the canvas">
      <ControlButton id="view.zoom-out">
        <ZoomOutIcon />
      </ControlButton>
      <ControlButton id="view.zoom-actual" label={`${percent} %`}>
        <span className={classes.percent}>{percent}%</span>
      </ControlButton>
      <ControlButton id="view.zoom-in">
        <ZoomInIcon />
      </ControlButton>
      <span className={classes.rule} />
      <ControlButton id="view.fit">
        <FitIcon />
      </ControlButton>
      <ControlButton id="arrange.layout">
        <LayoutIcon />
      </ControlButton>
      <span className={classes.rule} />
      <ControlButton id="view.snap">
        <SnapIcon />
      </ControlButton>
      <ControlButton id="view.minimap">
        <MinimapIcon />
      </ControlButton>
    </div>
  );
};

/** A button that runs a command; what it says and whether it is on are the command's. */
const ControlButton = ({
  id,
  label,
  children,
}: {
  readonly id: string;
  /** What it shows beside what it does. */
  readonly label?: string;
  readonly children: ReactNode;
}) => {
  const app = useApp();
  const command = commandOf(id);
  const isOff = useAppState(() => command?.when?.(app) === false);
  const isOn = useAppState(() => command?.checked?.(app));
  if (!command) return null;
  const [keys] = command.keys ?? [];
  const name = label === undefined ? command.title : `${label}, ${command.title.toLowerCase()}`;
  return (
    <Tooltip
      label={
        keys === undefined
          ? command.title
          : `${command.title} (${showKeys(keys, app.state.host.platform)})`
      }
    >
      <button
        type="button"
        className={classes.button}
        aria-label={name}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        disabled={isOff}
        onClick={() => runCommand(app, command)}
      >
        {children}
      </button>
    </Tooltip>
  );
};
