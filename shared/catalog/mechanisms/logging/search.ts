import { flag, invoke, member, object } from '../../../lib/typescript/syntax.ts';
import { isCollection } from '../../analytics/search.ts';
import type { ConnectionScope } from '../../connection.ts';

/** Kinds of logs, and what the L2 construct calls them. */
const kinds: Readonly<Record<string, string>> = {
  ES_APPLICATION_LOGS: 'app',
  SEARCH_SLOW_LOGS: 'slowSearch',
  INDEX_SLOW_LOGS: 'slowIndex',
};

/** The logs of a domain; OpenSearch tries the log group when the domain is made, so its policy comes first. */
export const emitSearchLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (isCollection(source)) {
    source.out.problem(
      `"${source.node.name}" is a serverless collection, which writes no logs into a log group: remove the connection to "${target.node.name}".`,
    );
    return;
  }
  const given = scope.read('logTypes');
  const types = (Array.isArray(given) ? given.map(String) : []).filter((type) =>
    Object.hasOwn(kinds, type),
  );
  const statements = scope.statements('target-policy');
  for (const statement of statements) target.out.allowOn(target.node.id, statement);
  for (const type of types)
    source.out.set(source.id, `LogPublishingOptions.${type}`, {
      CloudWatchLogsLogGroupArn: target.attribute('arn'),
      Enabled: true,
    });
  source.out.props(source.id, {
    logging: object(
      Object.fromEntries(
        types.flatMap((type) => [
          [`${kinds[type]}LogEnabled`, flag(true)],
          [`${kinds[type]}LogGroup`, target.construct],
        ]),
      ),
    ),
    // The construct would write the policy through a function of its own.
    suppressLogsResourcePolicy: flag(true),
  });
  if (statements.length === 0 || source.region !== target.region) return;
  source.out.dependsOn(source.id, `${target.id}Policy`);
  source.out.statement(invoke(member(source.construct, 'node'), 'addDependency', target.construct));
};
