import type { PolicyStatement } from '../blueprint.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { accessIs, distributionArn, identityId } from '../edge/origin-access.ts';
import type { Origin } from '../edge/origin-parts.ts';
import { getAtt, join } from '../expression.ts';
import { functionUrlAuth } from '../function-url.ts';
import { openServer, serverPort } from '../network/open-server.ts';

type Scope = ConnectionScope<Origin>;

/** The condition on the distribution; from another stack any distribution of the account counts. */
const fromDistribution = (scope: Scope, statement: PolicyStatement): PolicyStatement =>
  scope.source.region === scope.target.region
    ? statement
    : { ...statement, conditions: { ArnLike: { 'AWS:SourceArn': distributionArn(scope) } } };

/** Lets CloudFront read the objects of the bucket. */
const allowBucket = (scope: Scope): void => {
  const { target } = scope;
  const control = scope.read('accessControl');
  if (control === 'public') return;
  if (control === 'oai-legacy') {
    if (scope.read('permissions') === 'generated')
      target.out.allowOn(
        target.node.id,
        {
          principal: { CanonicalUser: getAtt(identityId(scope), 'S3CanonicalUserId') },
          actions: ['s3:GetObject'],
          resources: [join(target.attribute('arn'), '/*')],
        },
        'sam',
      );
    return;
  }
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(
      target.node.id,
      fromDistribution(scope, statement),
      accessIs(scope) === 'l2' ? 'sam' : undefined,
    );
};

/** Lets CloudFront call the function by its URL, which takes two permissions. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html */
const allowFunction = (scope: Scope): void => {
  const { target } = scope;
  if (functionUrlAuth(target) === 'NONE') return;
  scope.statements('target-policy').forEach(({ actions: [action] }, index) => {
    target.out.resource(scope.resourceId(index === 0 ? 'UrlPermission' : 'InvokePermission'), {
      type: 'AWS::Lambda::Permission',
      properties: {
        FunctionName: target.attribute('name'),
        Action: action,
        Principal: 'cloudfront.amazonaws.com',
        SourceArn: distributionArn(scope),
        InvokedViaFunctionUrl: action === 'lambda:InvokeFunction' ? true : undefined,
      },
      ...(accessIs(scope) === 'l2' ? { cdk: 'none' } : {}),
    });
  });
};

/** Where CloudFront fetches what it has not cached; the distribution names it. */
export const origin = defineMechanism<Origin>({
  id: 'origin',
  family: 'edge',
  title: 'CloudFront origin',
  explain:
    'CloudFront answers from its cache at the edge location next to the viewer. What is not there it fetches from the origin, keeps it for a while and hands it on. Which origin is asked, the path of the request decides: each pattern has a behaviour of its own, with its own rules for caching and methods.',
  emit(scope) {
    if (scope.options.from === 'bucket') allowBucket(scope);
    else if (scope.options.from === 'function-url') allowFunction(scope);
    else if (scope.options.from === 'server') openServer(scope, serverPort(scope), 'internet');
    else if (scope.options.from === 'private-server') openServer(scope, serverPort(scope), 'vpc');
  },
});
