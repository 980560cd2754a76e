import { kindNotExported } from '../not-exported.ts';
import { choice, integer, seconds, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const rdsProxy = defineService({
  kind: 'rds-proxy',
  title: 'RDS Proxy',
  category: 'database',
  icon: 'AmazonRDS',
  cloudFormation: ['AWS::RDS::DBProxy', 'AWS::RDS::DBProxyTargetGroup'],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    dbProxyName: text({
      required: true,
      maxLength: 63,
      pattern: '^[A-Za-z](?!.*--)[A-Za-z0-9-]*[A-Za-z0-9]$',
      cfn: 'DBProxyName',
    }),
    engineFamily: choice(['MYSQL', 'POSTGRESQL', 'SQLSERVER'], {
      default: 'POSTGRESQL',
      required: true,
      help: 'Derived from the target database.',
      cfn: 'EngineFamily',
    }),
    requireTls: yesNo({ default: true, cfn: 'RequireTLS' }),
    iamAuth: choice(['DISABLED', 'REQUIRED'], { default: 'REQUIRED', cfn: 'Auth.IAMAuth' }),
    defaultAuthScheme: choice(['NONE', 'IAM_AUTH'], {
      default: 'NONE',
      help: 'IAM_AUTH = end-to-end IAM, no secret.',
      cfn: 'DefaultAuthScheme',
    }),
    idleClientTimeout: seconds({ default: 1800, min: 1, max: 28800, cfn: 'IdleClientTimeout' }),
    maxConnectionsPercent: integer(
      {
        default: 100,
        min: 1,
        max: 100,
        unit: '%',
      } /* AWS::RDS::DBProxyTargetGroup#ConnectionPoolConfigurationInfo.MaxConnectionsPercent */,
    ),
    maxIdleConnectionsPercent: integer(
      {
        default: 50,
        min: 0,
        max: 100,
        unit: '%',
      } /* AWS::RDS::DBProxyTargetGroup#ConnectionPoolConfigurationInfo.MaxIdleConnectionsPercent */,
    ),
    connectionBorrowTimeout: seconds(
      {
        default: 120,
        min: 0,
        max: 300,
      } /* AWS::RDS::DBProxyTargetGroup#ConnectionPoolConfigurationInfo.ConnectionBorrowTimeout */,
    ),
    debugLogging: yesNo({ default: false, cfn: 'DebugLogging' }),
  },
  explain: 'RDS Proxy',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
