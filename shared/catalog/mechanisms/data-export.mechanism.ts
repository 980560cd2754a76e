import { array, invoke, member, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { type Expression, getAtt } from '../expression.ts';
import { grantedRole } from '../granted-role.ts';
import type { LinkScope } from '../service.ts';

export interface DataExport {
  /**
   * Tables are exported by a call that needs nothing but the caller's permissions; CloudWatch Logs has to be let into
   * the bucket; a database gets a role.
   */
  readonly from: 'table' | 'log-group' | 'database';
}

/** A copy of the data as files. */
export const dataExport = defineMechanism<DataExport>({
  id: 'data-export',
  family: 'stream',
  title: 'Export of data',
  explain:
    'A copy of the data is written into a bucket as files, for analysis or to keep. It is a task that somebody starts, by hand, from code or with a schedule, and that runs for minutes or hours; nothing flows by itself.',
  emit(scope) {
    switch (scope.options.from) {
      case 'table':
        return;
      case 'log-group':
        letLogsIn(scope);
        return;
      case 'database':
        giveRole(scope);
    }
  },
});

/** CloudWatch Logs comes under the name that it has in its region. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3ExportTasks.html */
const letLogsIn = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, {
      ...statement,
      principal: { Service: `logs.${source.region}.amazonaws.com` },
    });
};

/**
 * The database assumes a role for the feature. The L2 construct would also make an option group for some engines,
 * which the role does not need.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html (each engine has a page of its own)
 */
const giveRole = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  grantedRole(source.out, roleOf(scope), {
    service: 'rds.amazonaws.com',
    policy: { name: `Use${target.id}`, statements: scope.statements('service-role') },
  });
  const links = source.links('out', { mechanism: 'data-export' });
  source.out.append(source.id, 'AssociatedRoles', {
    FeatureName: featureOf(scope),
    RoleArn: getAtt(roleOf(scope), 'Arn'),
  });
  // All of them at once, because an override replaces the list.
  if (links.at(-1)?.connection.id === scope.connection.id)
    source.out.statement(
      invoke(
        {
          kind: 'as',
          value: member(source.construct, 'node.defaultChild'),
          type: 'cdk.CfnResource',
        },
        'addPropertyOverride',
        text('AssociatedRoles'),
        array(
          links.map((link) =>
            object({
              FeatureName: codeOf(featureOf(link)),
              RoleArn: member(constructRef(roleOf(link)), 'roleArn'),
            }),
          ),
        ),
      ),
    );
};

const roleOf = (link: LinkScope): string => link.resourceId('Role');

const featureOf = ({ source, value }: LinkScope): Expression =>
  value('feature') ?? (source.read('engine') === 'postgres' ? 's3Export' : 'S3_INTEGRATION');
