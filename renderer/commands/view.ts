import type { App } from '../store/app-store.ts';
import type { BottomTab, LeftTab, PanelName } from '../store/view.ts';
import { type Command, defineCommand, hasDesign } from './command.ts';

const toggle = (app: App, panel: PanelName): void =>
  app.setView(({ open }) => ({ open: { ...open, [panel]: !open[panel] } }));

const panel = (name: PanelName, title: string, key: string): Command =>
  defineCommand({
    id: `view.panel-${name}`,
    title,
    group: 'view',
    keys: [key],
    whileTyping: true,
    when: hasDesign,
    checked: (app) => app.state.view.open[name],
    run: (app) => toggle(app, name),
  });

const left = (tab: LeftTab, title: string): Command =>
  defineCommand({
    id: `view.${tab}`,
    title,
    group: 'view',
    hidden: true,
    when: hasDesign,
    run: (app) => app.setView(({ open }) => ({ leftTab: tab, open: { ...open, left: true } })),
  });

const bottom = (tab: BottomTab, title: string, key: string): Command =>
  defineCommand({
    id: `view.${tab}`,
    title,
    group: 'view',
    keys: [key],
    whileTyping: true,
    when: hasDesign,
    run: (app) => app.setView(({ open }) => ({ bottomTab: tab, open: { ...open, bottom: true } })),
  });

/** Hands the keyboard to another part of the window: title bar, left, canvas, inspector, bottom, and round again. */
const toPane = (by: 1 | -1, title: string, key: string): Command =>
  defineCommand({
    id: by === 1 ? 'view.next-pane' : 'view.previous-pane',
    title,
    group: 'view',
    keys: [key],
    words: 'focus keyboard part region title bar canvas inspector panel',
    whileTyping: true,
    ...(by === 1 && { startsSection: true }),
    when: (app) => hasDesign(app) && app.state.view.dialog === undefined,
    run: (app) => app.setView({ paneStep: { by } }),
  });

export const viewCommands = [
  defineCommand({
    id: 'view.palette',
    title: 'Command palette…',
    group: 'view',
    keys: ['mod+k', 'mod+shift+p'],
    whileTyping: true,
    run: (app) => app.openDialog({ kind: 'palette' }),
  }),
  bottom('problems', 'Problems', 'mod+shift+m'),
  bottom('code', 'Code', 'mod+shift+c'),
  left('services', 'Services'),
  left('outline', 'Outline'),
  left('templates', 'Templates'),
  panel('left', 'Left panel', 'mod+b'),
  panel('right', 'Inspector', 'mod+i'),
  panel('bottom', 'Bottom panel', 'mod+j'),
  defineCommand({
    id: 'view.maximise-bottom',
    title: 'Maximise the bottom panel',
    group: 'view',
    keys: ['f9'],
    words: 'maximize restore larger code problems full',
    whileTyping: true,
    when: hasDesign,
    checked: ({ state: { settings, view } }) => settings.maximised && view.open.bottom,
    run: (app) => {
      const { settings, view } = app.state;
      app.setSettings({ maximised: !(settings.maximised && view.open.bottom) });
      app.setView(({ open }) => ({ open: { ...open, bottom: true } }));
    },
  }),
  toPane(1, 'Next pane', 'f6'),
  toPane(-1, 'Previous pane', 'shift+f6'),
  defineCommand({
    id: 'view.zoom-in',
    title: 'Zoom in',
    group: 'view',
    keys: ['mod+='],
    startsSection: true,
    when: hasDesign,
    run: (app) => app.focus({ kind: 'zoom', to: 'in' }),
  }),
  defineCommand({
    id: 'view.zoom-out',
    title: 'Zoom out',
    group: 'view',
    keys: ['mod+-'],
    when: hasDesign,
    run: (app) => app.focus({ kind: 'zoom', to: 'out' }),
  }),
  defineCommand({
    id: 'view.zoom-actual',
    title: 'Actual size',
    group: 'view',
    keys: ['mod+0'],
    when: hasDesign,
    run: (app) => app.focus({ kind: 'zoom', to: 'actual' }),
  }),
  defineCommand({
    id: 'view.fit',
    title: 'Fit the design',
    group: 'view',
    keys: ['shift+1'],
    words: 'zoom all',
    when: hasDesign,
    run: (app) => app.focus({ kind: 'fit' }),
  }),
  defineCommand({
    id: 'view.zoom-selection',
    title: 'Zoom to selection',
    group: 'view',
    keys: ['shift+2'],
    when: (app) => hasDesign(app) && app.state.view.selection.size > 0,
    run: (app) => app.focus({ kind: 'selection' }),
  }),
  defineCommand({
    id: 'view.grid',
    title: 'Grid',
    group: 'view',
    startsSection: true,
    checked: (app) => app.state.settings.grid,
    run: (app) => app.setSettings({ grid: !app.state.settings.grid }),
  }),
  defineCommand({
    id: 'view.snap',
    title: 'Snap to grid',
    group: 'view',
    checked: (app) => app.state.settings.snap,
    run: (app) => app.setSettings({ snap: !app.state.settings.snap }),
  }),
  defineCommand({
    id: 'view.minimap',
    title: 'Minimap',
    group: 'view',
    checked: (app) => app.state.settings.minimap,
    run: (app) => app.setSettings({ minimap: !app.state.settings.minimap }),
  }),
];
