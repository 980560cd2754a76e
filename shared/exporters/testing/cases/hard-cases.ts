import { connection, design, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

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
];
