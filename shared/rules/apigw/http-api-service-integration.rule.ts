import { sequence } from '../../model/edits/index.ts';
import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { addNear, removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Kinds of the AWS services that somebody may want to call straight from an API. */
const services = [
  'dynamodb-table',
  's3-bucket',
  'sns-topic',
  'firehose',
  'secret',
  'rds-instance',
  'rds-proxy',
];

export const apigwHttpApiServiceIntegration = defineRule({
  meta: {
    id: 'apigw/http-api-service-integration',
    severity: 'error',
    messages: {
      impossible:
        '{api}: an HTTP API cannot call {target} ({kind}) directly; put a Lambda function in between, or use a REST API.',
    },
    explain:
      'A REST API can be mapped to almost any AWS API with a template. An HTTP API knows a short list of services: EventBridge, SQS, Kinesis, Step Functions and AppConfig, besides functions and HTTP addresses. For tables, topics and buckets a function has to stand in between.',
    docs: {
      title: 'Integration subtype reference',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html',
    },
  },
  on: connections({ from: 'http-api', to: services }),
  check({ connection: link, source: api, target }, graph, report, { catalog }) {
    if (catalog.between('http-api', target.kind).length > 0) return;
    const onward = catalog.between('lambda', target.kind)[0];
    report({
      message: 'impossible',
      data: { api: named(api), target: named(target), kind: titleOf(catalog, target.kind) },
      fixes: onward
        ? addNear(
            graph,
            catalog,
            'Put a function in between',
            api,
            { kind: 'lambda', name: `${target.name} function` },
            (id) => [
              {
                type: 'http-api--lambda',
                from: api.id,
                to: id,
                properties: { path: '/{proxy+}', method: 'ANY' },
              },
              { type: onward.id, from: id, to: target.id, properties: {} },
            ],
          ).map(({ title, edit }) => ({
            title,
            edit: sequence(edit, removeConnection(catalog, link).edit),
          }))
        : [removeConnection(catalog, link)],
    });
  },
  examples: {
    good: [
      {
        title: 'a queue',
        design: design(
          node('http-api', 'api', { name: { Ref: 'Name' } }),
          node('sqs-queue', 'jobs'),
          connection('http-api--sqs-queue', 'api', 'jobs'),
        ),
      },
    ],
    bad: [
      {
        title: 'a table',
        design: design(
          node('http-api', 'api', { name: 'api' }),
          node('dynamodb-table', 'orders'),
          connection('http-api--dynamodb-table', 'api', 'orders'),
        ),
        expect: ['impossible'],
      },
    ],
  },
});
