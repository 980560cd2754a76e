import { propertiesOf } from '../../../../shared/catalog/catalog.ts';
import type { Connection } from '../../../../shared/model/design.ts';
import { type Edit, setConnectionType } from '../../../../shared/model/edits/index.ts';

/**
 * Gives a connection another meaning between the same ends. Settings that the new meaning has too stay; so do those
 * that nobody knows. Those of the old meaning alone go, because they would say something wrong.
 */
export const retype = (connection: Connection, type: string): Edit => {
  const [before, after] = [propertiesOf(connection.type) ?? {}, propertiesOf(type) ?? {}];
  const kept = Object.entries(connection.properties).filter(
    ([name]) => Object.hasOwn(after, name) || !Object.hasOwn(before, name),
  );
  return setConnectionType(connection.id, type, Object.fromEntries(kept));
};
