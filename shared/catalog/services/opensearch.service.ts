import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const opensearch = defineService({
  kind: 'opensearch',
  title: 'OpenSearch Service',
  words: 'opensearch elasticsearch search logs kibana dashboards',
  category: 'analytics',
  icon: 'AmazonOpenSearchService',
  cloudFormation: ['AWS::OpenSearchService::Domain', 'AWS::OpenSearchServerless::Collection'],
  placement: {
    parents: ['region', 'vpc', 'subnet'],
    scope: 'regional',
    vpc: 'optional',
    subnet: 'optional',
  },
  properties: {
    deployment: choice(['domain', 'serverless'], { default: 'domain' }),
    domainName: text({ maxLength: 28, pattern: '^[a-z][a-z0-9-]{2,27}$', cfn: 'DomainName' }),
    engineVersion: text({
      default: 'OpenSearch_3.1',
      help: 'OpenSearch_X.Y.',
      cfn: 'EngineVersion',
    }),
    instanceType: text({ default: 'm7g.medium.search', cfn: 'ClusterConfig.InstanceType' }),
    instanceCount: integer({ default: 1, min: 1, max: 80, cfn: 'ClusterConfig.InstanceCount' }),
    zoneAwareness: yesNo({ default: false, cfn: 'ClusterConfig.ZoneAwarenessEnabled' }),
    volumeSize: integer({ default: 10, min: 10, unit: 'GiB', cfn: 'EBSOptions.VolumeSize' }),
    encryptionAtRest: yesNo({ default: true, cfn: 'EncryptionAtRestOptions.Enabled' }),
    nodeToNodeEncryption: yesNo({ default: true, cfn: 'NodeToNodeEncryptionOptions.Enabled' }),
    enforceHttps: yesNo({ default: true, cfn: 'DomainEndpointOptions.EnforceHTTPS' }),
    fineGrainedAccess: yesNo({ default: false, cfn: 'AdvancedSecurityOptions.Enabled' }),
  },
  explain: 'Public or VPC access is fixed at creation.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
