import type { Json } from '../../../lib/json.ts';
import { connection, design, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** A definition that calls the function, waits and ends, in JSONata; its resource says how it was written. */
const definition = (functionArn: Json, seconds: Json): { readonly [key: string]: Json } => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Pack',
  TimeoutSeconds: seconds,
  States: {
    Pack: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: functionArn, Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
      TimeoutSeconds: 30,
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
      Next: 'Rest',
    },
    Rest: { Type: 'Wait', Seconds: 5, End: true },
  },
});

const yamlDefinition = `# Packs a parcel
StartAt: Pack
TimeoutSeconds: \${Seconds}
States:
  Pack:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke # with the order as it came
    Parameters:
      FunctionName: \${PackArn}
      Payload.$: $
    TimeoutSeconds: 30
    Retry:
      - ErrorEquals: [States.ALL]
        MaxAttempts: 2
    OutputPath: $.Payload
    End: true
`;

/** Cases that no template shows and whose exports are kept as golden files. */
export const hardCases: readonly ExportCase[] = [
  {
    title: 'fifo-and-intrinsics',
    design: design(
      node('sqs-queue', 'orders', {
        fifoQueue: true,
        contentBasedDeduplication: true,
        visibilityTimeout: { Ref: 'HiddenSeconds' },
      }),
      node('sqs-queue', 'failed', { fifoQueue: true, messageRetentionPeriod: 1_209_600 }),
      node('lambda', 'worker', {
        timeout: 30,
        environment: {
          TABLE: { 'Fn::GetAtt': ['Orders', 'Arn'] },
          PLACE: { 'Fn::Sub': '${Stage}-x' },
        },
      }),
      connection('sqs-queue--lambda', 'orders', 'worker', { batchSize: 10 }),
      connection('sqs-queue--sqs-queue', 'orders', 'failed', { maxReceiveCount: 5 }),
    ),
  },
  {
    title: 'hostile-texts',
    design: {
      ...design(
        node(
          'lambda',
          '"></script>${AWS::Region}`;\n# - {{x}}',
          {
            environment: {
              TEXT: '`${process.exit(1)}` "\'\\ \n\u2028 <!-- --> !Ref X',
              YES: 'yes',
            },
          },
          'evil-name',
        ),
        node('sqs-queue', '*/ import x from "y"; /*', {}, 'evil-queue'),
        connection('lambda--sqs-queue', 'evil-name', 'evil-queue'),
      ),
      name: '*/ `rm -rf ~` <b>${x}</b> !Sub "${y}"\n---',
      description: '{{ 7*7 }} # heading\n- item\u0000',
    },
  },
  {
    title: 'own-definitions',
    design: design(
      node('lambda', 'pack'),
      node('state-machine', 'object', {
        definition: definition({ 'Fn::GetAtt': ['Pack', 'Arn'] }, { Ref: 'Seconds' }),
      }),
      node('state-machine', 'json', {
        definition: JSON.stringify(definition('${PackArn}', '${Seconds}'), null, 2).replace(
          '"${Seconds}"',
          '${Seconds}',
        ),
      }),
      node('state-machine', 'yaml', { definition: yamlDefinition }),
      connection('state-machine--lambda', 'object', 'pack'),
      connection('state-machine--lambda', 'json', 'pack'),
      connection('state-machine--lambda', 'yaml', 'pack'),
    ),
  },
];
