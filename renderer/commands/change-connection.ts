import type { ConnectionDefinition } from '../../shared/catalog/connection.ts';
import { meaningsOf, turnsOf } from '../../shared/connecting/edits.ts';
import type { Connection } from '../../shared/model/design.ts';
import type { App } from '../store/app-store.ts';
import { type Command, defineCommand, isEditable } from './command.ts';
import { turnRound } from './connect.ts';
import { chosenConnection } from './selection.ts';

/** What the connection could mean besides what it means now. */
export const otherMeanings = (
  app: App,
  connection: Connection,
): readonly ConnectionDefinition[] => {
  const design = app.state.document?.design;
  return design
    ? meaningsOf(design, connection).filter(
        ({ id, preview }) =>
          id !== connection.type && (app.state.settings.previews || preview !== true),
      )
    : [];
};

/** The chosen connection, if it can be turned round, and what it then is. */
const turned = (app: App): readonly [Connection, ConnectionDefinition] | undefined => {
  const design = app.state.document?.design;
  const connection = chosenConnection(app);
  const [row] = design && connection ? turnsOf(design, connection) : [];
  return connection && row ? [connection, row] : undefined;
};

export const changeConnectionCommands: readonly Command[] = [
  defineCommand({
    id: 'edit.reverse-connection',
    title: 'Reverse connection',
    group: 'edit',
    words: 'turn round direction swap',
    hidden: true,
    when: (app) => isEditable(app) && turned(app) !== undefined,
    run: (app) => {
      const [connection, row] = turned(app) ?? [];
      if (connection && row) turnRound(app, connection, row);
    },
  }),
];
