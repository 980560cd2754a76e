import type { ConstructSpec, DeletionPolicy } from '../../catalog/blueprint.ts';
import { serviceOf } from '../../catalog/catalog.ts';
import { codeOf } from '../../catalog/code.ts';
import { compareText, sortedBy } from '../../lib/order.ts';
import { resolveReferences } from '../../lib/typescript/references.ts';
import {
  array,
  type Code,
  create,
  invoke,
  member,
  name,
  object,
  type Statement,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import type { Origins } from '../plan/origins.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedConstruct, StackPlan } from '../plan/stack-plan.ts';
import { broughtOwners } from './brought-owners.ts';
import { intrinsicCode } from './intrinsics.ts';
import { l1Construct, l1Property } from './l1.ts';
import { l2Attributes } from './l2-attributes.ts';
import { cdkModules } from './modules.ts';
import { variableNames } from './variables.ts';

/** A construct that one stack takes from another. */
export interface ForeignConstruct {
  readonly variable: string;
  readonly type: string;
  readonly region: string;
}

/** What the source of one stack class consists of, before it is wrapped and printed. */
export interface StackSource {
  readonly region: string;
  /** The constructor's statements; call it when all stacks are written, because others may take constructs of this one. */
  body(): readonly Statement[];
  /** The variable of each construct. */
  readonly variables: ReadonlyMap<string, string>;
  readonly takes: readonly ForeignConstruct[];
  /** Who brought each statement of the body. */
  readonly origins: Origins;
  /** Constructs that other stacks take, filled while those are written. */
  readonly gives: Map<string, string>;
}

interface Declared {
  readonly id: string;
  readonly value: Code;
  readonly type: string;
  readonly isL1: boolean;
  /** What its class calls the attributes of the resource. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly owner: string;
}

/** Writes the bodies of all stack classes. */
export const stackSources = (plan: Plan): readonly StackSource[] => {
  const homes = new Map<string, { stack: StackPlan; declared: Declared }>();
  const declaredByStack = plan.stacks.map((stack) => {
    const declared = declarations(stack);
    for (const item of declared) homes.set(item.id, { stack, declared: item });
    return { stack, declared };
  });
  const gives = new Map<string, Map<string, string>>();
  for (const { stack } of declaredByStack) gives.set(stack.region, new Map());
  return declaredByStack.map(({ stack, declared }) =>
    writeStack(plan, stack, declared, homes, gives),
  );
};

/** Every construct of a stack: the L2 ones, and an L1 for each resource without. */
const declarations = (stack: StackPlan): readonly Declared[] => {
  const l2 = [...stack.constructs.values()].map(
    (construct): Declared => ({
      id: construct.id,
      value: constructCode(construct),
      type: 'class' in construct.spec ? construct.spec.class : construct.spec.type,
      isL1: 'class' in construct.spec && isL1Class(construct.spec.class),
      attributes: attributesOf(construct.spec),
      owner: construct.owner,
    }),
  );
  const l1 = [...stack.resources.values()]
    .filter(({ cdk }) => cdk === undefined)
    .map((resource): Declared => {
      const { class: className, props } = l1Construct(resource);
      return {
        id: resource.id,
        value: create(className, thisExpression, text(resource.id), emptyAsUndefined(props)),
        type: className,
        isL1: true,
        attributes: {},
        owner: resource.owner,
      };
    });
  return sortedBy([...l2, ...l1], ({ id }) => id);
};

const isL1Class = (name: string): boolean => /\.Cfn[A-Z]/.test(name);

const attributesOf = (spec: ConstructSpec): Readonly<Record<string, string>> =>
  'class' in spec && !isL1Class(spec.class)
    ? { ...l2Attributes[spec.class], ...spec.attributes }
    : {};

const constructCode = (construct: PlannedConstruct): Code => {
  if ('create' in construct.spec) return construct.spec.create;
  const props: Record<string, Code | undefined> = { ...construct.props };
  for (const [prop, items] of construct.lists) props[prop] = array(items);
  return create(
    construct.spec.class,
    thisExpression,
    text(construct.id),
    emptyAsUndefined(object(props)),
  );
};

/** What the CDK calls the deletion policies; L2 constructs take theirs as a property. */
const removalPolicies: Readonly<Record<DeletionPolicy, string>> = {
  Retain: 'RETAIN',
  Snapshot: 'SNAPSHOT',
  Delete: 'DESTROY',
};

const emptyAsUndefined = (code: Code): Code | undefined =>
  code.kind === 'object' && code.entries.length === 0 ? undefined : code;

const writeStack = (
  plan: Plan,
  stack: StackPlan,
  declared: readonly Declared[],
  homes: ReadonlyMap<string, { stack: StackPlan; declared: Declared }>,
  gives: ReadonlyMap<string, Map<string, string>>,
): StackSource => {
  const names = variableNames(declared.map(({ id }) => id));
  const parameterNames = variableNames(
    [...stack.parameters.keys()].sort(compareText),
    'Parameter',
    names.values(),
  );
  const takes = new Map<string, ForeignConstruct>();
  const parameters = new Set<string>();

  /** The stack's own constructs that the code being resolved refers to, through attributes as well. */
  let needs = new Set<string>();
  const needsOf = <T>(
    work: () => T,
  ): { readonly result: T; readonly needs: ReadonlySet<string> } => {
    const outer = needs;
    needs = new Set();
    const done = { result: work(), needs };
    needs = outer;
    return done;
  };

  const resolveConstruct = (id: string): Code => {
    const own = names.get(id);
    if (own !== undefined) {
      needs.add(id);
      return name(own);
    }
    const home = homes.get(id);
    if (!home) throw new Error(`No construct ${id}`);
    const variable = id.charAt(0).toLowerCase() + id.slice(1);
    takes.set(id, { variable, type: home.declared.type, region: home.stack.region });
    gives.get(home.stack.region)?.set(id, home.declared.type);
    return member(name('props'), variable);
  };
  /** What an attribute says of "the region" and the like is meant in its node's own stack. */
  const resolveFrom = (nodeId: string): ((key: string) => Code) => {
    const node = plan.graph.node(nodeId);
    const id = node && plan.logicalId(node);
    const home = id === undefined ? undefined : homes.get(id);
    if (id === undefined || home === undefined || home.stack === stack || names.has(id))
      return resolve;
    return (key) =>
      key.startsWith('pseudo:')
        ? member(resolveConstruct(id), `stack.${key.slice('pseudo:'.length)}`)
        : resolve(key);
  };
  // The same attributes are asked for again and again; what they come to in this stack does not change.
  const resolved = new Map<string, ReturnType<typeof needsOf<Code>>>();
  const resolve = (key: string): Code => {
    const code = resolved.get(key) ?? needsOf(() => resolveAnew(key));
    resolved.set(key, code);
    for (const need of code.needs) needs.add(need);
    return code.result;
  };
  const resolveAnew = (key: string): Code => {
    const [kind = '', first = ''] = key.split(':', 2);
    const rest = key.slice(kind.length + first.length + 2);
    switch (kind) {
      case 'construct':
        return resolveConstruct(key.slice(kind.length + 1));
      case 'pseudo':
        return member(thisExpression, key.slice(kind.length + 1));
      case 'attribute':
        return resolveReferences(attributeCode(plan, rest, first), resolveFrom(rest));
      case 'resource': {
        const brought = broughtCode(plan, rest);
        if (brought && first === '') return resolveReferences(brought, resolve);
        const home = homes.get(rest);
        if (!home) throw new Error(`No construct for the resource ${rest}`);
        const construct = resolveConstruct(rest);
        const known = home.declared.attributes[first];
        if (known !== undefined) return member(construct, known);
        const target: Code = home.declared.isL1
          ? construct
          : {
              kind: 'as',
              value: member(construct, 'node.defaultChild'),
              type: 'cdk.CfnResource',
            };
        if (first === '') return member(target, 'ref');
        return home.declared.isL1
          ? member(target, l1Attribute(first))
          : invoke(invoke(target, 'getAtt', text(first)), 'toString');
      }
      case 'parameter':
        parameters.add(key.slice(kind.length + 1));
        return member(name(parameterNames.get(key.slice(kind.length + 1)) ?? ''), 'valueAsString');
      case 'intrinsic':
        return resolveReferences(
          intrinsicCode(plan, JSON.parse(key.slice(kind.length + 1)) as never),
          resolve,
        );
      default:
        throw new Error(`Unknown reference ${key}`);
    }
  };

  const used = new Set<string>();
  const constructs = declared.map(({ id, value, owner }) => {
    const { result, needs: others } = needsOf(() => resolveReferences(value, resolve));
    for (const other of others) used.add(other);
    return { id, value: result, needs: others, owner };
  });
  const { origins } = stack;
  const brought = broughtOwners(stack);
  const ownedBy = (owner: string, statement: Statement, id = ''): Statement => {
    origins.add(statement, ...(brought.get(id) ?? []), owner);
    return statement;
  };
  const wiring = stack.statements.map(({ statement }) => {
    const written = resolveStatement(statement, resolve);
    origins.copy(statement, written);
    return written;
  });
  const overrides = [...stack.constructs.values()].flatMap((construct) =>
    construct.overrides.map(
      ({ path, value }): Statement =>
        ownedBy(construct.owner, {
          kind: 'expression',
          value: invoke(
            {
              kind: 'as',
              value: member(resolveConstruct(construct.id), 'node.defaultChild'),
              type: 'cdk.CfnResource',
            },
            'addPropertyOverride',
            text(path),
            resolveReferences(codeOf(value), resolve),
          ),
        }),
    ),
  );
  const removals = [...stack.resources.values()].flatMap(
    ({ id, cdk, deletionPolicy, owner }): Statement[] =>
      cdk === undefined && deletionPolicy !== undefined
        ? [
            ownedBy(owner, {
              kind: 'expression',
              value: invoke(
                resolveConstruct(id),
                'applyRemovalPolicy',
                member(name('cdk.RemovalPolicy'), removalPolicies[deletionPolicy]),
              ),
            }),
          ]
        : [],
  );
  const dependencies = [...stack.resources.values()].flatMap((resource) =>
    resource.cdk === undefined
      ? [...resource.dependsOn].sort(compareText).flatMap((other): Statement[] =>
          homes.get(other) === undefined
            ? []
            : [
                ownedBy(resource.owner, {
                  kind: 'expression',
                  value: invoke(
                    resolveConstruct(resource.id),
                    'node.addDependency',
                    resolveConstruct(other),
                  ),
                }),
              ],
        )
      : [],
  );
  const outputs = [...stack.outputs]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(
      ([id, { value, description, owner }]): Statement =>
        ownedBy(owner, {
          kind: 'expression',
          value: create(
            'cdk.CfnOutput',
            thisExpression,
            text(id),
            object({
              description: text(description),
              value: resolveReferences(codeOf(value), resolve),
            }),
          ),
        }),
    );
  const parameterStatements = [...stack.parameters]
    .filter(([id]) => parameters.has(id))
    .sort((a, b) => compareText(a[0], b[0]))
    .map(
      ([id, spec]): Statement => ({
        kind: 'const',
        name: parameterNames.get(id) ?? '',
        value: create(
          'cdk.CfnParameter',
          thisExpression,
          text(id),
          object({
            type: text(spec.type ?? 'String'),
            description: text(spec.description),
            default: spec.default === undefined ? undefined : codeOf(spec.default),
            allowedPattern: spec.pattern === undefined ? undefined : text(spec.pattern),
            noEcho: spec.noEcho === true ? codeOf(true) : undefined,
          }),
        ),
      }),
    );

  for (const need of needs) used.add(need);
  const ordered = inOrder(constructs);
  const given = gives.get(stack.region) ?? new Map<string, string>();
  const body = (): readonly Statement[] => {
    const statements: Statement[] = [...parameterStatements];
    for (const { id, value, owner } of ordered) {
      if (statements.length > 0) statements.push({ kind: 'blank' });
      const variable = names.get(id) ?? '';
      statements.push(
        ownedBy(
          owner,
          used.has(id) || given.has(id)
            ? { kind: 'const', name: variable, value }
            : { kind: 'expression', value },
          id,
        ),
      );
    }
    for (const group of [overrides, removals, wiring, dependencies, outputs])
      if (group.length > 0) statements.push({ kind: 'blank' }, ...group);
    return statements;
  };
  return {
    region: stack.region,
    body,
    variables: names,
    origins,
    takes: sortedBy(takes.values(), ({ variable }) => variable),
    gives: given,
  };
};

/** `attrStreamArn` for `StreamArn`, `attrFunctionMetadataFunctionArn` for `FunctionMetadata.FunctionARN`. */
const l1Attribute = (attribute: string): string =>
  `attr${attribute
    .split('.')
    .map((part) => {
      const property = l1Property(part);
      return property.charAt(0).toUpperCase() + property.slice(1);
    })
    .join('')}`;

const attributeCode = (plan: Plan, nodeId: string, attribute: string): Code => {
  const node = plan.graph.node(nodeId);
  const definition = node && serviceOf(node.kind)?.attributes?.[attribute];
  if (!node || !definition) throw new Error(`No attribute ${attribute} of ${nodeId}`);
  const scope = plan.scopeOf(node);
  return typeof definition.cdk === 'function'
    ? definition.cdk(scope.construct, scope)
    : member(scope.construct, definition.cdk);
};

/** How a resource that another construct brings along is referred to. */
const broughtCode = (plan: Plan, id: string): Code | undefined => {
  for (const { resources } of plan.stacks) {
    const cdk = resources.get(id)?.cdk;
    if (typeof cdk === 'object' && 'ref' in cdk) return cdk.ref;
  }
  return undefined;
};

/** Constructs that need one another to be made. */
export class ConstructCircle extends Error {
  constructor(ids: readonly string[]) {
    super(
      `The stack would refer to itself in a circle, which CloudFormation cannot create: ${ids.join(' → ')}. Give one of them a fixed name, or take out the setting by which it knows the other.`,
    );
  }
}

/** Constructs so that each comes after those it refers to; otherwise by id. */
const inOrder = <T extends { readonly id: string; readonly needs: ReadonlySet<string> }>(
  items: readonly T[],
): readonly T[] => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const done = new Set<string>();
  const result: T[] = [];
  const visit = (item: T, path: readonly string[]): void => {
    if (done.has(item.id)) return;
    if (path.includes(item.id))
      throw new ConstructCircle([...path.slice(path.indexOf(item.id)), item.id]);
    for (const need of [...item.needs].sort(compareText)) {
      const other = byId.get(need);
      if (other && other !== item) visit(other, [...path, item.id]);
    }
    done.add(item.id);
    result.push(item);
  };
  for (const item of items) visit(item, []);
  return result;
};

const resolveStatement = (statement: Statement, resolve: (key: string) => Code): Statement => {
  switch (statement.kind) {
    case 'const':
    case 'expression':
      return { ...statement, value: resolveReferences(statement.value, resolve) };
    case 'assign':
      return {
        ...statement,
        target: resolveReferences(statement.target, resolve),
        value: resolveReferences(statement.value, resolve),
      };
    default:
      return statement;
  }
};

/** The imports that the code needs, in the order of their modules. */
export const importsFor = (names: ReadonlySet<string>): readonly Statement[] =>
  Object.entries(cdkModules)
    .filter(([alias]) => names.has(alias))
    .sort((a, b) => compareText(a[1], b[1]))
    .map(([namespace, from]) => ({ kind: 'import', from, namespace }));
