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
    node: Node | undefined,
    kindOrType: string,
  ) => {
    if (!node) return;
    for (const [property, value] of Object.entries(subject.properties)) {
      const type = propertyOf(kindOrType, property)?.type;
      for (const name of referredNames(value))
        declare(stackOf(node), name, type === 'integer' || type === 'number');
    }
  };
  for (const node of sortedBy(design.nodes, ({ id }) => id)) visit(node, node, node.kind);
  for (const connection of sortedBy(design.connections, ({ id }) => id))
    visit(connection, nodeById.get(connection.from), connection.type);
};

/** The logical names that intrinsics anywhere in the value refer to. */
export const referredNames = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referredNames);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'Ref' && typeof item === 'string') return [item];
    if (key === 'Fn::Sub') return subNames(item);
    return referredNames(item);
  });
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
