import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { bridgeBetween, bridgeFix, isLegal } from '../model/bridge.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const appsyncDataSource = defineRule({
  meta: {
    id: 'appsync/data-source',
    severity: 'error',
    messages: {
      unreachable:
        '{api} cannot use {target} ({kind}) as a data source; put a Lambda function in between.',
    },
    explain:
      'AppSync calls APIs of AWS and addresses on the internet; it has no interface in a VPC. It knows tables, functions, buses, OpenSearch domains and the Data API of Aurora, and can sign requests to other services. Everything private, such as a database or a cache, needs a function in the VPC.',
    docs: {
      title: 'Attaching a data source in AWS AppSync',
      url: 'https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html',
    },
  },
  on: connections({ from: 'appsync-api' }),
  check(link, graph, report, { catalog }) {
    const { connection: arrow, source, target } = link;
    const kind = catalog.kind(target.kind);
    // model/unknown-kind speaks of those; a wrong type of a right pair is for the rules of the model.
    if (kind === undefined || isLegal(catalog, link)) return;
    if (catalog.between(source.kind, target.kind).length > 0) return;
    const bridge = bridgeBetween(catalog, source.kind, target.kind);
    const fixes = bridgeFix(graph, catalog, link, bridge);
    report({
      message: 'unreachable',
      data: { api: named(source), target: named(target), kind: kind.title },
      fixes: fixes.length > 0 ? fixes : [removeConnection(catalog, arrow)],
    });
  },
  examples: {
    good: [
      {
        title: 'a table',
        design: design(
          node('appsync-api', 'api', { name: 'api', public: true }),
          node('dynamodb-table', 'orders'),
          connection('appsync-api--dynamodb-table', 'api', 'orders', { fieldName: 'getOrder' }),
        ),
      },
      {
        title: 'a field set by a parameter',
        design: design(
          node('appsync-api', 'api', { name: 'api', public: true }),
          node('lambda', 'orders'),
          connection('appsync-api--lambda', 'api', 'orders', { fieldName: { Ref: 'Field' } }),
        ),
      },
    ],
    bad: [
      {
        title: 'a bucket',
        design: design(
          node('appsync-api', 'api', { name: 'api', public: true }),
          node('s3-bucket', 'files'),
          connection('appsync-api--s3-bucket', 'api', 'files'),
        ),
        expect: ['unreachable'],
      },
    ],
  },
});
