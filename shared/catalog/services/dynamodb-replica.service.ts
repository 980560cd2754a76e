import { kindNotExported } from '../not-exported.ts';
import { choice, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const dynamodbReplica = defineService({
  kind: 'dynamodb-replica',
  title: 'DynamoDB global table replica',
  words: 'global table replica dynamodb multi-region',
  category: 'database',
  icon: 'AmazonDynamoDB',
  cloudFormation: ['AWS::DynamoDB::GlobalTable'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    region: text({
      required: true,
      help: 'Taken from the region container.',
      cfn: 'Replicas.Region',
    }),
    pointInTimeRecovery: yesNo({
      default: false,
      cfn: 'Replicas.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    }),
    tableClass: choice(['STANDARD', 'STANDARD_INFREQUENT_ACCESS'], {
      default: 'STANDARD',
      cfn: 'Replicas.TableClass',
    }),
    deletionProtection: yesNo({ default: false, cfn: 'Replicas.DeletionProtectionEnabled' }),
  },
  explain:
    'Visual marker in another region container; emits an entry in Replicas of its source table, never an own resource.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
