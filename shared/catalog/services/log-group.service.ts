import { array, create, invoke, member, name, object, text } from '../../lib/typescript/syntax.ts';
import { arn, document, type Expression, join, pseudo, refOf } from '../expression.ts';
import { expressionText } from '../json-text.ts';
import { retentionCode } from '../log-retention.ts';
import { policyStatements } from '../policy.ts';
import { choice, logRetentionDays, text as textProperty, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

/** What data protection looks for: what should never stand in a log. */
const protectedData = [
  ['EmailAddress', 'EMAILADDRESS'],
  ['CreditCardNumber', 'CREDITCARDNUMBER'],
  ['AwsSecretKey', 'AWSSECRETKEY'],
] as const;

const keepsEvents = (read: (property: string) => unknown): boolean =>
  read('logGroupClass') !== 'DELIVERY';

export const logGroup = defineService({
  kind: 'log-group',
  title: 'CloudWatch Logs log group',
  words: 'cloudwatch logs cw logging retention',
  category: 'observability',
  icon: 'AmazonCloudWatch',
  cloudFormation: ['AWS::Logs::LogGroup', 'AWS::Logs::ResourcePolicy'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    logGroupName: textProperty({
      maxLength: 512,
      pattern: '^[.\\-_/#A-Za-z0-9]{1,512}$',
      advanced: true,
      help: 'AWS makes a name when this is empty. Some services only write to a name that they choose; then the export sets it.',
      cfn: 'LogGroupName',
      cdk: 'logGroupName',
    }),
    retentionInDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      emitDefault: true,
      when: keepsEvents,
      help: 'How long log events are kept. AWS itself would keep them for ever, and ask to be paid for it.',
      cfn: 'RetentionInDays',
      cdk: (value) => ({ retention: retentionCode(Number(value)) }),
    }),
    logGroupClass: choice(['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'], {
      default: 'STANDARD',
      advanced: true,
      help: 'Infrequent access costs half, but has no subscription or metric filters. Delivery only hands logs on. Cannot be changed later.',
      cfn: 'LogGroupClass',
      cdk: { name: 'logGroupClass', enum: 'logs.LogGroupClass' },
    }),
    kmsKeyId: textProperty({
      advanced: true,
      help: 'ARN of a KMS key of yours; its key policy must let CloudWatch Logs use it. Without one AWS uses a key of its own.',
      cfn: 'KmsKeyId',
    }),
    dataProtection: yesNo({
      default: false,
      advanced: true,
      when: (read) => read('logGroupClass') === 'STANDARD',
      help: 'Masks e-mail addresses, card numbers and AWS secret keys in the logs.',
    }),
    deletionProtectionEnabled: yesNo({
      default: false,
      advanced: true,
      help: 'Nobody can delete the group until this is switched off again.',
      cfn: 'DeletionProtectionEnabled',
      cdk: 'deletionProtectionEnabled',
    }),
  },
  attributes: {
    /** The group itself. Services that deliver logs want it in this form, without a star at the end. */
    arn: {
      cfn: ({ id }) => arn('logs', join('log-group:', refOf(id))),
      cdk: (construct) =>
        invoke(
          invoke(name('cdk.Stack'), 'of', construct),
          'formatArn',
          object({
            service: text('logs'),
            resource: text('log-group'),
            resourceName: member(construct, 'logGroupName'),
            arnFormat: name('cdk.ArnFormat.COLON_RESOURCE_NAME'),
          }),
        ),
    },
    /** The group with all its streams: what CloudFormation calls its ARN, ending with `:*`. */
    streamsArn: { cfn: 'Arn', cdk: 'logGroupArn' },
    name: { cfn: 'Ref', cdk: 'logGroupName' },
  },
  summary: (read) =>
    [
      keepsEvents(read) ? `${String(read('retentionInDays'))} d` : 'hands on',
      ...(read('logGroupClass') === 'INFREQUENT_ACCESS' ? ['infrequent access'] : []),
    ].join(' · '),
  explain:
    'Services and code write lines of text into a log group, so that one can see later what happened. Each writer has a stream of its own inside the group; searching goes over all of them. A subscription filter hands matching lines on while they arrive, to a function or a stream.',
  cost: 'Each gigabyte that is written, and storage; reading with Logs Insights by the gigabyte searched.',
  limits: [
    'Two subscription filters of a log group by default (adjustable).',
    'A log event has at most 1 MB.',
    'Ten resource policies in a region.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  emit(scope) {
    const { out, id } = scope;
    const protects = scope.read('dataProtection') === true;
    const key = scope.value('kmsKeyId');
    out.resource(id, {
      type: 'AWS::Logs::LogGroup',
      deletionPolicy: 'Retain',
      properties: {
        ...scope.cfnProperties(),
        ...(protects ? { DataProtectionPolicy: dataProtectionPolicy } : {}),
      },
      cdk: scope.l2('logs.LogGroup', {
        dataProtectionPolicy: protects
          ? create(
              'logs.DataProtectionPolicy',
              object({
                name: text('data-protection'),
                description: text('Masks what should not stand in a log.'),
                identifiers: array(
                  protectedData.map(([, code]) => member(name('logs.DataIdentifier'), code)),
                ),
              }),
            )
          : undefined,
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    });
    // The L2 construct wants a key construct; here only its ARN is known.
    if (key !== undefined) out.override(id, 'KmsKeyId', key);
  },
  resourcePolicy: {
    sam: ({ out, id }, statements) =>
      out.resource(`${id}Policy`, {
        type: 'AWS::Logs::ResourcePolicy',
        properties: {
          PolicyName: join(pseudo('StackName'), `-${id}`),
          // CloudWatch Logs takes the policy as text.
          PolicyDocument: expressionText({
            Version: '2012-10-17',
            Statement: policyStatements(statements),
          }),
        },
        cdk: 'none',
      }),
  },
});

const dataIdentifiers = protectedData.map(
  ([identifier]): Expression =>
    join('arn:', pseudo('Partition'), `:dataprotection::aws:data-identifier/${identifier}`),
);

/** In the words of the CDK, so that both exports say the same. */
const dataProtectionPolicy: Expression = document({
  Name: 'data-protection',
  Description: 'Masks what should not stand in a log.',
  Version: '2021-06-01',
  Statement: [
    {
      Sid: 'audit-statement-cdk',
      DataIdentifier: dataIdentifiers,
      Operation: { Audit: { FindingsDestination: {} } },
    },
    {
      Sid: 'redact-statement-cdk',
      DataIdentifier: dataIdentifiers,
      Operation: { Deidentify: { MaskConfig: {} } },
    },
  ],
  Configuration: { CustomDataIdentifier: [] },
});
