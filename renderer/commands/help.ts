import { defineCommand } from './command.ts';
import { startTour } from './tour.ts';

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
    words: 'help start introduction guide',
    run: startTour,
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
