import type {
  Blueprint,
  BroughtResource,
  ConstructSpec,
  DeletionPolicy,
  ExportOnly,
  ParameterSpec,
  PolicyStatement,
  ResourceSpec,
} from '../../catalog/blueprint.ts';
import {
  type Expression,
  type ExpressionObject,
  isExpressionObject,
  type ParameterToken,
  parameterRef,
} from '../../catalog/expression.ts';
import type { Code, Statement } from '../../lib/typescript/syntax.ts';
import type { NodeId } from '../../model/ids.ts';
import { clashProblem, type IsStranger, type PlanProblem } from './clash.ts';
import { Origins } from './origins.ts';

/** A resource under construction. */
export interface PlannedResource {
  readonly id: string;
  readonly type: string;
  properties: ExpressionObject;
  readonly dependsOn: Set<string>;
  readonly deletionPolicy: DeletionPolicy | undefined;
  readonly metadata: ExpressionObject | undefined;
  readonly cdk: ConstructSpec | BroughtResource | 'none' | undefined;
  /** The node or connection that brought it. */
  readonly owner: string;
  events: Map<string, { readonly type: string; readonly properties: ExpressionObject }>;
}

/** A construct of the CDK export. */
export interface PlannedConstruct {
  readonly id: string;
  readonly spec: ConstructSpec;
  props: Record<string, Code | undefined>;
  readonly lists: Map<string, Code[]>;
  readonly overrides: { readonly path: string; readonly value: Expression }[];
  readonly owner: string;
}

export interface Getter {
  readonly type: string;
  readonly doc: string;
  readonly value: Code;
}

export interface Grant {
  readonly statement: PolicyStatement;
  readonly only: ExportOnly | undefined;
  readonly owner: string;
}

export interface Identity {
  readonly resource: string;
  readonly cdk: Code;
  readonly method: string;
}

/** What a stack will hold: the `Blueprint` that kinds and mechanisms write, and what exporters read of it. */
export class StackPlan implements Blueprint {
  readonly region: string;
  readonly resources = new Map<string, PlannedResource>();
  readonly constructs = new Map<string, PlannedConstruct>();
  readonly statements: { readonly statement: Statement; readonly owner: string }[] = [];
  readonly identities = new Map<NodeId, Identity>();
  readonly grants = new Map<NodeId, Grant[]>();
  readonly resourcePolicies = new Map<NodeId, Grant[]>();
  readonly environments = new Map<NodeId, Map<string, Expression>>();
  readonly parameters = new Map<string, ParameterSpec>();
  readonly outputs = new Map<
    string,
    { readonly value: Expression; readonly description: string; readonly owner: string }
  >();
  /** Getters of the stack class of the CDK export that are overridden. */
  readonly getters = new Map<string, Getter>();
  readonly files = new Map<string, string>();
  /** The node or connection that brought each file. */
  readonly fileOwners = new Map<string, string>();
  /** Who brought what within a resource, where it is not the owner of the resource. */
  readonly origins = new Origins();
  readonly problems: PlanProblem[] = [];
  /** The node or connection that is being written. */
  owner = '';
  private readonly isStranger: IsStranger;
  private readonly clashes = new Set<string>();

  constructor(region: string, isStranger: IsStranger = () => false) {
    this.region = region;
    this.isStranger = isStranger;
  }

  resource(id: string, spec: ResourceSpec): void {
    const present = this.resources.get(id);
    if (present) {
      this.clash(id, present.owner);
      return;
    }
    this.resources.set(id, {
      id,
      type: spec.type,
      properties: spec.properties ?? {},
      dependsOn: new Set(spec.dependsOn),
      deletionPolicy: spec.deletionPolicy,
      metadata: spec.metadata,
      cdk: spec.cdk,
      owner: this.owner,
      events: new Map(),
    });
    if (spec.cdk !== undefined && spec.cdk !== 'none' && !('ref' in spec.cdk))
      this.construct(id, spec.cdk);
  }

  has(id: string): boolean {
    const present = this.resources.get(id);
    // What several share is made by the first of them; a node's own resource is not such a thing.
    if (present && this.isStranger(id, this.owner)) this.clash(id, present.owner);
    return present !== undefined;
  }

  hasConstruct(id: string): boolean {
    return this.constructs.has(id);
  }

  set(id: string, path: string, value: Expression): void {
    const resource = this.need(id);
    resource.properties = setPath(resource.properties, path.split('.'), value);
  }

  append(id: string, path: string, ...items: readonly Expression[]): void {
    const resource = this.need(id);
    const present = getPath(resource.properties, path.split('.'));
    if (this.owner !== resource.owner) for (const item of items) this.origins.add(item, this.owner);
    resource.properties = setPath(resource.properties, path.split('.'), [
      ...(Array.isArray(present) ? present : []),
      ...items,
    ]);
  }

  dependsOn(id: string, ...others: readonly string[]): void {
    for (const other of others) this.need(id).dependsOn.add(other);
  }

  props(id: string, props: Readonly<Record<string, Code | undefined>>): void {
    Object.assign(this.needConstruct(id).props, props);
  }

  appendProp(id: string, prop: string, ...items: readonly Code[]): void {
    const { lists } = this.needConstruct(id);
    lists.set(prop, [...(lists.get(prop) ?? []), ...items]);
  }

  construct(id: string, spec: ConstructSpec): void {
    const present = this.constructs.get(id);
    if (present) {
      this.clash(id, present.owner);
      return;
    }
    this.constructs.set(id, {
      id,
      spec,
      props: 'class' in spec ? { ...spec.props } : {},
      lists: new Map(),
      overrides: 'class' in spec ? [...(spec.overrides ?? [])] : [],
      owner: this.owner,
    });
  }

  statement(...statements: readonly (Statement | Code)[]): void {
    for (const item of statements) {
      const statement: Statement = isStatement(item) ? item : { kind: 'expression', value: item };
      this.origins.add(statement, this.owner);
      this.origins.copy(item, statement);
      this.statements.push({ statement, owner: this.owner });
    }
  }

  getter(name: string, spec: Getter): void {
    this.getters.set(name, spec);
  }

  override(id: string, path: string, value: Expression): void {
    this.needConstruct(id).overrides.push({ path, value });
  }

  identity(node: NodeId, carrier: Identity): void {
    this.identities.set(node, carrier);
  }

  allow(node: NodeId, statement: PolicyStatement, only?: ExportOnly): void {
    push(this.grants, node, { statement, only, owner: this.owner });
  }

  allowOn(node: NodeId, statement: PolicyStatement, only?: ExportOnly): void {
    push(this.resourcePolicies, node, { statement, only, owner: this.owner });
  }

  environment(node: NodeId, name: string, value: Expression): void {
    const variables = this.environments.get(node) ?? new Map<string, Expression>();
    if (!variables.has(name)) variables.set(name, this.brought(node, value));
    this.environments.set(node, variables);
  }

  event(
    id: string,
    name: string,
    event: { readonly type: string; readonly properties: ExpressionObject },
  ): void {
    const { events } = this.need(id);
    let free = name;
    for (let count = 2; events.has(free); count += 1) free = `${name}${count}`;
    events.set(free, event);
    this.origins.add(event, this.owner);
  }

  parameter(name: string, spec: ParameterSpec): ParameterToken {
    if (!this.parameters.has(name)) this.parameters.set(name, spec);
    return parameterRef(name);
  }

  output(name: string, value: Expression, description: string): void {
    this.outputs.set(name, { value, description, owner: this.owner });
  }

  file(path: string, text: string): void {
    this.files.set(path, text);
    this.fileOwners.set(path, this.owner);
  }

  problem(message: string): void {
    this.problems.push({ message, owner: this.owner });
  }

  /** The value as one of its own, so that its equals elsewhere are not taken for it. */
  private brought(node: NodeId, value: Expression): Expression {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (node === this.owner) return value;
    const own = { ...value };
    this.origins.add(own, this.owner);
    return own;
  }

  /** Ids come from the user's file, so that two are alike is no mistake of ours: the plan goes on and is not written. */
  private clash(id: string, other: string): void {
    if (this.clashes.has(id)) return;
    this.clashes.add(id);
    this.problems.push(clashProblem(id, this.owner, other));
  }

  private need(id: string): PlannedResource {
    const resource = this.resources.get(id);
    if (!resource) throw new Error(`No resource ${id} in the stack of ${this.region}`);
    return resource;
  }

  private needConstruct(id: string): PlannedConstruct {
    const construct = this.constructs.get(id);
    if (!construct) throw new Error(`No construct ${id} in the stack of ${this.region}`);
    return construct;
  }
}

const statementKinds: ReadonlySet<string> = new Set([
  'const',
  'assign',
  'expression',
  'comment',
  'blank',
  'import',
  'interface',
  'class',
]);

const isStatement = (item: Statement | Code): item is Statement => statementKinds.has(item.kind);

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const present = map.get(key);
  if (present) present.push(value);
  else map.set(key, [value]);
};

/** The value at a dotted path of nested properties. */
const getPath = (tree: Expression | undefined, path: readonly string[]): Expression | undefined => {
  let at = tree;
  for (const key of path) {
    if (!isExpressionObject(at)) return undefined;
    const inside: ExpressionObject = at;
    at = inside[key];
  }
  return at;
};

/** A copy of nested properties with the value at the path; objects merge. */
export const setPath = (
  tree: ExpressionObject,
  path: readonly string[],
  value: Expression,
): ExpressionObject => {
  const [key, ...rest] = path;
  if (key === undefined) return tree;
  const present = tree[key];
  if (rest.length > 0)
    return { ...tree, [key]: setPath(isExpressionObject(present) ? present : {}, rest, value) };
  return {
    ...tree,
    [key]:
      isExpressionObject(present) && isExpressionObject(value) ? { ...present, ...value } : value,
  };
};
