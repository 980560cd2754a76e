import { serviceOf } from '../../catalog/catalog.ts';
import { codeOf } from '../../catalog/code.ts';
import { compareText, sortedBy } from '../../lib/order.ts';
import { statementCodes, usedNames } from '../../lib/typescript/names.ts';
import { printFile, type StatementSpan } from '../../lib/typescript/print.ts';
import {
  type Code,
  call,
  create,
  invoke,
  member,
  name,
  object,
  type Statement,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { oneLine } from '../../lib/words.ts';
import { type Export, type ExportedFile, type LineListener, tellFile } from '../exported.ts';
import { nothingToDeploy } from '../plan/nothing-to-deploy.ts';
import type { Plan } from '../plan/plan.ts';
import { stackCircle } from '../plan/stack-circle.ts';
import { appName, type CdkStack, cdkStacks } from './names.ts';
import { projectFiles } from './project-files.ts';
import {
  ConstructCircle,
  type ForeignConstruct,
  importsFor,
  type StackSource,
  stackSources,
} from './stack-source.ts';

/** Writes the design as a complete CDK app in TypeScript. */
export const exportCdk = (plan: Plan, onLines?: LineListener): Export => {
  try {
    return writeApp(plan, onLines);
  } catch (error) {
    if (!(error instanceof ConstructCircle)) throw error;
    return { files: [], problems: [{ message: error.message, at: '' }] };
  }
};

const writeApp = (plan: Plan, onLines: LineListener | undefined): Export => {
  const problems = plan.stacks.flatMap((stack) =>
    stack.problems.map(({ message, owner }) => ({ message, at: owner })),
  );
  if (problems.length > 0) return { files: [], problems };
  const nothing = nothingToDeploy(plan);
  if (nothing.length > 0) return { files: [], problems: nothing };
  const stacks = cdkStacks(plan);
  const sources = stackSources(plan);
  const stuck = stackCircle(
    sources.map(({ region, takes }) => ({ region, needs: takes.map(({ region: from }) => from) })),
  );
  if (stuck.length > 0) return { files: [], problems: stuck };
  const stackOf = (region: string): CdkStack => {
    const found = stacks.find((stack) => stack.region === region);
    if (!found) throw new Error(`No stack in ${region}`);
    return found;
  };
  const files: ExportedFile[] = sources.map((source) => {
    const path = `lib/${stackOf(source.region).file}.ts`;
    const statements = stackFile(plan, source, stackOf(source.region));
    const tell: StatementSpan | undefined =
      onLines &&
      ((statement, first, last) => {
        for (const owner of source.origins.of(statement)) onLines({ path, first, last, owner });
      });
    return { path, text: printFile(statements, tell) };
  });
  files.push({ path: `bin/${appName(plan)}.ts`, text: printFile(binFile(stacks, sources)) });
  for (const stack of plan.stacks)
    for (const [path, content] of stack.files) {
      files.push({ path, text: content });
      tellFile(onLines, path, content, stack.fileOwners.get(path));
    }
  files.push({
    path: `test/${appName(plan)}.test.ts`,
    text: printFile(testFile(plan, stacks, sources)),
  });
  files.push(...projectFiles(plan, stacks));
  return { files: files.sort((a, b) => compareText(a.path, b.path)), problems: [] };
};

const stackFile = (plan: Plan, source: StackSource, stack: CdkStack): readonly Statement[] => {
  const takes = source.takes.length > 0;
  const propsType = takes ? `${stack.className}Props` : 'cdk.StackProps';
  const getters = gettersOf(plan, source.region);
  const body = source.body();
  const codes = [...body.flatMap(statementCodes), ...getters.map(({ value }) => value)];
  const names = new Set(usedNames(codes));
  names.add('cdk');
  for (const { type } of source.takes) names.add(type.split('.')[0] ?? '');
  const gives = [...source.gives].sort((a, b) => compareText(a[0], b[0]));
  for (const [, type] of gives) names.add(type.split('.')[0] ?? '');
  return [
    ...importsFor(names),
    { kind: 'import', from: 'constructs', names: ['Construct'] },
    { kind: 'blank' },
    ...(takes
      ? ([
          {
            kind: 'interface',
            name: propsType,
            extends: 'cdk.StackProps',
            members: source.takes.map(({ variable, type, region }) => ({
              name: variable,
              type,
              doc: `From the stack in ${region}.`,
            })),
          },
          { kind: 'blank' },
        ] satisfies Statement[])
      : []),
    {
      kind: 'class',
      name: stack.className,
      extends: 'cdk.Stack',
      doc: describe(plan, stack),
      fields: gives.map(([id, type]) => ({ name: fieldName(id), type })),
      parameters: [
        { name: 'scope', type: 'Construct' },
        { name: 'id', type: 'string' },
        { name: takes ? 'props' : 'props?', type: propsType },
      ],
      body: [
        {
          kind: 'expression',
          value: call('super', name('scope'), name('id'), name('props')),
        },
        { kind: 'blank' },
        ...body,
        ...fieldAssignments(
          source,
          gives.map(([id]) => id),
        ),
      ],
      ...(getters.length > 0 ? { getters } : {}),
    },
  ];
};

const gettersOf = (plan: Plan, region: string) =>
  [...(plan.stacks.find((stack) => stack.region === region)?.getters ?? [])]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([getter, spec]) => ({ name: getter, ...spec }));

/** Assigns what other stacks take to fields. */
const fieldAssignments = (source: StackSource, given: readonly string[]): readonly Statement[] =>
  given.length === 0
    ? []
    : [
        { kind: 'blank' },
        ...given.map(
          (id): Statement => ({
            kind: 'assign',
            target: member(thisExpression, fieldName(id)),
            value: name(source.variables.get(id) ?? ''),
          }),
        ),
      ];

const fieldName = (id: string): string => id.charAt(0).toLowerCase() + id.slice(1);

const describe = (plan: Plan, stack: CdkStack): string =>
  plan.stacks.length === 1
    ? `All resources of ${oneLine(plan.design.name)}.`
    : `The resources of ${oneLine(plan.design.name)} in ${stack.region}.`;

const binFile = (
  stacks: readonly CdkStack[],
  sources: readonly StackSource[],
): readonly Statement[] => [
  { kind: 'import', from: 'aws-cdk-lib', namespace: 'cdk' },
  ...stackImports(stacks),
  { kind: 'blank' },
  { kind: 'const', name: 'app', value: create('cdk.App') },
  ...stackCreations(stacks, sources, member(name('process.env'), 'CDK_DEFAULT_ACCOUNT'), false),
];

/** Resource types that only the design brings; functions, roles and log groups come with CDK's own helpers too. */
const countable =
  /^AWS::(SQS::Queue|SNS::Topic|DynamoDB::Table|S3::Bucket|Kinesis::Stream|KinesisFirehose::DeliveryStream|Events::(EventBus|Rule)|Scheduler::Schedule|StepFunctions::StateMachine|Cognito::UserPool|RDS::DB(Instance|Proxy)|ApiGateway::RestApi|ApiGatewayV2::Api|CloudFront::Distribution)$/;

/** A test that synthesizes the app without an account and counts what the design drew. */
const testFile = (
  plan: Plan,
  stacks: readonly CdkStack[],
  sources: readonly StackSource[],
): readonly Statement[] => {
  const assertions = stacks.flatMap((stack): Statement[] => {
    const counts = new Map<string, number>();
    for (const node of plan.design.nodes) {
      const service = serviceOf(node.kind);
      const scope = plan.scopeOf(node);
      const type = service?.cloudFormation.find((item) => countable.test(item));
      if (type === undefined || scope.region !== stack.region || !scope.out.has(scope.id)) continue;
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    const template = `${fieldName(stack.className)}Template`;
    return [
      { kind: 'blank' },
      {
        kind: 'const',
        name: template,
        value: call('Template.fromStack', name(fieldName(stack.className))),
      },
      ...[...counts]
        .sort((a, b) => compareText(a[0], b[0]))
        .flatMap(([type, count]): Statement[] => [
          { kind: 'blank' },
          {
            kind: 'expression',
            value: call('test', text(`${stack.id} has ${count} ${type}`), {
              kind: 'arrow',
              parameters: [],
              body: invoke(name(template), 'resourceCountIs', text(type), codeOf(count)),
            }),
          },
        ]),
      { kind: 'blank' },
      {
        kind: 'expression',
        value: call('test', text(`${stack.id} synthesizes`), {
          kind: 'arrow',
          parameters: [],
          body: call('assert.ok', member(invoke(name(template), 'toJSON'), 'Resources')),
        }),
      },
    ];
  });
  return [
    { kind: 'import', from: 'node:assert/strict', namespace: 'assert' },
    { kind: 'import', from: 'node:test', names: ['test'] },
    { kind: 'import', from: 'aws-cdk-lib', namespace: 'cdk' },
    { kind: 'import', from: 'aws-cdk-lib/assertions', names: ['Template'] },
    ...stackImports(stacks),
    { kind: 'blank' },
    { kind: 'const', name: 'app', value: create('cdk.App') },
    ...stackCreations(stacks, sources, text('111111111111'), true),
    ...assertions,
  ];
};

const stackImports = (stacks: readonly CdkStack[]): readonly Statement[] =>
  sortedBy(stacks, ({ file }) => file).map(({ file, className }) => ({
    kind: 'import',
    from: `../lib/${file}`,
    names: [className],
  }));

/** Creates the stacks, each after those it takes something from. */
const stackCreations = (
  stacks: readonly CdkStack[],
  sources: readonly StackSource[],
  account: Code,
  nameAll: boolean,
): readonly Statement[] => {
  const variable = (region: string): string => {
    const stack = stacks.find((item) => item.region === region);
    return stack ? fieldName(stack.className) : '';
  };
  return [...stacks]
    .sort((a, b) => depth(sources, a.region) - depth(sources, b.region))
    .flatMap((stack): Statement[] => {
      const takes = sources.find(({ region }) => region === stack.region)?.takes ?? [];
      const value = create(
        stack.className,
        name('app'),
        text(stack.id),
        object({
          env: object({ account, region: text(stack.region) }),
          crossRegionReferences: stacks.length > 1 ? codeOf(true) : undefined,
          ...Object.fromEntries(
            takes.map((taken: ForeignConstruct) => [
              taken.variable,
              member(name(variable(taken.region)), taken.variable),
            ]),
          ),
        }),
      );
      const needed =
        nameAll ||
        sources.some(({ takes: others }) => others.some(({ region }) => region === stack.region));
      return [
        { kind: 'blank' },
        needed
          ? { kind: 'const', name: variable(stack.region), value }
          : { kind: 'expression', value },
      ];
    });
};

/** How long the chain of stacks is that this one takes something from. */
const depth = (
  sources: readonly StackSource[],
  region: string,
  seen: readonly string[] = [],
): number => {
  if (seen.includes(region)) return 0;
  const source = sources.find((item) => item.region === region);
  return Math.max(
    0,
    ...(source?.takes ?? []).map((taken) => 1 + depth(sources, taken.region, [...seen, region])),
  );
};
