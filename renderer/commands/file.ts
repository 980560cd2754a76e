import { defineCommand, hasDesign, isEditable } from './command.ts';
import { askAndOpen, closeDesign, leaving, openNew } from './documents.ts';
import { save, saveAs } from './saving.ts';

export const fileCommands = [
  defineCommand({
    id: 'file.new',
    title: 'New design',
    group: 'file',
    keys: ['mod+n'],
    run: (app) => leaving(app, () => openNew(app)),
  }),
  defineCommand({
    id: 'file.open',
    title: 'Open…',
    group: 'file',
    keys: ['mod+o'],
    whileTyping: true,
    run: askAndOpen,
  }),
  defineCommand({
    id: 'file.new-window',
    title: 'New window',
    group: 'file',
    keys: ['mod+shift+n'],
    when: (app) => app.state.host.capabilities.windows,
    run: async (app) => {
      await app.parts.host.newWindow();
    },
  }),
  defineCommand({
    id: 'file.save',
    title: 'Save',
    group: 'file',
    keys: ['mod+s'],
    whileTyping: true,
    startsSection: true,
    when: isEditable,
    run: async (app) => {
      await save(app);
    },
  }),
  defineCommand({
    id: 'file.save-as',
    title: 'Save as…',
    group: 'file',
    keys: ['mod+shift+s'],
    whileTyping: true,
    when: isEditable,
    run: async (app) => {
      await saveAs(app);
    },
  }),
  defineCommand({
    id: 'file.export',
    title: 'Export…',
    group: 'file',
    keys: ['mod+e'],
    words: 'sam cdk svg png mermaid report',
    whileTyping: true,
    startsSection: true,
    when: hasDesign,
    run: (app) => app.openDialog({ kind: 'export' }),
  }),
  defineCommand({
    id: 'file.settings',
    title: 'Settings…',
    group: 'file',
    keys: ['mod+,'],
    words: 'preferences theme dark light',
    startsSection: true,
    run: (app) => app.openDialog({ kind: 'settings' }),
  }),
  defineCommand({
    id: 'file.close',
    title: 'Close design',
    group: 'file',
    words: 'home',
    startsSection: true,
    when: hasDesign,
    run: closeDesign,
  }),
];
