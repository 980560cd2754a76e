import { closesCircle } from '../../catalog/apart.ts';
import type { Blueprint, PolicyStatement } from '../../catalog/blueprint.ts';
import { connectionOf, kindFacts, mechanismOf, serviceOf } from '../../catalog/catalog.ts';
import { statementCode } from '../../catalog/code.ts';
import type { ConnectionScope } from '../../catalog/connection.ts';
import {
  distinctStatements,
  mergedStatements,
  type StatementGroup,
  statementExpression,
} from '../../catalog/policy.ts';
import type { NodeScope } from '../../catalog/service.ts';
import type { Connection, Graph, Node, Subject } from '../../graph/graph.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import { compareText, sortedBy } from '../../lib/order.ts';
import { type Code, invoke, type Statement } from '../../lib/typescript/syntax.ts';
import { screamingSnakeCase } from '../../lib/words.ts';
import type { Design } from '../../model/design.ts';
import type { LogicalId, NodeId } from '../../model/ids.ts';
import { logicalIds } from '../../model/logical-id.ts';
import { strangersIn } from './clash.ts';
import { wrongReference } from './references.ts';
import { connectionScope, nodeScope, type PlanContext } from './scopes.ts';
import { type Grant, StackPlan } from './stack-plan.ts';
import { declareUserParameters } from './user-parameters.ts';
import { unwritable, wrongValues } from './wrong-values.ts';

/** What a design becomes in either export, one stack for each region. */
export interface Plan {
  readonly design: Design;
  readonly graph: Graph;
  /** By region; the design's own region first. */
  readonly stacks: readonly StackPlan[];
  scopeOf(node: Node): NodeScope;
  logicalId(node: Node): LogicalId;
}

/** Works out what a design deploys to. Pure: the same design gives the same plan. */
export const planDesign = (design: Design, graph: Graph = createGraph(kindFacts, design)): Plan => {
  const ids = logicalIds(design);
  const stacks = new Map<string, StackPlan>();
  const stackOf = (region: string): StackPlan => {
    const present = stacks.get(region);
    if (present) return present;
    const stack = new StackPlan(region, strangersIn(design, graph, ids));
    stacks.set(region, stack);
    return stack;
  };
  stackOf(design.region);
  const logicalId = (node: Node): LogicalId => {
    const id = ids.get(node.id);
    if (id === undefined) throw new Error(`No logical id for ${node.id}`);
    return id;
  };
  const context: PlanContext = { graph, logicalId, stackOf };
  const scopes = new Map<NodeId, NodeScope>();
  const scopeOf = (node: Node): NodeScope => {
    const present = scopes.get(node.id);
    if (present) return present;
    const scope = nodeScope(context, node, scopeOf);
    scopes.set(node.id, scope);
    return scope;
  };

  const nodes = sortedBy(design.nodes, ({ id }) => id);
  const attempt = (owner: Subject, title: string, out: Blueprint, write: () => void): void => {
    try {
      write();
    } catch (error) {
      // After an earlier problem what follows may miss what it needs, and there is nothing new to say.
      if ([...stacks.values()].some(({ problems }) => problems.length > 0)) return;
      (out as StackPlan).owner = owner.id;
      out.problem(unwritable(owner, title, error));
    }
  };
  for (const node of nodes)
    attempt(node, titleOf(node), scopeOf(node).out, () => writeNode(scopeOf(node)));
  // A node that could not be written has said why; what hangs on it has nothing to write to.
  const failed = new Set<string>(
    [...stacks.values()].flatMap(({ problems }) => problems.map(({ owner }) => owner)),
  );
  for (const connection of sortedBy(design.connections, ({ id }) => id)) {
    const from = graph.source(connection);
    const to = graph.target(connection);
    if (from && to && !failed.has(from.id) && !failed.has(to.id))
      attempt(connection, titleOf(from, to), scopeOf(from).out, () =>
        writeConnection(connection, scopeOf(from), scopeOf(to)),
      );
  }
  for (const node of nodes)
    if (!failed.has(node.id))
      attempt(node, titleOf(node), scopeOf(node).out, () =>
        finishNode(scopeOf(node), stackOf(graph.region(node))),
      );
  const resourceIds = new Set<string>(ids.values());
  for (const { resources } of stacks.values())
    for (const id of resources.keys()) resourceIds.add(id);
  const kinds = new Map<string, string>(nodes.map((node) => [logicalId(node), node.kind]));
  /** The id of a node of which nothing is deployed, such as a person, is taken, but stands for nothing. */
  const isBare = (id: string, attribute: string): boolean => {
    const kind = kinds.get(id);
    const known = kind === undefined ? {} : serviceOf(kind)?.attributes;
    return (
      kind !== undefined &&
      ![...stacks.values()].some(({ resources }) => resources.has(id)) &&
      !Object.values(known ?? {}).some(({ cfn }) => cfn === attribute)
    );
  };
  const refuse = (subject: Subject, title: string, node: Node): void => {
    for (const [property, value] of Object.entries(subject.properties)) {
      const wrong = wrongReference(value, (id) => resourceIds.has(id), isBare);
      if (wrong === undefined) continue;
      const stack = stackOf(graph.region(node));
      stack.owner = subject.id;
      stack.problem(`${title}: look at ${property}; ${wrong}.`);
    }
  };
  for (const node of nodes) refuse(node, titleOf(node), node);
  for (const connection of design.connections) {
    const from = graph.source(connection);
    const to = graph.target(connection);
    if (from && to) refuse(connection, titleOf(from, to), from);
  }
  declareUserParameters(design, ids, (node) => stackOf(graph.region(node)));
  // Who asks a finished plan what it holds, as the exporters do, is none of its nodes and claims no id.
  for (const stack of stacks.values()) stack.owner = '';
  // AWS takes no template without a resource: the design's own region may have none.
  const written = [...stacks.values()].filter(
    ({ resources, problems }) => resources.size > 0 || problems.length > 0,
  );
  return {
    design,
    graph,
    stacks: (written.length > 0 ? written : [stackOf(design.region)]).sort((a, b) =>
      a.region === design.region
        ? -1
        : b.region === design.region
          ? 1
          : compareText(a.region, b.region),
    ),
    scopeOf,
    logicalId,
  };
};

/** A node or connection, as messages begin. */
const titleOf = (from: Node, to?: Node): string =>
  to ? `The connection from "${from.name}" to "${to.name}"` : `"${from.name}"`;

const writeNode = (scope: NodeScope): void => {
  const service = serviceOf(scope.node.kind);
  const stack = scope.out as StackPlan;
  stack.owner = scope.node.id;
  const wrong = wrongValues(scope.node, scope.node.kind);
  if (wrong !== undefined) stack.problem(`${titleOf(scope.node)}: ${wrong}.`);
  else if (!service)
    stack.problem(
      `"${scope.node.name}" is of the kind ${scope.node.kind}, which this version cannot export.`,
    );
  else service.emit?.(scope);
};

const writeConnection = (connection: Connection, source: NodeScope, target: NodeScope): void => {
  const { node: from, graph } = source;
  const to = target.node;
  const definition = connectionOf(connection.type);
  for (const stack of [source.out, target.out] as StackPlan[]) stack.owner = connection.id;
  if (!definition || definition.from !== from.kind || definition.to !== to.kind) {
    source.out.problem(
      `${titleOf(from, to)} is of the type ${connection.type}, which this version cannot export.`,
    );
    return;
  }
  const wrong = wrongValues(connection, connection.type);
  if (wrong !== undefined) {
    source.out.problem(`${titleOf(from, to)}: ${wrong}.`);
    return;
  }
  const scope = connectionScope(graph, connection, definition, source, target);
  mechanismOf(definition.mechanism)?.emit?.(scope);
  writeEnvironment(scope);
};

/**
 * Several targets of one kind get variables of their own: the target's id goes in front. The id and not the
 * name, so that renaming a box does not break the code that reads the variable.
 */
const writeEnvironment = (scope: ConnectionScope): void => {
  const { definition, source, target, graph, fill } = scope;
  if (definition.environment.length === 0 || serviceOf(source.node.kind)?.finish === undefined)
    return;
  if (closesCircle(scope)) return;
  const siblings = graph.targets(source.node, { kind: target.node.kind }).length;
  const readers = { connection: scope.read, source: source.read, target: target.read };
  for (const { name, value, when } of definition.environment)
    if (when?.(readers) ?? true)
      source.out.environment(
        source.node.id,
        siblings > 1 ? `${screamingSnakeCase(target.id)}_${name}` : name,
        fill(value),
      );
};

const finishNode = (scope: NodeScope, stack: StackPlan): void => {
  const { node, id } = scope;
  const service = serviceOf(node.kind);
  stack.owner = node.id;
  service?.finish?.(scope, stack.environments.get(node.id) ?? new Map());
  const policies = stack.resourcePolicies.get(node.id) ?? [];
  if (service?.resourcePolicy) {
    const inSam = distinctStatements(grantedTo(policies, 'sam'));
    if (inSam.length > 0)
      service.resourcePolicy.sam(
        scope,
        inSam.map(({ statement }) => statement),
      );
    for (const group of distinctStatements(grantedTo(policies, 'cdk')))
      inCdk(
        stack,
        policies,
        group,
        service.resourcePolicy.cdk?.(scope, group.statement) ??
          invoke(scope.construct, 'addToResourcePolicy', statementCode(group.statement)),
      );
  } else if (policies.length > 0) throw new Error(`${node.kind} has no resource-based policy`);
  const identity = stack.identities.get(node.id);
  const grants = stack.grants.get(node.id) ?? [];
  if (grants.length === 0) return;
  if (!identity) throw new Error(`${node.kind} has no role`);
  const inSam = mergedStatements(grantedTo(grants, 'sam')).map((group) => {
    const expression = statementExpression(group.statement);
    stack.origins.add(expression, ...ownersOf(grants, group));
    return expression;
  });
  if (inSam.length > 0) {
    const role = stack.resources.get(identity.resource);
    stack.append(
      identity.resource,
      'Policies',
      role?.type === 'AWS::IAM::Role'
        ? { PolicyName: `${id}Policy`, PolicyDocument: { Version: '2012-10-17', Statement: inSam } }
        : { Version: '2012-10-17', Statement: inSam },
    );
  }
  for (const group of distinctStatements(grantedTo(grants, 'cdk')))
    inCdk(
      stack,
      grants,
      group,
      invoke(identity.cdk, identity.method, statementCode(group.statement)),
    );
};

/** Adds the code of a statement, which the node has because of those who asked for it. */
const inCdk = (
  stack: StackPlan,
  grants: readonly Grant[],
  group: StatementGroup,
  code: Code | Statement,
): void => {
  stack.origins.add(code, ...ownersOf(grants, group));
  stack.statement(code);
};

const ownersOf = (grants: readonly Grant[], { parts }: StatementGroup): readonly string[] =>
  grants.filter(({ statement }) => parts.includes(statement)).map(({ owner }) => owner);

const grantedTo = (grants: readonly Grant[], target: 'sam' | 'cdk'): readonly PolicyStatement[] =>
  grants
    .filter(({ only }) => only === undefined || only === target)
    .map(({ statement }) => statement);
