import { useEffect, useRef } from 'react';
import { Group, Panel, type PanelImperativeHandle, Separator } from 'react-resizable-panels';
import { Canvas } from '../canvas/canvas.tsx';
import { useView } from '../store/hooks.ts';
import type { PanelName } from '../store/view.ts';
import { BottomPanel } from './bottom-panel.tsx';
import { LeftPanel } from './left-panel.tsx';
import { RightPanel } from './right-panel.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import classes from './workspace.module.css';

/** Opens and closes a pane as the view says, whoever asked for it. */
const usePane = (name: PanelName) => {
  const pane = useRef<PanelImperativeHandle>(null);
  const isOpen = useView('open')[name];
  useEffect(() => {
    if (isOpen) pane.current?.expand();
    else pane.current?.collapse();
  }, [isOpen]);
  return pane;
};

/** The window while a design is open: bars, panes, canvas. */
const Workspace = () => {
  const left = usePane('left');
  const right = usePane('right');
  const bottom = usePane('bottom');
  return (
    <div className={classes.window}>
      <TitleBar />
      <div className={classes.middle}>
        <Group orientation="vertical" id="rows">
          <Panel id="upper" minSize="30%">
            <Group orientation="horizontal" id="columns">
              <Panel
                id="left"
                panelRef={left}
                collapsible
                collapsedSize={0}
                defaultSize={260}
                minSize={200}
                maxSize={480}
              >
                <LeftPanel />
              </Panel>
              <Separator className={classes.separator ?? ''} aria-label="Width of the left panel" />
              <Panel id="canvas" minSize={320}>
                <Canvas />
              </Panel>
              <Separator className={classes.separator ?? ''} aria-label="Width of the inspector" />
              <Panel
                id="right"
                panelRef={right}
                collapsible
                collapsedSize={0}
                defaultSize={340}
                minSize={260}
                maxSize={640}
              >
                <RightPanel />
              </Panel>
            </Group>
          </Panel>
          <Separator className={classes.separator ?? ''} aria-label="Height of the bottom panel" />
          <Panel
            id="bottom"
            panelRef={bottom}
            collapsible
            collapsedSize={0}
            defaultSize={200}
            minSize={100}
          >
            <BottomPanel />
          </Panel>
        </Group>
      </div>
      <StatusBar />
    </div>
  );
};

export default Workspace;
