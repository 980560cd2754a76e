import { chosenConnections, chosenNodes } from '../../commands/selection.ts';
import type { App } from '../../store/app-store.ts';

/** A menu's entry: a command by its id, a menu of more of them, or the other meanings of the chosen connection. */
export type MenuItem =
  | string
  | { readonly title: string; readonly items: readonly string[] }
  | 'meanings';

/** Sections between which a line is drawn. Commands that make no sense now are left out when it is drawn. */
type Sections = readonly (readonly MenuItem[])[];

const clipboard = ['edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate'];
const alignment: MenuItem = {
  title: 'Align',
  items: [
    'arrange.align-left',
    'arrange.align-center',
    'arrange.align-right',
    'arrange.align-top',
    'arrange.align-middle',
    'arrange.align-bottom',
  ],
};
const distribution: MenuItem = {
  title: 'Distribute',
  items: ['arrange.distribute-horizontal', 'arrange.distribute-vertical'],
};
const choice: MenuItem = {
  title: 'Select',
  items: [
    'edit.select-connected',
    'edit.select-upstream',
    'edit.select-downstream',
    'edit.select-invert',
    'edit.select-all',
  ],
};

const ofNodes: Sections = [
  ['edit.rename', 'insert.connect', 'edit.inspect'],
  [...clipboard, 'edit.delete'],
  ['insert.service', 'arrange.group', 'arrange.ungroup', 'arrange.into', alignment, distribution],
  ['arrange.layout', 'arrange.lock', 'arrange.unlock'],
  [choice, 'view.zoom-selection'],
];
const ofConnections: Sections = [
  ['edit.inspect'],
  ['meanings', 'edit.reverse-connection'],
  ['edit.delete'],
];
const ofCanvas: Sections = [
  ['insert.service', 'edit.paste'],
  ['edit.select-all', 'edit.select-invert'],
  ['arrange.layout', 'view.fit', 'view.zoom-actual'],
  ['view.grid', 'view.snap', 'view.minimap'],
];

/** What the context menu offers: by what is chosen, which a right click has just changed. */
export const menuEntries = (app: App): Sections => {
  if (chosenNodes(app).length > 0) return ofNodes;
  return chosenConnections(app).length > 0 ? ofConnections : ofCanvas;
};
