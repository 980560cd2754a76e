import { kindNotExported } from '../not-exported.ts';
import { choice, days, integer, numeric, seconds, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const auroraCluster = defineService({
  kind: 'aurora-cluster',
  title: 'Aurora DB cluster (provisioned or Serverless v2)',
  words: 'aurora rds postgres mysql sql serverless cluster relational',
  category: 'database',
  icon: 'AmazonAurora',
  cloudFormation: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance', 'AWS::RDS::DBSubnetGroup'],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    engine: choice(['aurora-postgresql', 'aurora-mysql'], {
      default: 'aurora-postgresql',
      required: true,
      cfn: 'Engine',
    }),
    engineVersion: text({ default: '17.4', cfn: 'EngineVersion' }),
    capacityMode: choice(['serverless-v2', 'provisioned'], {
      default: 'serverless-v2',
      help: 'serverless-v2 uses instance class db.serverless.',
    }),
    minCapacity: numeric({
      default: 0.5,
      min: 0,
      max: 256,
      unit: 'ACU',
      when: (read) => read('capacityMode') === 'serverless-v2',
      help: 'Steps of 0.5; 0 enables auto-pause on supporting versions.',
      cfn: 'ServerlessV2ScalingConfiguration.MinCapacity',
    }),
    maxCapacity: numeric({
      default: 2,
      min: 1,
      max: 256,
      unit: 'ACU',
      when: (read) => read('capacityMode') === 'serverless-v2',
      help: '256 on current platform versions, 128 on older ones.',
      cfn: 'ServerlessV2ScalingConfiguration.MaxCapacity',
    }),
    secondsUntilAutoPause: seconds({
      default: 300,
      min: 300,
      max: 86400,
      when: (read) => read('minCapacity') === 0,
      cfn: 'ServerlessV2ScalingConfiguration.SecondsUntilAutoPause',
    }),
    instanceClass: text(
      {
        default: 'db.t4g.medium',
        when: (read) => read('capacityMode') === 'provisioned',
      } /* AWS::RDS::DBInstance#DBInstanceClass */,
    ),
    readers: integer({ default: 0, min: 0, max: 15 }),
    databaseName: text({ default: 'app', cfn: 'DatabaseName' }),
    masterUsername: text({ default: 'dbadmin', cfn: 'MasterUsername' }),
    manageMasterUserPassword: yesNo({ default: true, cfn: 'ManageMasterUserPassword' }),
    dataApi: yesNo({
      default: false,
      help: 'RDS Data API; CDK enableDataApi.',
      cfn: 'EnableHttpEndpoint',
    }),
    iamAuthentication: yesNo({ default: false, cfn: 'EnableIAMDatabaseAuthentication' }),
    backupRetentionPeriod: days({
      default: 7,
      min: 1,
      max: 35,
      help: 'CloudFormation default is 1.',
      cfn: 'BackupRetentionPeriod',
    }),
    deletionProtection: yesNo({ default: false, cfn: 'DeletionProtection' }),
    storageEncrypted: yesNo({ default: true, cfn: 'StorageEncrypted' }),
    port: integer({ min: 1150, max: 65535, help: '5432 or 3306.', cfn: 'Port' }),
  },
  explain: 'Aurora Serverless v1 is retired; engine mode serverless must not be emitted.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
