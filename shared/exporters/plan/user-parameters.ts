import { propertyOf } from '../../catalog/catalog.ts';
import { isJsonObject } from '../../lib/json.ts';
import { sortedBy } from '../../lib/order.ts';
import type { Design, Node } from '../../model/design.ts';
import type { LogicalId, NodeId } from '../../model/ids.ts';
import type { StackPlan } from './stack-plan.ts';

/**
 * Declares the parameters that the user's own intrinsics refer to: a `Ref` (or `${…}` in `Fn::Sub`) that names
 * neither a node nor a pseudo parameter.
 */
export const declareUserParameters = (
  design: Design,
  ids: ReadonlyMap<NodeId, LogicalId>,
  stackOf: (node: Node) => StackPlan,
): void => {
  const known = new Set<string>(ids.values());
  const declare = (stack: StackPlan, name: string, numeric: boolean): void => {
    if (known.has(name) || name.startsWith('AWS::') || !/^[A-Za-z0-9]+$/.test(name)) return;
    if (stack.has(name)) return;
    stack.parameter(name, {
      type: numeric ? 'Number' : 'String',
      description: 'A value that the design leaves open.',
    });
  };
  const nodeById = new Map(design.nodes.map((node) => [node.id, node]));
  const visit = (
    subject: Design['nodes'][number] | Design['connections'][number],
    kindOrType: string,
    node: Node | undefined,
    other: Node | undefined = node,
  ) => {
    if (!node || !other) return;
    const own = stackOf(node);
    const far = stackOf(other);
    for (const [property, value] of Object.entries(subject.properties)) {
      const type = propertyOf(kindOrType, property)?.type;
      for (const name of referredNames(value))
        for (const stack of own === far || !usesName(far, name)
          ? [own]
          : usesName(own, name)
            ? [own, far]
            : [far])
          declare(stack, name, type === 'integer' || type === 'number');
    }
  };
  for (const node of sortedBy(design.nodes, ({ id }) => id)) visit(node, node.kind, node);
  for (const connection of sortedBy(design.connections, ({ id }) => id))
    visit(connection, connection.type, nodeById.get(connection.from), nodeById.get(connection.to));
};

/** True when the stack refers to the name: what a connection sets may stand in the other region. */
const usesName = (stack: StackPlan, name: string): boolean =>
  [...stack.resources.values()].some(({ properties, events }) =>
    referredNames([properties, ...[...events.values()].map((event) => event.properties)]).includes(
      name,
    ),
  ) ||
  [...stack.grants.values()].some((grants) =>
    referredNames(grants.map(({ statement }) => statement)).includes(name),
  );

/** The logical names that intrinsics anywhere in the value refer to. */
export const referredNames = (value: unknown): readonly string[] => {
  const names: string[] = [];
  addReferredNames(value, names);
  return names;
};

/** Every property of every node is looked through, and few of them refer to anything: nothing is made on the way. */
const addReferredNames = (value: unknown, names: string[]): void => {
  if (Array.isArray(value)) {
    for (const item of value) addReferredNames(item, names);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (key === 'Ref' && typeof item === 'string') names.push(item);
    else if (key === 'Fn::Sub') names.push(...subNames(item));
    else addReferredNames(item, names);
  }
};

const subNames = (value: unknown): string[] => {
  const [text, variables] = Array.isArray(value) ? value : [value, {}];
  const own = isJsonObject(variables) ? Object.keys(variables) : [];
  const names =
    typeof text === 'string'
      ? [...text.matchAll(/\$\{([^!}.][^}.]*)\}/g)].map((match) => match[1] ?? '')
      : [];
  return [...names.filter((name) => !own.includes(name)), ...referredNames(variables)];
};
