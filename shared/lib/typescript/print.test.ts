import { describe, expect, test } from 'vitest';
import { printFile } from './print.ts';
import {
  array,
  type Code,
  call,
  create,
  flag,
  invoke,
  member,
  name,
  number,
  object,
  reference,
  type Statement,
  template,
  text,
  thisExpression,
} from './syntax.ts';
import { expectStable } from './testing/biome.ts';
import { arrow, constant, list, statement } from './testing/codes.ts';

const queueProps = object({
  visibilityTimeout: call('cdk.Duration.seconds', number(180)),
  deadLetterQueue: object({ queue: name('dead.queue'), maxReceiveCount: number(3) }),
});
const long = (word: string): string => word.repeat(12);

const stack: readonly Statement[] = [
  { kind: 'import', from: 'aws-cdk-lib', namespace: 'cdk' },
  { kind: 'import', from: 'aws-cdk-lib', names: ['aws_lambda as lambda', 'aws_sqs as sqs'] },
  { kind: 'import', from: 'constructs', names: ['Construct'], typeOnly: true },
  { kind: 'blank' },
  {
    kind: 'interface',
    name: 'OrdersStackProps',
    extends: 'cdk.StackProps',
    members: [
      { name: 'stage', type: 'string', doc: 'Part of every name.' },
      { name: 'size?', type: 'number' },
    ],
  },
  { kind: 'blank' },
  {
    kind: 'class',
    name: 'OrdersStack',
    extends: 'cdk.Stack',
    doc: 'Takes orders.\n\nMade by hand */ not really.',
    fields: [{ name: 'queue', type: 'sqs.Queue' }],
    parameters: [
      { name: 'scope', type: 'Construct' },
      { name: 'id', type: 'string' },
      { name: 'props', type: 'OrdersStackProps', default: object({}) },
    ],
    body: [
      statement(call('super', name('scope'), name('id'), name('props'))),
      { kind: 'blank' },
      { kind: 'blank' },
      { kind: 'comment', text: 'Orders that wait' },
      {
        kind: 'assign',
        target: member(thisExpression, 'queue'),
        value: create('sqs.Queue', thisExpression, text('Orders'), queueProps),
      },
      constant(
        create(
          'lambda.Function',
          thisExpression,
          text("It's"),
          object({ code: call('lambda.Code.fromAsset', text('src')) }),
        ),
        'handler',
      ),
      statement(invoke(member(thisExpression, 'queue'), 'grantConsumeMessages', name('handler'))),
      statement(
        invoke(
          invoke(
            invoke(name('api.root'), 'addResource', text('orders')),
            'addResource',
            text('{id}'),
          ),
          'addMethod',
          text('GET'),
          create('apigateway.LambdaIntegration', name('handler')),
        ),
      ),
      { kind: 'blank' },
    ],
  },
];

test('getters stand behind the constructor', () => {
  const zone = (index: number): Code => call('cdk.Fn.select', number(index), call('cdk.Fn.getAzs'));
  const file: readonly Statement[] = [
    {
      kind: 'class',
      name: 'OrdersStack',
      extends: 'cdk.Stack',
      fields: [],
      parameters: [{ name: 'scope', type: 'Construct' }],
      body: [statement(call('super', name('scope')))],
      getters: [
        { name: 'one', type: 'string', value: zone(0) },
        {
          name: 'availabilityZones',
          type: 'string[]',
          doc: 'The first zones of the region.',
          value: array([zone(0), zone(1), zone(2)]),
        },
      ],
    },
  ];
  expect(printFile(file)).toMatchInlineSnapshot(`
    "export class OrdersStack extends cdk.Stack {
      constructor(scope: Construct) {
        super(scope);
      }

      get one(): string {
        return cdk.Fn.select(0, cdk.Fn.getAzs());
      }

      /** The first zones of the region. */
      get availabilityZones(): string[] {
        return [
          cdk.Fn.select(0, cdk.Fn.getAzs()),
          cdk.Fn.select(1, cdk.Fn.getAzs()),
          cdk.Fn.select(2, cdk.Fn.getAzs()),
        ];
      }
    }
    "
  `);
  expectStable([file]);
});

test('a stack', () => {
  expect(printFile(stack)).toMatchInlineSnapshot(`
    "import * as cdk from 'aws-cdk-lib';
    import { aws_lambda as lambda, aws_sqs as sqs } from 'aws-cdk-lib';
    import type { Construct } from 'constructs';

    export interface OrdersStackProps extends cdk.StackProps {
      /** Part of every name. */
      readonly stage: string;
      readonly size?: number;
    }

    /**
     * Takes orders.
     *
     * Made by hand *\\/ not really.
     */
    export class OrdersStack extends cdk.Stack {
      readonly queue: sqs.Queue;

      constructor(scope: Construct, id: string, props: OrdersStackProps = {}) {
        super(scope, id, props);

        // Orders that wait
        this.queue = new sqs.Queue(this, 'Orders', {
          visibilityTimeout: cdk.Duration.seconds(180),
          deadLetterQueue: { queue: dead.queue, maxReceiveCount: 3 },
        });
        const handler = new lambda.Function(this, "It's", { code: lambda.Code.fromAsset('src') });
        this.queue.grantConsumeMessages(handler);
        api.root
          .addResource('orders')
          .addResource('{id}')
          .addMethod('GET', new apigateway.LambdaIntegration(handler));
      }
    }
    "
  `);
});

test('layouts that Biome would choose too', () => {
  const wide = object({
    first: text(long('abc')),
    second: text(long('abc')),
    third: text(long('abc')),
  });
  const names = Array.from({ length: 12 }, (_, index) => `aws_service_${index} as service${index}`);
  const integration = create('apigateway.LambdaIntegration', name('handler'), wide);
  expectStable([
    [],
    stack,
    [{ kind: 'import', from: 'x', names }],
    [{ kind: 'import', from: 'side-effect' }],
    [{ kind: 'interface', name: 'Empty', members: [] }],
    [constant(array(Array.from({ length: 60 }, (_, index) => number(index * 1111 - 3000))))],
    [constant(array(Array.from({ length: 20 }, (_, index) => text(`value ${index}`))))],
    [
      constant(
        array([object({ a: number(1), b: number(2) }), object({ a: number(3), b: number(4) })]),
      ),
    ],
    [constant(text(long('long text ')))],
    [constant(template(long('long text '), name('stage')))],
    [constant(template('line 1\nline 2 ', name('stage'), '\n  end'))],
    [
      constant(
        call(
          'lambda.Code.fromInline',
          template('exports.handler = async () => {\n  return 1;\n};\n'),
        ),
      ),
    ],
    [constant(member(invoke(name('api'), 'deploy', wide), 'url'))],
    [constant(name(`${long('someObject')}.${long('property')}`), long('name'))],
    [
      constant({
        kind: 'as',
        value: member(name('table.node'), 'defaultChild'),
        type: 'dynamodb.CfnTable',
      }),
    ],
    [
      statement(
        invoke(
          invoke(name('api.root'), 'addResource', text('a')),
          'addMethod',
          text('GET'),
          integration,
        ),
      ),
    ],
    [statement(invoke(name('queue'), 'addToResourcePolicy', create('iam.PolicyStatement', wide)))],
    [statement(invoke(name('items'), 'map', arrow(['item', 'index'], wide)))],
    [
      statement(
        invoke(
          name('items'),
          'map',
          arrow(['item'], invoke(name('item'), 'withAName', text(long('abcdefg')))),
        ),
      ),
    ],
    [statement(call('pipe', arrow([], number(1)), arrow([], number(2))))],
    [
      {
        kind: 'assign',
        target: { kind: 'index', object: name('this.map'), index: text('key') },
        value: wide,
      },
    ],
    [constant(list({ key: 'a', value: number(1), comment: 'why\nso' }, { spread: name('rest') }))],
    [constant({ kind: 'nonNull', value: invoke(name('map'), 'get', text('key')) })],
    [{ kind: 'comment', text: 'one\n\nthree  \u2028four\r\nfive' }, constant(flag(true))],
    [
      constant(
        object({
          日本語のとても長いキー: text('配送'.repeat(20)),
          'b-c': text('⚠️ 😀 é'.repeat(8)),
        }),
      ),
    ],
  ]);
});

describe('a mistake of ours throws', () => {
  test.each<[string, Statement]>([
    ['a name with a space', statement(name('a b'))],
    ['a name that ends the statement', statement(member(name('a'), 'b;c'))],
    ['a reserved word', constant(number(1), 'class')],
    ['an unresolved reference', statement(reference('queue'))],
    ['a number that is none', constant(number(Number.NaN))],
    ['a type that is more than a name', constant({ kind: 'as', value: number(1), type: 'x; y' })],
    ['an assignment to a call', { kind: 'assign', target: call('f'), value: number(1) }],
    ['an arrow function that returns one', constant(arrow([], arrow([], number(1))))],
    ['an import of no name', { kind: 'import', from: 'x', names: ['a, b'] }],
  ])('%s', (_, wrong) => {
    expect(() => printFile([wrong])).toThrow();
  });
});
