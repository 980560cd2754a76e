import { useEffect, useRef } from 'react';
import type { PanelImperativeHandle, PanelSize } from 'react-resizable-panels';
import { useApp, useView } from '../store/hooks.ts';
import { standardSettings } from '../store/settings.ts';
import type { PanelName } from '../store/view.ts';

/** After the last movement of an edge; so that a drag is written once. */
const rememberAfter = 400;

/** Below this a pane counts as closed, in pixels. */
const closedBelow = 24;

/** A large screen has room for larger panes, until the person says otherwise. */
const roomFactor = (): number => (window.innerWidth >= 1900 ? 1.25 : 1);

/** The size a pane starts with. */
const firstSize = (name: PanelName, kept: number): number =>
  kept === standardSettings.panels[name] ? Math.round(kept * roomFactor()) : kept;

/** A pane that opens and closes as the view says, whoever asked for it, and remembers its size. */
export const usePane = (name: PanelName) => {
  const app = useApp();
  const panelRef = useRef<PanelImperativeHandle>(null);
  const isOpen = useView('open')[name];
  const size = useRef(firstSize(name, app.state.settings.panels[name]));
  // Closed from the start, it has to be closed before anybody sees it.
  const start = useRef(isOpen ? size.current : 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const pane = panelRef.current;
    if (!pane || pane.isCollapsed() !== isOpen) return;
    if (isOpen) pane.resize(size.current);
    else pane.collapse();
  }, [isOpen]);
  useEffect(() => {
    const { open } = app.state.settings;
    // What the tour opens, it closes again.
    if (app.state.view.tour) return;
    if (open[name] !== isOpen) app.setSettings({ open: { ...open, [name]: isOpen } });
  }, [app, name, isOpen]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onResize = ({ inPixels }: PanelSize, _id: unknown, before: PanelSize | undefined): void => {
    // The first one is not the person's.
    if (before === undefined) return;
    const nowOpen = inPixels >= closedBelow;
    if (app.state.view.open[name] !== nowOpen)
      app.setView(({ open }) => ({ open: { ...open, [name]: nowOpen } }));
    if (!nowOpen) return;
    size.current = Math.round(inPixels);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { panels } = app.state.settings;
      if (panels[name] !== size.current)
        app.setSettings({ panels: { ...panels, [name]: size.current } });
    }, rememberAfter);
  };
  return { isOpen, panel: { panelRef, onResize, defaultSize: start.current } };
};
