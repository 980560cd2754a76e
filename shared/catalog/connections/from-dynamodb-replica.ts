import { connectionsFrom } from '../connection.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { streamMappingProperties } from './shared/mapping-properties.ts';

export const fromDynamodbReplica = connectionsFrom<Kind>('dynamodb-replica', {
  lambda: eventSourceMapping({
    label: 'streams changes of the replica to',
    delivery: 'poll',
    properties: streamMappingProperties(['TRIM_HORIZON', 'LATEST']),
    statements: [
      {
        side: 'target-role',
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: ['{source.arn}/stream/*'],
      },
      { side: 'target-role', actions: ['dynamodb:ListStreams'], resources: ['*'] },
    ],
    explain:
      'Each replica has a stream of its own with all changes, wherever they were written. CloudFormation does not tell its ARN, so it is a parameter of the stack in this Region.',
    docs: 'DynamoDB global tables and DynamoDB Streams',
    options: {
      samType: 'DynamoDB',
      samSource: 'Stream',
      polled: 'streamArn',
      cdk: 'lambdaEventSources.DynamoEventSource',
      prefix: 'DynamoDBEventSource',
    },
  }),
});
