import { array, call, create, invoke, member, name, text } from '../../lib/typescript/syntax.ts';
import type { Blueprint } from '../blueprint.ts';
import { constructRef } from '../code.ts';
import { getAtt, join, pseudo } from '../expression.ts';
import { assumedBy } from '../policy.ts';

const account = 'ApiGatewayAccount';
const role = 'ApiGatewayLogsRole';
const policy = 'service-role/AmazonAPIGatewayPushToCloudWatchLogs';

/**
 * Lets API Gateway write logs: a setting of the whole account in a region, so it stands once in a stack and stays
 * when the stack goes. Returns its id, for stages to wait for.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export const apiGatewayAccount = (out: Blueprint): string => {
  if (out.has(account)) return account;
  out.resource(role, {
    type: 'AWS::IAM::Role',
    deletionPolicy: 'Retain',
    properties: {
      AssumeRolePolicyDocument: assumedBy('apigateway.amazonaws.com'),
      ManagedPolicyArns: [join('arn:', pseudo('Partition'), `:iam::aws:policy/${policy}`)],
    },
    cdk: {
      class: 'iam.Role',
      props: {
        assumedBy: create('iam.ServicePrincipal', text('apigateway.amazonaws.com')),
        managedPolicies: array([call('iam.ManagedPolicy.fromAwsManagedPolicyName', text(policy))]),
      },
    },
  });
  out.resource(account, {
    type: 'AWS::ApiGateway::Account',
    deletionPolicy: 'Retain',
    properties: { CloudWatchRoleArn: getAtt(role, 'Arn') },
    cdk: {
      class: 'apigw.CfnAccount',
      props: { cloudWatchRoleArn: member(constructRef(role), 'roleArn') },
    },
  });
  for (const id of [role, account])
    out.statement(invoke(constructRef(id), 'applyRemovalPolicy', name('cdk.RemovalPolicy.RETAIN')));
  return account;
};
