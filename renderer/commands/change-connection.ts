import { connectionsBetween, propertiesOf } from '../../shared/catalog/catalog.ts';
import type { ConnectionDefinition } from '../../shared/catalog/connection.ts';
import type { Connection } from '../../shared/model/design.ts';
import { reverseConnection, sequence, setConnectionType } from '../../shared/model/edits/index.ts';
import { findNode } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { type Command, defineCommand, isEditable } from './command.ts';
import { chosenConnection } from './selection.ts';

/** The ways to draw a line from one node to another, the usual one first. */
const waysBetween = (app: App, from: string, to: string): readonly ConnectionDefinition[] => {
  const { document, settings } = app.state;
  const [source, target] = document
    ? [findNode(document.design, from), findNode(document.design, to)]
    : [];
  return source && target
    ? connectionsBetween(source.kind, target.kind).filter(
        ({ gesture, preview }) => gesture !== 'nesting' && (settings.previews || preview !== true),
      )
    : [];
};

/** What the connection could mean besides what it means now. */
export const otherMeanings = (
  app: App,
  { from, to, type }: Connection,
): readonly ConnectionDefinition[] => waysBetween(app, from, to).filter(({ id }) => id !== type);

/** The settings that another type has as well. */
const keptProperties = ({ properties }: Connection, type: string): Connection['properties'] => {
  const table = propertiesOf(type) ?? {};
  return Object.fromEntries(
    Object.entries(properties).filter(([property]) => Object.hasOwn(table, property)),
  );
};

/** Gives a connection another meaning; settings that the new one has as well stay. */
export const setMeaning = (
  app: App,
  connection: Connection,
  { id, label }: ConnectionDefinition,
): void => {
  app.edit(
    `Change the connection to "${label}"`,
    setConnectionType(connection.id, id, keptProperties(connection, id)),
  );
};

/** The chosen connection, if it can be turned round, and what it then is. */
const turned = (app: App): readonly [Connection, ConnectionDefinition] | undefined => {
  const connection = chosenConnection(app);
  const [row] = connection ? waysBetween(app, connection.to, connection.from) : [];
  return connection && row && connection.from !== connection.to ? [connection, row] : undefined;
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
      if (!connection || !row) return;
      app.edit(
        'Reverse the connection',
        sequence(
          reverseConnection(connection.id, row.id),
          setConnectionType(connection.id, row.id, keptProperties(connection, row.id)),
        ),
      );
    },
  }),
];
