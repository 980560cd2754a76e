import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType } from '@aws-cdk/service-spec-types';
import { expect, test } from 'vitest';
import { propertiesOf, services } from '../catalog/catalog.ts';
import type { Design } from '../model/design.ts';
import { planDesign } from './plan/plan.ts';
import { exportCases } from './testing/cases/index.ts';

/*
 * A value that is known at deployment only is written over the resource behind an L2 construct, by its path in
 * CloudFormation. SAM has other names for some properties: each path must be one of the real resource.
 */

/** What stands behind the constructs of SAM's types. */
const behind: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
};

const database = loadAwsServiceSpecSync();

const has = (properties: Readonly<Record<string, Property>>, path: readonly string[]): boolean => {
  const [name = '', ...rest] = path;
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return (
    property !== undefined &&
    [property.type, ...(property.previousTypes ?? [])].some((type) => hasInside(type, rest))
  );
};

const hasInside = (type: PropertyType, path: readonly string[]): boolean => {
  if (path.length === 0) return true;
  switch (type.type) {
    case 'json':
    case 'tag':
      return true;
    case 'ref':
      return has(database.get('typeDefinition', type.reference.$ref).properties, path);
    case 'array':
      return /^\d+$/.test(path[0] ?? '') && hasInside(type.element, path.slice(1));
    case 'map':
      return hasInside(type.element, path.slice(1));
    case 'union':
      return type.types.some((option) => hasInside(option, path));
    default:
      return false;
  }
};

/** Overrides of a design whose path the resource does not have. */
const wrongPaths = (design: Design): readonly string[] =>
  planDesign(design).stacks.flatMap((stack) =>
    [...stack.constructs.values()].flatMap(({ id, overrides }) => {
      const planned = stack.resources.get(id)?.type;
      if (planned === undefined) return [];
      const type = behind[planned] ?? planned;
      const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
      return overrides.flatMap(({ path }) =>
        resource && has(resource.properties, path.split('.')) ? [] : [`${type}: ${path}`],
      );
    }),
  );

test.each(services.map(({ kind }) => kind))('%s', (kind) => {
  const wrong = new Set<string>();
  for (const { design } of exportCases) {
    const subject = design.nodes.find((node) => node.kind === kind);
    if (!subject) continue;
    for (const [property, { cdk }] of Object.entries(propertiesOf(kind) ?? {})) {
      if (cdk === undefined) continue;
      const unknown = {
        ...subject,
        properties: { ...subject.properties, [property]: { Ref: 'X' } },
      };
      for (const path of wrongPaths({
        ...design,
        nodes: design.nodes.map((node) => (node === subject ? unknown : node)),
      }))
        wrong.add(`${property}: ${path}`);
    }
  }
  expect([...wrong].sort()).toEqual([]);
});
