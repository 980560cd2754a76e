import { type ReactNode, useEffect, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Canvas } from '../canvas/canvas.tsx';
import { focusFirst } from '../canvas/keyboard/tab-stops.ts';
import { useApp, useSetting, useView } from '../store/hooks.ts';
import type { PanelName } from '../store/view.ts';
import { BottomPanel } from './bottom-panel.tsx';
import { LeftPanel } from './left-panel.tsx';
import { ReadOnlyBar } from './read-only-bar.tsx';
import { RightPanel } from './right-panel.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { usePane } from './use-pane.ts';
import { usePaneSteps } from './use-pane-steps.ts';
import classes from './workspace.module.css';

/** The edge of a pane: dragged, it resizes the pane; a double click closes and opens it. */
const Edge = ({ of, label }: { readonly of: PanelName; readonly label: string }) => {
  const app = useApp();
  return (
    <Separator
      className={classes.separator ?? ''}
      aria-label={label}
      disableDoubleClick
      onDoubleClick={() => app.setView(({ open }) => ({ open: { ...open, [of]: !open[of] } }))}
    />
  );
};

/** What a pane shows. Closed, it is kept but cannot be reached; never opened, it is not made at all. */
const Content = ({
  isOpen,
  isMaximised = false,
  children,
}: {
  readonly isOpen: boolean;
  /** It lies over all other panes, which keep their sizes. */
  readonly isMaximised?: boolean;
  readonly children: ReactNode;
}) => {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return (
    <div
      className={classes.content}
      inert={!isOpen}
      data-closed={!isOpen || undefined}
      data-maximised={isMaximised || undefined}
    >
      {wasOpen && children}
    </div>
  );
};

/** The window while a design is open: bars, panes, canvas. */
const Workspace = () => {
  const left = usePane('left');
  const right = usePane('right');
  const bottom = usePane('bottom');
  // The tour points at the window: nothing in it can be reached meanwhile.
  const isShown = useView('tour') !== undefined;
  // A tour points at everything: nothing is covered then.
  const isMaximised = useSetting('maximised') && bottom.isOpen && !isShown;
  usePaneSteps();
  useEffect(() => {
    // What was covered cannot keep the keyboard.
    const bottomPane = document.getElementById('bottom');
    if (isMaximised && bottomPane && document.activeElement === document.body)
      focusFirst(bottomPane);
  }, [isMaximised]);
  const pane = {
    collapsible: true,
    collapsedSize: 0,
    groupResizeBehavior: 'preserve-pixel-size',
  } as const;
  return (
    <div className={classes.window} inert={isShown}>
      <TitleBar />
      <ReadOnlyBar />
      <main className={classes.middle}>
        <Group orientation="vertical" id="rows">
          <Panel id="upper" minSize="30%">
            <div className={classes.content} inert={isMaximised}>
              <Group orientation="horizontal" id="columns">
                <Panel id="left" {...pane} {...left.panel} minSize={190} maxSize={640}>
                  <Content isOpen={left.isOpen}>
                    <LeftPanel />
                  </Content>
                </Panel>
                <Edge of="left" label="Width of the left panel" />
                <Panel id="canvas" minSize={240}>
                  <section className={classes.canvas} aria-label="Canvas">
                    <Canvas />
                  </section>
                </Panel>
                <Edge of="right" label="Width of the inspector" />
                <Panel id="right" {...pane} {...right.panel} minSize={240} maxSize={820}>
                  <Content isOpen={right.isOpen}>
                    <RightPanel />
                  </Content>
                </Panel>
              </Group>
            </div>
          </Panel>
          <Edge of="bottom" label="Height of the bottom panel" />
          <Panel id="bottom" {...pane} {...bottom.panel} minSize={96}>
            <Content isOpen={bottom.isOpen} isMaximised={isMaximised}>
              <BottomPanel />
            </Content>
          </Panel>
        </Group>
      </main>
      <StatusBar />
    </div>
  );
};

export default Workspace;
