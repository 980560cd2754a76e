import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelImperativeHandle, PanelSize } from 'react-resizable-panels';
import { useApp, useView } from '../store/hooks.ts';
import { type Settings, standardSettings } from '../store/settings.ts';
import type { PanelName } from '../store/view.ts';

/** After the last movement of an edge; so that a drag is written once. */
const rememberAfter = 400;

/** Below this a pane counts as closed, in pixels. */
const closedBelow = 24;

/** A large screen has room for larger panes, until the person says otherwise. */
const roomFactor = (): number => (window.innerWidth >= 1900 ? 1.25 : 1);

/** The bottom panel has a height for its lists and one for code, which needs more to be read. */
type SizeName = PanelName | 'code';

/** What code gets until the person says otherwise: more than a third of a small window, less than half of any. */
const codeShare = (): number => Math.round(Math.min(Math.max(window.innerHeight * 0.44, 200), 640));

const keptSize = ({ panels, codeHeight }: Settings, name: SizeName): number =>
  name === 'code' ? codeHeight || codeShare() : panels[name];

/** The size a pane starts with. */
const firstSize = (settings: Settings, name: SizeName): number => {
  const kept = keptSize(settings, name);
  return name !== 'code' && kept === standardSettings.panels[name]
    ? Math.round(kept * roomFactor())
    : kept;
};

/** A pane that opens and closes as the view says, whoever asked for it, and remembers its size. */
export const usePane = (name: PanelName) => {
  const app = useApp();
  const panelRef = useRef<PanelImperativeHandle>(null);
  const isOpen = useView('open')[name];
  const tab = useView('bottomTab');
  const sizeName: SizeName = name === 'bottom' && tab === 'code' ? 'code' : name;
  const current = useRef(sizeName);
  const sizes = useRef<Partial<Record<SizeName, number>>>({});
  const sizeOf = useCallback(
    (of: SizeName): number => sizes.current[of] ?? firstSize(app.state.settings, of),
    [app],
  );
  // Closed from the start, it has to be closed before anybody sees it.
  const [start] = useState(() => (isOpen ? sizeOf(sizeName) : 0));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isFirst = useRef(true);
  useEffect(() => {
    const isOtherSize = current.current !== sizeName;
    current.current = sizeName;
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const pane = panelRef.current;
    if (!pane) return;
    if (!isOpen) {
      if (!pane.isCollapsed()) pane.collapse();
    } else if (isOtherSize || pane.isCollapsed()) pane.resize(sizeOf(sizeName));
  }, [isOpen, sizeName, sizeOf]);
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
    const of = current.current;
    const size = Math.round(inPixels);
    // What the window gave by itself was not chosen by anybody.
    if (Math.abs(size - sizeOf(of)) <= 1) return;
    sizes.current[of] = size;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { panels } = app.state.settings;
      if (keptSize(app.state.settings, of) === size) return;
      app.setSettings(of === 'code' ? { codeHeight: size } : { panels: { ...panels, [of]: size } });
    }, rememberAfter);
  };
  return { isOpen, panel: { panelRef, onResize, defaultSize: start } };
};
