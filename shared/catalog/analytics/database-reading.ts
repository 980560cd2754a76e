import { screamingSnakeCase } from '../../lib/words.ts';
import type { ConnectionScope } from '../connection.ts';
import { arn, document, type Expression, join, pseudo, refOf } from '../expression.ts';
import { networkOf } from '../network/placement.ts';
import { allowConnection, securityGroupIds, tcp } from '../network/security-groups.ts';
import { engineOf, portOf } from '../rds/engines.ts';

/** What a row says of a database that a job reads. */
export interface DatabaseReading {
  /** The attribute of the database that jobs connect to. */
  readonly host: string;
}

/** The address of a database as JDBC writes it; undefined for engines that Glue has no driver for. https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html */
const jdbcUrl = (
  engine: string,
  host: Expression,
  port: Expression,
  database: Expression,
): Expression | undefined => {
  const portText = typeof port === 'number' ? String(port) : port;
  if (engine.includes('postgres'))
    return join('jdbc:postgresql://', host, ':', portText, '/', database);
  if (engine.includes('mysql') || engine === 'mariadb')
    return join('jdbc:mysql://', host, ':', portText, '/', database);
  if (engine.startsWith('sqlserver'))
    return join('jdbc:sqlserver://', host, ':', portText, ';databaseName=', database);
  if (engine.startsWith('oracle'))
    return join('jdbc:oracle:thin://@', host, ':', portText, '/', database);
  return undefined;
};

/** A job connects to a database by JDBC: a Glue connection says where it is, and which secret logs in. */
export const readDatabase = (scope: ConnectionScope, { host }: DatabaseReading): void => {
  const { source, target } = scope;
  const { out } = target;
  const refuse = (reason: string): void =>
    out.problem(`"${target.node.name}" cannot read "${source.node.name}": ${reason}`);
  const network = networkOf(target);
  const subnet = network?.subnets[0];
  if (subnet === undefined) {
    refuse('the job is in no VPC. Put it into subnets of the VPC of the database.');
    return;
  }
  if (source.region !== target.region) {
    refuse('they are in different Regions. Put both into one.');
    return;
  }
  const engine = engineOf(source);
  const database =
    scope.value('databaseName') ??
    source.value('databaseName') ??
    (engine.family === 'POSTGRESQL'
      ? 'postgres'
      : out.parameter(`${scope.resourceId('')}Database`, {
          description: `Name of the database in ${source.node.name} that ${target.node.name} reads.`,
          example: 'shop',
        }));
  const url = jdbcUrl(engine.id, source.attribute(host), portOf(source), database);
  if (url === undefined) {
    refuse(`Glue has no driver for ${engine.title}.`);
    return;
  }
  allowConnection({
    from: target,
    to: source,
    traffic: tcp(portOf(source)),
    description: `${target.id} to ${source.id}`,
  });
  const id = scope.resourceId('Connection');
  out.resource(id, {
    type: 'AWS::Glue::Connection',
    properties: {
      CatalogId: pseudo('AccountId'),
      ConnectionInput: {
        ConnectionType: 'JDBC',
        Description: `${target.id} to ${source.id}`,
        ConnectionProperties: document({
          JDBC_CONNECTION_URL: url,
          SECRET_ID: source.attribute('secretArn'),
        }),
        PhysicalConnectionRequirements: {
          SubnetId: subnet.ref,
          SecurityGroupIdList: securityGroupIds(target),
        },
      },
    },
  });
  out.append(target.id, 'Connections.Connections', refOf(id));
  out.allow(target.node.id, {
    actions: ['glue:GetConnection'],
    resources: [arn('glue', 'catalog'), arn('glue', join('connection/', refOf(id)))],
  });
  for (const statement of scope.statements('target-role')) out.allow(target.node.id, statement);
  const siblings = target.links('in', { mechanism: 'data-source' }).filter(isOfDatabase);
  out.environment(
    target.node.id,
    siblings.length > 1 ? `${screamingSnakeCase(source.id)}_INPUT_CONNECTION` : 'INPUT_CONNECTION',
    refOf(id),
  );
};

const isOfDatabase = ({ options }: { readonly options: unknown }): boolean =>
  (options as { readonly by?: string }).by === 'database-reader';
