import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { titleOf } from '../catalog-facts.ts';
import { connection, design, inside, node } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { numbered, physicalNames } from './physical-name.ts';

/** Names that AWS finds a resource by. Names of APIs, user pools, zones and parts of a VPC may repeat. */
const identities: readonly {
  readonly kinds: readonly string[];
  readonly property: (kind: string) => string;
  /** Within what a name is unique; the region unless said otherwise. */
  readonly within?: (graph: Graph, node: Node) => string | undefined;
  /** A mail domain or address: the case of letters does not matter, and nobody can choose another one for it. */
  readonly isAddress?: true;
}[] = [
  ...[
    ['lambda', 'lambda-edge'],
    ['dynamodb-table'],
    ['sqs-queue'],
    ['sns-topic'],
    ['state-machine'],
    ['event-bus'],
    ['kinesis-stream'],
    ['firehose'],
    ['secret'],
    ['log-group'],
  ].map((kinds) => ({
    kinds,
    property: (kind: string) => physicalNames[kind]?.property ?? 'name',
  })),
  { kinds: ['rds-proxy'], property: () => 'dbProxyName' },
  { kinds: ['dax-cluster'], property: () => 'clusterName' },
  { kinds: ['api-custom-domain'], property: () => 'domainName' },
  { kinds: ['cognito-user-pool'], property: () => 'domainPrefix' },
  // Domains and addresses are the same whatever the case of their letters.
  { kinds: ['ses-identity'], property: () => 'emailIdentity', isAddress: true },
  { kinds: ['cloudfront-function'], property: () => 'name', within: () => 'everywhere' },
  { kinds: ['s3-bucket'], property: () => 'bucketName', within: () => 'everywhere' },
  {
    kinds: ['event-rule'],
    property: () => 'name',
    within: (graph, rule) =>
      `${graph.region(rule)} ${graph.sources(rule, { mechanism: 'event-routing' })[0]?.id ?? ''}`,
  },
  {
    kinds: ['schedule'],
    property: () => 'name',
    within: (graph, schedule) => {
      const group = graph.text(schedule, 'groupName');
      return group === undefined ? undefined : `${graph.region(schedule)} ${group}`;
    },
  },
];

/** A table that is there already may be drawn twice. */
const isOurs = (graph: Graph, node: Node): boolean =>
  node.kind !== 'dynamodb-table' || graph.boolean(node, 'existing') === false;

export const namingDuplicate = defineRule({
  meta: {
    id: 'naming/duplicate',
    severity: 'error',
    messages: {
      taken:
        '{node} has the name "{name}", which {other} has already; two of the kind {kind} cannot share a name here, so rename one.',
    },
    explain:
      'AWS finds a resource by its type, region, account and name, so the second one of a name cannot be created. Buckets share one list of names with all customers of AWS: even a name that is unique here may be taken. A queue and a topic may have the same name, and so may tables of two regions.',
    docs: {
      title: 'Name type',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html',
    },
    overlaps: ['E3019'],
  },
  on: wholeDesign(),
  check(_, graph, report, { catalog }) {
    for (const { kinds, property: propertyOf, within, isAddress } of identities) {
      const owners = new Map<string, { readonly node: Node; count: number }>();
      for (const node of graph.nodes(...kinds)) {
        const property = propertyOf(node.kind);
        if (!graph.isSet(node, property)) continue;
        const text = graph.text(node, property);
        const scope = within ? within(graph, node) : graph.region(node);
        if (text === undefined || scope === undefined || !isOurs(graph, node)) continue;
        const key = `${scope} ${node.kind === 's3-bucket' || isAddress ? text.toLowerCase() : text}`;
        const owner = owners.get(key);
        if (!owner) {
          owners.set(key, { node, count: 1 });
          continue;
        }
        owner.count += 1;
        const other = numbered(text, owner.count, physicalNames[node.kind]?.longest ?? 63);
        const isDomain = isAddress || property === 'domainName';
        const isRequired = catalog.properties(node.kind)?.[property]?.required === true;
        report({
          message: 'taken',
          at: node,
          property,
          data: {
            node: named(node),
            name: text,
            other: named(owner.node),
            kind: titleOf(catalog, node.kind),
          },
          fixes: isDomain
            ? []
            : [
                { title: `Name it ${other}`, edit: setProperty(node.id, property, other) },
                ...(isRequired
                  ? []
                  : [
                      {
                        title: 'Let CloudFormation name it',
                        edit: unsetProperty(node.id, property),
                      },
                    ]),
              ],
        });
      }
    }
  },
  examples: {
    good: [
      {
        title: 'other names',
        design: design(
          node('dynamodb-table', 'a', { tableName: 'orders' }),
          node('dynamodb-table', 'b', { tableName: 'customers' }),
          node('sqs-queue', 'c', { queueName: 'orders' }),
        ),
      },
      {
        title: 'names set by parameters',
        design: design(
          node('dynamodb-table', 'a', { tableName: { Ref: 'Table' } }),
          node('dynamodb-table', 'b', { tableName: { Ref: 'Table' } }),
        ),
      },
      {
        title: 'tables of two regions',
        design: design(
          node('dynamodb-table', 'a', { tableName: 'orders' }),
          inside(
            node('region', 'us', { code: 'us-east-1' }),
            node('dynamodb-table', 'b', { tableName: 'orders' }),
          ),
        ),
      },
      {
        title: 'rules of two buses',
        design: design(
          node('event-bus', 'shop', { name: 'shop' }),
          node('event-bus', 'stock', { name: 'stock' }),
          node('event-rule', 'a', { name: 'all' }),
          node('event-rule', 'b', { name: 'all' }),
          connection('event-bus--event-rule', 'shop', 'a'),
          connection('event-bus--event-rule', 'stock', 'b'),
        ),
      },
    ],
    bad: [
      {
        title: 'two tables',
        design: design(
          node('dynamodb-table', 'a', { tableName: 'orders' }),
          node('dynamodb-table', 'b', { tableName: 'orders' }),
        ),
        expect: ['taken'],
      },
      {
        title: 'buckets of two regions',
        design: design(
          node('s3-bucket', 'a', { bucketName: 'photos-prod' }),
          inside(
            node('region', 'us', { code: 'us-east-1' }),
            node('s3-bucket', 'b', { bucketName: 'photos-prod' }),
          ),
        ),
        expect: ['taken'],
      },
      {
        title: 'two identities of one mail domain',
        design: design(
          node('ses-identity', 'a', { emailIdentity: 'mail.example.com' }),
          node('ses-identity', 'b', { emailIdentity: 'Mail.example.com' }),
        ),
        expect: ['taken'],
      },
      {
        title: 'three queues',
        design: design(
          node('sqs-queue', 'a', { queueName: 'orders.fifo', fifoQueue: true }),
          node('sqs-queue', 'b', { queueName: 'orders.fifo', fifoQueue: true }),
          node('sqs-queue', 'c', { queueName: 'orders.fifo', fifoQueue: true }),
        ),
        expect: ['taken', 'taken'],
      },
    ],
  },
});
