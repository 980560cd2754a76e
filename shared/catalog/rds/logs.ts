import { array, invoke, name, text } from '../../lib/typescript/syntax.ts';
import { kebabCase, pascalCase } from '../../lib/words.ts';
import { constructRef } from '../code.ts';
import { retentionCode } from '../log-retention.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { engineOf } from './engines.ts';

/**
 * RDS writes each log into a group whose name follows from the identifier of the instance. Both are therefore said
 * here, and the groups are there first: otherwise RDS would make them, and keep the logs for ever. The drawn group
 * is that of the first log; the others get one of their own.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
 */
export const emitDatabaseLogs = (link: LinkScope): void => {
  const { source, target } = link;
  const { out } = source;
  if (source.region !== target.region) {
    out.problem(
      `"${source.node.name}" writes its logs in ${source.region}, and "${target.node.name}" is in ${target.region}. Put the log group into the Region of the database.`,
    );
    return;
  }
  const [main = 'error', ...others] = logTypes(link);
  const identifier = identifierOf(source);
  const groupName = (type: string): string => `/aws/rds/instance/${identifier}/${type}`;
  out.set(target.id, 'LogGroupName', groupName(main));
  out.props(target.id, { logGroupName: text(groupName(main)) });
  const groups = others.map((type) => {
    const id = link.resourceId(`${pascalCase(type)}LogGroup`);
    const retention = Number(target.read('retentionInDays') ?? 30);
    out.resource(id, {
      type: 'AWS::Logs::LogGroup',
      properties: { LogGroupName: groupName(type), RetentionInDays: retention },
      deletionPolicy: 'Retain',
      cdk: {
        class: 'logs.LogGroup',
        props: {
          logGroupName: text(groupName(type)),
          retention: retentionCode(retention),
          removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
        },
      },
    });
    return id;
  });
  out.set(source.id, 'DBInstanceIdentifier', identifier);
  out.set(source.id, 'EnableCloudwatchLogsExports', [main, ...others]);
  out.dependsOn(source.id, target.id, ...groups);
  if (!out.hasConstruct(source.id)) return;
  out.props(source.id, {
    instanceIdentifier: text(identifier),
    cloudwatchLogsExports: array([main, ...others].map(text)),
  });
  out.statement(
    invoke(
      source.construct,
      'node.addDependency',
      target.construct,
      ...groups.map((id) => constructRef(id)),
    ),
  );
};

const logTypes = ({ source, read }: LinkScope): readonly string[] => {
  const named = read('logTypes');
  return Array.isArray(named) && named.length > 0
    ? [...new Set(named.map(String))]
    : engineOf(source).logs;
};

/** At most 63 characters, lower case, with a letter first and no two hyphens in a row. */
const identifierOf = ({ graph, id }: NodeScope): string => {
  const words = kebabCase(`${graph.settings.name} ${id}`);
  const whole = /^[a-z]/.test(words) ? words : `db-${words}`;
  // The end tells one database of the design from another.
  return (whole.length <= 63 ? whole : `${whole.slice(0, 30)}-${whole.slice(-32)}`)
    .replaceAll(/-{2,}/g, '-')
    .replace(/-$/, '');
};
