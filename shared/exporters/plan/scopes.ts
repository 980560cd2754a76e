import type { PolicyStatement } from '../../catalog/blueprint.ts';
import { clientOf, connectionOf, propertiesOf, serviceOf } from '../../catalog/catalog.ts';
import { constructRef, literalCode, tokenCode } from '../../catalog/code.ts';
import type {
  ConnectionDefinition,
  ConnectionReader,
  ConnectionScope,
  StatementSide,
} from '../../catalog/connection.ts';
import {
  attribute,
  type Expression,
  type ExpressionObject,
  expressionOf,
  join,
  pseudo,
  typed,
} from '../../catalog/expression.ts';
import type { PropertyDefinition, PropertyReader, PropertyTable } from '../../catalog/property.ts';
import type { NodeScope, ServiceDefinition } from '../../catalog/service.ts';
import type { Connection, Graph, Node, Subject } from '../../graph/graph.ts';
import { shortHash } from '../../lib/hash.ts';
import type { Json } from '../../lib/json.ts';
import type { Code } from '../../lib/typescript/syntax.ts';
import { pascalCase } from '../../lib/words.ts';
import type { LogicalId } from '../../model/ids.ts';
import { hasIntrinsic, isIntrinsic } from '../../model/value.ts';
import { type StackPlan, setPath } from './stack-plan.ts';

/** What scopes need of the plan around them. */
export interface PlanContext {
  readonly graph: Graph;
  logicalId(node: Node): LogicalId;
  stackOf(region: string): StackPlan;
}

/** What nodes and connections have in common while they are written: their properties. */
const subjectScope = (graph: Graph, subject: Subject, kindOrType: string) => {
  const table = propertiesOf(kindOrType) ?? {};
  const definitionOf = (property: string): PropertyDefinition => {
    const definition = Object.hasOwn(table, property) ? table[property] : undefined;
    if (!definition) throw new Error(`${kindOrType} has no property ${property}`);
    return definition;
  };
  const raw: PropertyReader = (property) => {
    const value = graph.value(subject, property);
    return value === undefined || value === null || hasIntrinsic(value) ? undefined : value;
  };
  const applies = (definition: PropertyDefinition): boolean => definition.when?.(raw) ?? true;
  const read: PropertyReader = (property) =>
    applies(definitionOf(property)) ? raw(property) : undefined;
  /** The JSON to write: what is set, or the default where it must be said. */
  const written = (property: string, definition: PropertyDefinition): Json | undefined => {
    // Most properties are neither set nor need be written: they are left before anything else is asked.
    if (!definition.emitDefault && !definition.required && !graph.isSet(subject, property))
      return undefined;
    if (!applies(definition)) return undefined;
    const value = graph.value(subject, property);
    return value === undefined || value === null || value === '' ? undefined : value;
  };
  const value = (property: string): Expression | undefined => {
    const definition = definitionOf(property);
    const json = written(property, definition);
    return json === undefined ? undefined : typedExpression(definition, json);
  };
  const code = (property: string): Code | undefined => {
    const definition = definitionOf(property);
    const json = written(property, definition);
    if (json === undefined) return undefined;
    return hasIntrinsic(json)
      ? tokenCode(definition, expressionOf(json))
      : literalCode(definition, json);
  };
  const cfnProperties = (): ExpressionObject => {
    const properties: Record<string, Expression | undefined> = {};
    for (const { property, definition, path } of entriesOf(table)) {
      const [first] = path;
      if (first === undefined) continue;
      const json = written(property, definition);
      if (json === undefined || isEmpty(json)) continue;
      const value = typedExpression(definition, json);
      if (path.length === 1 && properties[first] === undefined) properties[first] = value;
      else properties[first] = setPath({ [first]: properties[first] }, path, value)[first];
    }
    return properties;
  };
  /** L2 properties of the literals, and CloudFormation paths of the intrinsics that must be overridden. */
  const cdkParts = (): {
    props: Record<string, Code | undefined>;
    overrides: { path: string; value: Expression }[];
  } => {
    const props: Record<string, Code | undefined> = {};
    const overrides: { path: string; value: Expression }[] = [];
    for (const { property, definition } of entriesOf(table)) {
      const json = written(property, definition);
      if (json === undefined || isEmpty(json)) continue;
      const unknown = hasIntrinsic(json);
      const path = definition.behind ?? definition.cfn;
      if (unknown && path !== undefined && path !== 'kind' && definition.cdk !== undefined)
        overrides.push({ path, value: expressionOf(json) });
      if (definition.cdk === undefined || unknown) continue;
      Object.assign(props, cdkProperty(definition, json));
    }
    return { props, overrides };
  };
  /**
   * L2 properties of the literals and, as tokens, of the intrinsics: what a connection brings along has no resource
   * of its own that could be overridden.
   */
  const cdkTokenProps = (): Record<string, Code | undefined> => {
    const props: Record<string, Code | undefined> = {};
    for (const { property, definition } of entriesOf(table)) {
      const { cdk } = definition;
      if (cdk === undefined) continue;
      const json = written(property, definition);
      if (json === undefined || isEmpty(json)) continue;
      if (!hasIntrinsic(json)) Object.assign(props, cdkProperty(definition, json));
      else if (typeof cdk !== 'function')
        props[typeof cdk === 'string' ? cdk : cdk.name] = tokenCode(definition, expressionOf(json));
    }
    return props;
  };
  return { read, value, code, cfnProperties, cdkParts, cdkTokenProps };
};

/** A value of the design; an intrinsic keeps the type that the property has. */
const typedExpression = ({ type }: PropertyDefinition, json: Json): Expression => {
  const expression = expressionOf(json);
  if (!isIntrinsic(json)) return expression;
  if (type === 'integer' || type === 'number') return typed('number', expression);
  return type === 'boolean' ? typed('boolean', expression) : expression;
};

interface Entry {
  readonly property: string;
  readonly definition: PropertyDefinition;
  /** Where it goes in CloudFormation, below the resource's properties; empty when it goes nowhere by itself. */
  readonly path: readonly string[];
}

const entries = new WeakMap<PropertyTable, readonly Entry[]>();

/** The properties of a table; tables are asked for them once for every node. */
const entriesOf = (table: PropertyTable): readonly Entry[] => {
  const present = entries.get(table);
  if (present) return present;
  const list = Object.entries(table).map(
    ([property, definition]): Entry => ({
      property,
      definition,
      path: definition.cfn?.split('.') ?? [],
    }),
  );
  entries.set(table, list);
  return list;
};

const isEmpty = (json: Json): boolean =>
  (Array.isArray(json) && json.length === 0) ||
  (typeof json === 'object' && json !== null && Object.keys(json).length === 0);

const cdkProperty = (
  definition: PropertyDefinition,
  json: Json,
): Readonly<Record<string, Code | undefined>> => {
  const { cdk } = definition;
  if (cdk === undefined) return {};
  if (typeof cdk === 'function') return cdk(json);
  if (typeof cdk === 'string') return { [cdk]: literalCode(definition, json) };
  const member = cdk.members?.[String(json)] ?? String(json);
  return {
    [cdk.name]: { kind: 'member', object: enumType(cdk.enum), name: member },
  };
};

const enumType = (dotted: string): Code => {
  const [module = '', type = ''] = dotted.split('.');
  return { kind: 'member', object: { kind: 'identifier', name: module }, name: type };
};

/** The scope of a node: what its kind reads and where it writes. */
export const nodeScope = (
  context: PlanContext,
  node: Node,
  scopeOf: (node: Node) => NodeScope,
): NodeScope => {
  const { graph } = context;
  const id = context.logicalId(node);
  const region = graph.region(node);
  const out = context.stackOf(region);
  const { read, value, code, cfnProperties, cdkParts } = subjectScope(graph, node, node.kind);
  const linkScope = (connection: Connection): readonly ConnectionScope[] => {
    const definition = connectionOf(connection.type);
    const from = graph.source(connection);
    const to = graph.target(connection);
    if (definition === undefined || from?.kind !== definition.from || to?.kind !== definition.to)
      return [];
    return [connectionScope(graph, connection, definition, scopeOf(from), scopeOf(to))];
  };
  const service = serviceOf(node.kind);
  return {
    node,
    service,
    graph,
    id,
    region,
    out,
    get construct() {
      return service?.handle?.(this) ?? constructRef(id);
    },
    read,
    value,
    code,
    cfnProperties,
    attribute: (name) => {
      checkAttribute(serviceOf(node.kind), node.kind, name);
      return attribute(node.id, name);
    },
    clientOf,
    get attributeNames() {
      return Object.keys(service?.attributes ?? {});
    },
    l2: (className, extra, attributes) => {
      const { props, overrides } = cdkParts();
      return {
        class: className, // What makes the construct comes first, its settings after it; the extra ones win.
        props: { ...extra, ...props, ...extra },
        overrides,
        ...(attributes === undefined ? {} : { attributes }),
      };
    },
    scopeOf,
    links: (direction, filter) =>
      (direction === 'in' ? graph.incoming(node, filter) : graph.outgoing(node, filter)).flatMap(
        linkScope,
      ),
    outIn: (other) => {
      const stack = context.stackOf(other);
      stack.owner = out.owner;
      return stack;
    },
  };
};

const checkAttribute = (
  service: ServiceDefinition | undefined,
  kind: string,
  name: string,
): void => {
  if (!service?.attributes || !Object.hasOwn(service.attributes, name))
    throw new Error(`${kind} has no attribute ${name}`);
};

const calledScopes = new WeakMap<NodeScope, NodeScope>();

/** The target of a connection as those see it that call it. */
const calledScope = (target: NodeScope): NodeScope => {
  const called = target.service?.called?.(target);
  if (called === undefined) return target;
  const present = calledScopes.get(target);
  if (present) return present;
  const made: NodeScope = {
    ...target,
    construct: called.construct,
    attribute: (name) => target.attribute(called.attributes[name] ?? name),
  };
  calledScopes.set(target, made);
  return made;
};

/** Of an alias there are no versions: what is called is all there is to call. */
const callable = (resources: readonly string[], isCalled: boolean): readonly string[] =>
  isCalled ? resources.filter((resource) => resource !== '{target.arn}:*') : resources;

/** The scope of a connection between two nodes. */
export const connectionScope = (
  graph: Graph,
  connection: Connection,
  definition: ConnectionDefinition,
  source: NodeScope,
  node: NodeScope,
): ConnectionScope => {
  const target = calledScope(node);
  const own = subjectScope(graph, connection, connection.type);
  const readers: ConnectionReader = {
    connection: own.read,
    source: source.read,
    target: target.read,
  };
  const fill = (template: string): Expression =>
    fillTemplate(template, {
      source,
      target,
      // An intrinsic of the user is as good as a text here.
      read: (field) => own.read(field) ?? graph.value(connection, field),
    });
  return {
    connection,
    definition,
    options: definition.options,
    graph,
    source,
    target,
    resourceId: (word) => resourceId(graph, connection, source, target, word),
    read: own.read,
    value: own.value,
    code: own.code,
    cfnProperties: own.cfnProperties,
    cdkProps: own.cdkTokenProps,
    fill,
    statements: (...sides: readonly StatementSide[]) =>
      own.read('permissions') !== 'generated'
        ? []
        : definition.statements
            .filter(
              ({ side, when, byMechanism, reachedBy }) =>
                sides.includes(side) &&
                byMechanism !== true &&
                (when?.(readers) ?? true) &&
                (reachedBy === undefined ||
                  graph.incoming(target.node, { kind: reachedBy }).length > 0),
            )
            .map(
              (statement): PolicyStatement => ({
                actions: statement.actions,
                resources: callable(statement.resources, target !== node).map(fill),
                ...(statement.sid === undefined ? {} : { sid: statement.sid }),
                ...(statement.principal === undefined || !isResourcePolicy(statement.side)
                  ? {}
                  : {
                      principal:
                        statement.principal === '*'
                          ? '*'
                          : { Service: filledPrincipal(statement.principal, fill) },
                    }),
                ...(statement.conditions === undefined
                  ? {}
                  : { conditions: fillConditions(statement.conditions, fill) }),
              }),
            ),
  };
};

const filledPrincipal = (
  principal: string | readonly string[],
  fill: (template: string) => Expression,
): Expression => (typeof principal === 'string' ? fill(principal) : principal.map(fill));

/** Elsewhere the principal says who assumes a role, which is no part of the statement. */
const isResourcePolicy = (side: StatementSide): boolean =>
  side === 'target-policy' || side === 'source-policy';

/** CloudFormation allows 255 characters; SAM and the CDK append words of their own. */
const maxIdLength = 200;

/** The ends' ids and a word; parallel connections of one type are numbered in the order of their ids. */
const resourceId = (
  graph: Graph,
  connection: Connection,
  source: NodeScope,
  target: NodeScope,
  word: string,
): string => {
  const place = graph
    .outgoing(source.node, { type: connection.type })
    .filter(({ to }) => to === connection.to)
    .findIndex(({ id }) => id === connection.id);
  const name = `${source.id}${target.id}`;
  return [
    name.length > maxIdLength ? `${name.slice(0, maxIdLength - 8)}${shortHash(name)}` : name,
    pascalCase(word),
    place > 0 ? place + 1 : '',
  ].join('');
};

const fillConditions = (
  conditions: Readonly<Record<string, Readonly<Record<string, Json>>>>,
  fill: (template: string) => Expression,
): ExpressionObject =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, value]) => [
          key,
          typeof value === 'string' ? fill(value) : expressionOf(value),
        ]),
      ),
    ]),
  );

const placeholder = /\{([a-zA-Z]+(?:\.[a-zA-Z]+)?)\}/g;

const fillTemplate = (
  template: string,
  ends: { source: NodeScope; target: NodeScope; read: PropertyReader },
): Expression => {
  const parts: Expression[] = [];
  let end = 0;
  for (const match of template.matchAll(placeholder)) {
    parts.push(template.slice(end, match.index), placeholderValue(match[1] ?? '', ends));
    end = match.index + match[0].length;
  }
  return join(...parts, template.slice(end));
};

const placeholderValue = (
  name: string,
  ends: { source: NodeScope; target: NodeScope; read: PropertyReader },
): Expression => {
  const [head = '', field] = name.split('.');
  if (field === undefined) {
    if (head === 'region') return pseudo('Region');
    if (head === 'account') return pseudo('AccountId');
    if (head === 'partition') return pseudo('Partition');
  } else if (head === 'source' || head === 'target') return ends[head].attribute(field);
  else if (head === 'connection') return connectionText(field, ends.read(field));
  throw new Error(`Unknown placeholder {${name}}`);
};

/** In ARNs the method ANY is `*`, and so is a path parameter. */
const connectionText = (field: string, value: Json | undefined): Expression => {
  if (value === undefined || value === null) {
    if (field === 'prefix') return '';
    throw new Error(`The placeholder {connection.${field}} has no value`);
  }
  if (isIntrinsic(value)) return field === 'method' || field === 'path' ? '*' : expressionOf(value);
  if (field === 'method') return value === 'ANY' ? '*' : String(value);
  if (field === 'path') return String(value).replaceAll(/\{[^}]*\}/g, '*');
  return expressionOf(value);
};
