import { invoke, member, text } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { isOnlyOne } from '../only-one.ts';

/** A load balancer writes a line for each request into a bucket, which must let the service write before. */
export const emitBalancerLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out, id } = source;
  if (!isOnlyOne(scope, 'bucket for its access logs')) return;
  const reason = whyNot(scope);
  if (reason !== undefined) {
    out.problem(`"${source.node.name}" cannot write its logs to "${target.node.name}": ${reason}`);
    return;
  }
  const statements = scope.statements('target-policy');
  for (const statement of statements) target.out.allowOn(target.node.id, statement);
  for (const [key, value] of [
    ['access_logs.s3.enabled', 'true'],
    ['access_logs.s3.bucket', target.attribute('name')],
  ] as const) {
    out.append(id, 'LoadBalancerAttributes', { Key: key, Value: value });
    out.statement(invoke(source.construct, 'setAttribute', text(key), codeOf(value)));
  }
  if (statements.length === 0) return;
  out.dependsOn(id, `${target.id}Policy`);
  out.statement(invoke(member(source.construct, 'node'), 'addDependency', target.construct));
};

const whyNot = ({ source, target, options }: ConnectionScope): string | undefined => {
  if (source.region !== target.region)
    return `they are in different Regions. Put the bucket into ${source.region}.`;
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
  const takesKeys = (options as { readonly setting: string }).setting === 'network-balancer';
  const encryption = target.read('encryption');
  return !takesKeys && encryption !== undefined && encryption !== 'AES256'
    ? 'an Application Load Balancer writes to buckets with the keys of S3 only. Set encryption to AES256.'
    : undefined;
};
