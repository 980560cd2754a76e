import { bucketNameInAdvance } from '../bucket-name.ts';
import type { ConnectionScope } from '../connection.ts';
import { document, join, pseudo } from '../expression.ts';
import { physicalNameCode } from '../log-groups.ts';
import { isOnlyOne } from '../only-one.ts';
import { wafLogPrefix } from './web-acl.ts';

/** Where the requests that a web ACL has seen are written. The place is in its Region, and its name starts as WAF wants. */
export const emitWafLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (!isOnlyOne(scope, 'place for its logs')) return;
  if (source.region !== target.region) {
    source.out.problem(
      `"${source.node.name}" cannot log to "${target.node.name}" in another Region. Put both into ${source.region}.`,
    );
    return;
  }
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement);
  source.out.resource(scope.resourceId('Logs'), {
    type: 'AWS::WAFv2::LoggingConfiguration',
    properties: {
      ResourceArn: source.attribute('arn'),
      LogDestinationConfigs: [target.attribute('arn')],
      // Whoever reads the logs should not find the keys of the users in them.
      RedactedFields: [
        { SingleHeader: document({ Name: 'authorization' }) },
        { SingleHeader: document({ Name: 'cookie' }) },
      ],
    },
  });
};

/** A log group gets a name that WAF takes, unless the user gave it one. */
export const emitWafLogGroup = (scope: ConnectionScope): void => {
  const { target } = scope;
  if (target.value('logGroupName') === undefined) {
    const name = join(wafLogPrefix, pseudo('StackName'), `-${target.id}`);
    target.out.set(target.id, 'LogGroupName', name);
    target.out.props(target.id, { logGroupName: physicalNameCode(name) });
  }
  emitWafLogs(scope);
};

/** So does a bucket; the construct would let AWS choose. */
export const emitWafBucket = (scope: ConnectionScope): void => {
  const { target } = scope;
  const name = bucketNameInAdvance(target);
  if (name !== undefined && target.value('bucketName') === undefined)
    target.out.props(target.id, { bucketName: physicalNameCode(name) });
  emitWafLogs(scope);
};
