import { array, invoke, text } from '../../lib/typescript/syntax.ts';
import { kebabCase, pascalCase } from '../../lib/words.ts';
import { constructRef } from '../code.ts';
import { emitLogGroup, retentionOf } from '../log-groups.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { engineOf } from './engines.ts';

/**
 * RDS writes each log into a group whose name follows from the identifier of the instance or cluster. Both are therefore said
 * here, and the groups are there first: otherwise RDS would make them, and keep the logs for ever. The drawn group
 * is that of the first log; the others get one of their own.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
 */
export const emitDatabaseLogs = (link: LinkScope): void => {
  const { source, target } = link;
  const { out } = source;
  const problem = whyNot(link);
  if (problem !== undefined) {
    out.problem(problem);
    return;
  }
  const shares = sharesOf(link);
  const mine = shares.get(target.id);
  // A second line to the same group is in the share of the first.
  if (mine?.link.connection.id !== link.connection.id) return;
  if (mine.main === undefined) {
    out.problem(
      `Each log of "${source.node.name}" has one log group, and other groups have all that "${target.node.name}" shall get. Name another log type at the connection, or remove it.`,
    );
    return;
  }
  const identifier = identifierOf(source);
  const isCluster = engineOf(source).isCluster === true;
  const groupName = (type: string): string =>
    `/aws/rds/${isCluster ? 'cluster' : 'instance'}/${identifier}/${type}`;
  out.set(target.id, 'LogGroupName', groupName(mine.main));
  out.props(target.id, { logGroupName: text(groupName(mine.main)) });
  const groups = mine.others.map((type) => {
    const id = link.resourceId(`${pascalCase(type)}LogGroup`);
    emitLogGroup(out, id, {
      name: groupName(type),
      days: retentionOf(target, 'retentionInDays'),
      isKept: true,
    });
    return id;
  });
  const logs = [...shares.values()].flatMap(({ main, others }) =>
    main === undefined ? [] : [main, ...others],
  );
  out.set(source.id, isCluster ? 'DBClusterIdentifier' : 'DBInstanceIdentifier', identifier);
  out.set(source.id, 'EnableCloudwatchLogsExports', logs);
  out.dependsOn(source.id, target.id, ...groups);
  if (!out.hasConstruct(source.id)) return;
  out.props(source.id, {
    [isCluster ? 'clusterIdentifier' : 'instanceIdentifier']: text(identifier),
    cloudwatchLogsExports: array(logs.map(text)),
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

const whyNot = ({ connection, source, target }: LinkScope): string | undefined => {
  if (source.region !== target.region)
    return `"${source.node.name}" writes its logs in ${source.region}, and "${target.node.name}" is in ${target.region}. Put the log group into the Region of the database.`;
  if (target.read('logGroupName') !== undefined)
    return `RDS names the log groups of "${source.node.name}" itself. Remove the name of "${target.node.name}"; the export gives it the right one.`;
  const databases = target.links('in', { type: connection.type }).map((link) => link.source);
  const [first = source] = databases;
  return first.id === source.id
    ? undefined
    : `RDS writes the logs of each database into a group of its own, and "${target.node.name}" is that of "${first.node.name}". Draw another log group for "${source.node.name}".`;
};

interface Share {
  readonly link: LinkScope;
  /** What the drawn group gets; undefined when other groups have it all. */
  readonly main: string | undefined;
  /** The logs that get a group beside it. */
  readonly others: readonly string[];
}

/** How the log groups that are drawn for a database share its logs, by their ids. */
const sharesOf = ({ connection, source }: LinkScope): ReadonlyMap<string, Share> => {
  const links = source.links('out', { type: connection.type });
  const taken = new Set<string>();
  const take = (types: readonly string[]): readonly string[] => {
    const free = types.filter((type) => !taken.has(type));
    for (const type of free) taken.add(type);
    return free;
  };
  const wanted = links
    .filter(({ target }, at) => links.findIndex((link) => link.target.id === target.id) === at)
    .map((link) => {
      const parallel = links.filter(({ target }) => target.id === link.target.id);
      return { link, types: [...new Set(parallel.flatMap(logTypes))] };
    });
  // Each drawn group gets one log, the choosiest group first, before the rest is dealt out.
  const mains = wanted
    .toSorted((a, b) => a.types.length - b.types.length)
    .map(({ link, types }) => {
      const main = types.find((type) => !taken.has(type));
      take(main === undefined ? [] : [main]);
      return { link, types, main };
    });
  return new Map(
    mains.map(({ link, types, main }) => [link.target.id, { link, main, others: take(types) }]),
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
