import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const daxCluster = defineService({
  kind: 'dax-cluster',
  title: 'DynamoDB Accelerator (DAX) cluster',
  words: 'dax dynamodb accelerator cache microseconds',
  category: 'database',
  icon: 'AmazonDynamoDB',
  cloudFormation: ['AWS::DAX::Cluster', 'AWS::DAX::SubnetGroup', 'AWS::DAX::ParameterGroup'],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    clusterName: text({ maxLength: 20, pattern: '^[a-z][a-z0-9-]{0,19}$', cfn: 'ClusterName' }),
    nodeType: text({ default: 'dax.t3.small', required: true, cfn: 'NodeType' }),
    replicationFactor: integer({
      default: 3,
      required: true,
      min: 1,
      max: 11,
      help: '1 or 3-10 recommended by AWS; three zones for availability.',
      cfn: 'ReplicationFactor',
    }),
    clusterEndpointEncryptionType: choice(['NONE', 'TLS'], {
      default: 'TLS',
      cfn: 'ClusterEndpointEncryptionType',
    }),
    sseEnabled: yesNo({ default: true, cfn: 'SSESpecification.SSEEnabled' }),
    itemTtl: integer(
      {
        default: 300000,
        min: 0,
        unit: 'ms',
        help: 'Default 5 min.',
      } /* AWS::DAX::ParameterGroup#ParameterNameValues.record-ttl-millis */,
    ),
    queryTtl: integer(
      {
        default: 300000,
        min: 0,
        unit: 'ms',
      } /* AWS::DAX::ParameterGroup#ParameterNameValues.query-ttl-millis */,
    ),
  },
  explain: 'DynamoDB Accelerator (DAX) cluster',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
