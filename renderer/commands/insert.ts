import { services } from '../../shared/catalog/catalog.ts';
import type { ServiceDefinition } from '../../shared/catalog/service.ts';
import { addServiceHere } from './add-service.ts';
import { type Command, defineCommand, isEditable } from './command.ts';
import { chosenNode } from './selection.ts';

/** Adds one kind; for the palette of commands, where one types its name. */
const insert = ({ kind, title, preview }: ServiceDefinition): Command =>
  defineCommand({
    id: `insert.add-${kind}`,
    title: `Add ${title}`,
    group: 'insert',
    words: `new service ${kind}`,
    hidden: true,
    when: (app) => isEditable(app) && (preview !== true || app.state.settings.previews),
    run: (app) => {
      addServiceHere(app, kind);
    },
  });

export const insertCommands: readonly Command[] = [
  defineCommand({
    id: 'insert.service',
    title: 'Add service…',
    group: 'insert',
    keys: ['/'],
    onCanvas: true,
    words: 'new node',
    when: (app) => isEditable(app) && app.canvas !== undefined,
    run: (app) => app.canvas?.pickService(),
  }),
  defineCommand({
    id: 'insert.connect',
    title: 'Connect…',
    group: 'insert',
    keys: ['c'],
    onCanvas: true,
    words: 'connection line arrow link to',
    when: (app) => isEditable(app) && chosenNode(app) !== undefined,
    run: (app) => app.setView({ connectingFrom: chosenNode(app)?.id }),
  }),
  ...services.map(insert),
];
