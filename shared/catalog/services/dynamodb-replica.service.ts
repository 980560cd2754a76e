import { codeOf } from '../code.ts';
import { emitReplica, replicaArn, replicaName, replicaStreamArn } from '../dynamodb/replica.ts';
import { choice, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const dynamodbReplica = defineService({
  kind: 'dynamodb-replica',
  title: 'DynamoDB global table replica',
  words: 'global table replica dynamodb multi-region copy',
  category: 'database',
  icon: 'AmazonDynamoDB',
  // It is a part of the table's resource.
  cloudFormation: ['AWS::DynamoDB::GlobalTable'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    pointInTimeRecovery: yesNo({
      default: false,
      help: 'Restore this copy to any second of the last 35 days.',
    }),
    deletionProtection: yesNo({
      default: false,
      help: 'Nobody can delete this copy until this is switched off again.',
    }),
    tableClass: choice(['STANDARD', 'STANDARD_INFREQUENT_ACCESS'], {
      default: 'STANDARD',
      advanced: true,
      help: 'STANDARD_INFREQUENT_ACCESS stores for less, and reads and writes for more.',
    }),
  },
  attributes: {
    arn: { cfn: replicaArn, cdk: (_construct, scope) => codeOf(replicaArn(scope)) },
    name: { cfn: replicaName, cdk: (_construct, scope) => codeOf(replicaName(scope)) },
    streamArn: {
      cfn: replicaStreamArn,
      cdk: (_construct, scope) => codeOf(replicaStreamArn(scope)),
    },
  },
  summary: (read) =>
    ['replica', ...(read('pointInTimeRecovery') === true ? ['point-in-time recovery'] : [])].join(
      ' · ',
    ),
  explain:
    'A full copy of a DynamoDB table in another Region. All copies take writes, and each change reaches the others about a second later; when two are written at once, the later one wins. Code reads and writes the copy of its own Region, and goes on when another Region fails. It stands in a Region container; what it is the copy of, the arrow from the table says.',
  cost: 'As a table of its own: reads, storage, and each write once for every copy.',
  limits: [
    'One replica of a table in each Region.',
    'A replica has the name, keys and indexes of its table.',
    'Strong consistency over Regions: exactly three Regions of one part of the world.',
  ],
  docs: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
  emit: emitReplica,
});
