import { defineCommand } from './command.ts';

export const helpCommands = [
  defineCommand({
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    group: 'help',
    keys: ['shift+/'],
    run: (app) => app.openDialog({ kind: 'shortcuts' }),
  }),
  defineCommand({
    id: 'help.tour',
    title: 'Tour in five steps',
    group: 'help',
    run: (app) => app.openDialog({ kind: 'tour' }),
  }),
  defineCommand({
    id: 'help.about',
    title: 'About Isobar',
    group: 'help',
    startsSection: true,
    words: 'version licences licenses',
    run: (app) => app.openDialog({ kind: 'about' }),
  }),
];
