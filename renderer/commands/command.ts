import type { App } from '../store/app-store.ts';

/** Where a command stands in the menus; also the heading in the list of shortcuts. */
export type CommandGroup = 'file' | 'edit' | 'insert' | 'arrange' | 'view' | 'help';

/**
 * Something a person can ask for. Menus, the tool bar, context menus, shortcuts and the command palette are drawn
 * from the list of these; no component binds a key.
 */
export interface Command {
  /** `<group>.<verb>`; stable, for the native menu and for tests. */
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /** `mod+shift+z`; `mod` is ⌘ on a Mac and Ctrl elsewhere. The first is shown. */
  readonly keys?: readonly string[];
  /** More words to find it by. */
  readonly words?: string;
  /** Also works while a text is being typed. */
  readonly whileTyping?: boolean;
  /** Its keys count only while the canvas has the keyboard: plain letters, arrows, Tab. */
  readonly onCanvas?: true;
  /** Whether it makes sense now; always unless said otherwise. */
  readonly when?: (app: App) => boolean;
  /** For what is on or off: whether it is on. */
  readonly checked?: (app: App) => boolean;
  /** A line above it in menus. */
  readonly startsSection?: boolean;
  /** Left out of menus: for the palette and the keyboard alone. */
  readonly hidden?: boolean;
  readonly run: (app: App) => void | Promise<void>;
}

/** Defines a command, so that its file reads as data. */
export const defineCommand = (command: Command): Command => command;

/** True when a design is open. */
export const hasDesign = (app: App): boolean => app.state.document !== undefined;

/** True when a design is open and may be changed. */
export const isEditable = (app: App): boolean =>
  app.state.document !== undefined && app.state.document.readOnly === undefined;

/** True when something is chosen that may be changed. */
export const hasSelection = (app: App): boolean =>
  isEditable(app) && app.state.view.selection.size > 0;
