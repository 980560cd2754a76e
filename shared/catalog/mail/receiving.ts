import {
  array,
  type Code,
  create,
  name,
  object,
  options as optional,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, join, pseudo, refOf } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';

/** A mail is kept before anybody is told of it. */
const order = ['s3-bucket', 'sns-topic', 'lambda'];

const receivers = (scope: NodeScope): readonly LinkScope[] =>
  [...scope.links('out', { mechanism: 'trigger' })].sort(
    (a, b) => order.indexOf(a.target.node.kind) - order.indexOf(b.target.node.kind),
  );

/** True when mails to the identity go somewhere. */
export const receives = (scope: NodeScope): boolean => receivers(scope).length > 0;

/**
 * The rules by which SES hands received mails on, one for each arrow and in order.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-receipt-rules.html
 */
export const emitReceiving = (scope: NodeScope, identity: Expression): void => {
  const { out, id, node } = scope;
  const links = receivers(scope);
  if (links.length === 0) return;
  const set = `${id}RuleSet`;
  out.resource(set, { type: 'AWS::SES::ReceiptRuleSet', cdk: { class: 'ses.ReceiptRuleSet' } });
  out.output(
    `${set}Name`,
    refOf(set),
    `Receipt rule set of ${node.name}; it works once "aws ses set-active-receipt-rule-set" has activated it.`,
  );
  const tls = scope.read('tlsPolicy') === 'OPTIONAL' ? 'Optional' : 'Require';
  let before: string | undefined;
  for (const link of links) {
    const rule = link.resourceId('Rule');
    const listed = link.value('recipients') ?? [];
    const recipients: Expression =
      Array.isArray(listed) && listed.length === 0 ? [identity] : listed;
    const action = actionOf(link);
    out.resource(rule, {
      type: 'AWS::SES::ReceiptRule',
      properties: {
        RuleSetName: refOf(set),
        After: before === undefined ? undefined : refOf(before),
        Rule: {
          Enabled: true,
          ScanEnabled: true,
          TlsPolicy: tls,
          Recipients: recipients,
          Actions: [action.cfn],
        },
      },
      ...(action.after === undefined || link.target.region !== scope.region
        ? {}
        : { dependsOn: [action.after] }),
      cdk: {
        class: 'ses.ReceiptRule',
        props: {
          ruleSet: constructRef(set),
          after: before === undefined ? undefined : constructRef(before),
          recipients: codeOf(recipients),
          scanEnabled: codeOf(true),
          tlsPolicy: name(`ses.TlsPolicy.${tls.toUpperCase()}`),
          actions: array([action.code]),
        },
      },
    });
    before = rule;
  }
};

interface Action {
  readonly cfn: ExpressionObject;
  readonly code: Code;
  /** The resource of SAM's template that lets SES in. */
  readonly after?: string;
}

/** The CDK's actions let SES in by themselves, but for topics. */
const actionOf = (link: LinkScope): Action => {
  const { target } = link;
  const arn = target.attribute('arn');
  const generated = link.read('permissions') === 'generated';
  const ses = { Service: 'ses.amazonaws.com' };
  const account = { StringEquals: { 'aws:SourceAccount': pseudo('AccountId') } };
  switch (target.node.kind) {
    case 's3-bucket': {
      const prefix = link.value('objectKeyPrefix');
      target.out.allowOn(
        target.node.id,
        {
          actions: ['s3:PutObject'],
          resources: [join(arn, '/', prefix ?? '', '*')],
          principal: ses,
          conditions: account,
        },
        'sam',
      );
      return {
        cfn: { S3Action: { BucketName: target.attribute('name'), ObjectKeyPrefix: prefix } },
        code: create(
          'sesActions.S3',
          object({
            bucket: target.construct,
            objectKeyPrefix: prefix === undefined ? undefined : codeOf(prefix),
          }),
        ),
        after: `${target.id}Policy`,
      };
    }
    case 'lambda': {
      const waits = link.read('invocationType') === 'RequestResponse';
      const permission = `${target.id}MailPermission`;
      target.out.resource(permission, {
        type: 'AWS::Lambda::Permission',
        properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: arn,
          Principal: 'ses.amazonaws.com',
          SourceAccount: pseudo('AccountId'),
        },
        cdk: 'none',
      });
      return {
        cfn: {
          LambdaAction: {
            FunctionArn: arn,
            InvocationType: waits ? 'RequestResponse' : undefined,
          },
        },
        code: create(
          'sesActions.Lambda',
          object({
            function: target.construct,
            invocationType: waits
              ? name('sesActions.LambdaInvocationType.REQUEST_RESPONSE')
              : undefined,
          }),
        ),
        after: permission,
      };
    }
    default: {
      if (generated)
        target.out.allowOn(target.node.id, {
          actions: ['sns:Publish'],
          resources: [arn],
          principal: ses,
          conditions: account,
        });
      const encoding = link.read('encoding') === 'Base64' ? 'Base64' : undefined;
      return {
        cfn: { SNSAction: { TopicArn: arn, Encoding: encoding } },
        code: create(
          'sesActions.Sns',
          optional({
            topic: target.construct,
            encoding: encoding && name('sesActions.EmailEncoding.BASE64'),
          }) ?? object({}),
        ),
        ...(generated ? { after: `${target.id}Policy` } : {}),
      };
    }
  }
};
