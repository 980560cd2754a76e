import type { ParameterSpec } from '../../catalog/blueprint.ts';
import { compareText } from '../../lib/order.ts';
import { oneLine, pascalCase } from '../../lib/words.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedResource, StackPlan } from '../plan/stack-plan.ts';
import { hoistGlobals } from './globals.ts';
import { createRenderer, type Tree } from './render.ts';

/** A value that one stack takes from another: an output there, a parameter here. */
export interface ForeignValue {
  readonly parameter: string;
  readonly from: string;
  readonly output: string;
  /** The node that the value is an attribute of. */
  readonly node: string;
}

/** One SAM template as a tree, and what it needs from other regions. */
export interface SamTemplate {
  readonly region: string;
  readonly tree: { [key: string]: Tree };
  readonly foreign: readonly ForeignValue[];
  /** Those of the plan, and one for each value that comes from another region. */
  readonly parameters: ReadonlyMap<string, ParameterSpec>;
}

/**
 * The templates of all stacks. Outputs that another template asks for are added to the one that has the value.
 * What only SAM needs stays out of the plan, so that a plan can be exported again, and as something else.
 */
export const samTemplates = (plan: Plan): readonly SamTemplate[] => {
  const asked = new Map<string, Map<string, Tree>>();
  const foreign = new Map<string, Map<string, ForeignValue & { readonly spec: ParameterSpec }>>();
  const rendererOf = (stack: StackPlan) =>
    createRenderer(plan, stack, (nodeId, attribute, parameter) => {
      const node = plan.graph.node(nodeId);
      if (!node) return;
      const scope = plan.scopeOf(node);
      const values = foreign.get(stack.region) ?? new Map();
      foreign.set(stack.region, values);
      if (values.has(parameter)) return;
      values.set(parameter, {
        parameter,
        from: scope.region,
        output: parameter,
        node: nodeId,
        spec: {
          description: `${pascalCase(attribute)} of ${node.name} in ${scope.region}: the output ${parameter} of that stack.`,
        },
      });
      const home = plan.stacks.find(({ region }) => region === scope.region);
      if (!home) return;
      const outputs = asked.get(scope.region) ?? new Map<string, Tree>();
      asked.set(scope.region, outputs);
      const value = rendererOf(home).render(scope.attribute(attribute));
      if (value !== undefined) outputs.set(parameter, value);
    });
  const bodies = plan.stacks.map((stack) => {
    const { render } = rendererOf(stack);
    const resources = [...stack.resources.values()]
      .sort((a, b) => compareText(a.id, b.id))
      .map((resource): [string, Tree] => [resource.id, resourceTree(stack, resource, render)]);
    const outputs = [...stack.outputs].map(
      ([name, { value, description, owner }]): [string, Tree] => {
        const tree = { Description: description, Value: render(value) ?? '' };
        stack.origins.add(tree, owner);
        return [name, tree];
      },
    );
    return { stack, resources, outputs };
  });
  return bodies.map(({ stack, resources, outputs }) => {
    const wanted = [...(asked.get(stack.region) ?? [])].map(([name, value]): [string, Tree] => [
      name,
      { Description: 'For the stacks of other regions.', Value: value },
    ]);
    const taken = [...(foreign.get(stack.region)?.values() ?? [])];
    // What the plan says of a name comes first.
    const parameters = new Map([
      ...taken.map(({ parameter, spec }) => [parameter, spec] as const),
      ...stack.parameters,
    ]);
    const allOutputs = [...outputs, ...wanted].sort(byKey);
    const { globals, resources: slim } = hoistGlobals(Object.fromEntries(resources));
    for (const [id, tree] of Object.entries(slim))
      stack.origins.add(tree, stack.resources.get(id)?.owner ?? '');
    return {
      region: stack.region,
      foreign: taken.map(({ spec: _spec, ...value }) => value),
      parameters,
      tree: {
        AWSTemplateFormatVersion: '2010-09-09',
        Transform: 'AWS::Serverless-2016-10-31',
        Description: description(plan, stack),
        ...(globals === undefined ? {} : { Globals: globals }),
        ...(parameters.size === 0 ? {} : { Parameters: parameterTrees(parameters) }),
        Resources: slim,
        ...(allOutputs.length === 0 ? {} : { Outputs: Object.fromEntries(allOutputs) }),
      },
    };
  });
};

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  compareText(a[0], b[0]);

const parameterTrees = (parameters: SamTemplate['parameters']): { [name: string]: Tree } =>
  Object.fromEntries(
    [...parameters].sort(byKey).map(([name, spec]): [string, Tree] => [
      name,
      {
        Type: spec.type ?? 'String',
        Description: spec.description,
        ...(spec.default === undefined ? {} : { Default: spec.default }),
        ...(spec.pattern === undefined ? {} : { AllowedPattern: spec.pattern }),
        ...(spec.noEcho === true ? { NoEcho: true } : {}),
      },
    ]),
  );

/** A template's description has at most 1,024 bytes. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-description-structure.html */
const description = (plan: Plan, stack: StackPlan): string => {
  const text = oneLine([plan.design.name, plan.design.description].filter(Boolean).join(': '));
  const place = plan.stacks.length > 1 ? ` (${stack.region})` : '';
  // 300 characters are at most 900 bytes of UTF-8 outside the astral planes and never more than 1,200 in them.
  return `${[...text].slice(0, 240).join('')}${place}`;
};

const resourceTree = (
  stack: StackPlan,
  resource: PlannedResource,
  render: (value: PlannedResource['properties']) => Tree | undefined,
): Tree => {
  const properties = render(
    resource.events.size === 0
      ? resource.properties
      : { ...resource.properties, Events: eventsOf(stack, resource) },
  );
  return {
    Type: resource.type,
    ...(resource.dependsOn.size === 0
      ? {}
      : { DependsOn: [...resource.dependsOn].sort(compareText) }),
    ...(resource.deletionPolicy === undefined
      ? {}
      : {
          DeletionPolicy: resource.deletionPolicy,
          UpdateReplacePolicy: resource.deletionPolicy,
        }),
    ...(resource.metadata === undefined ? {} : { Metadata: render(resource.metadata) ?? {} }),
    ...(properties === undefined ? {} : { Properties: properties }),
  };
};

const eventsOf = (stack: StackPlan, { events }: PlannedResource): PlannedResource['properties'] =>
  Object.fromEntries(
    [...events].sort(byKey).map(([name, event]) => {
      const expression = { Type: event.type, Properties: event.properties };
      stack.origins.copy(event, expression);
      return [name, expression];
    }),
  );
