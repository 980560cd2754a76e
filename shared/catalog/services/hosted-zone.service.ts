import { kindNotExported } from '../not-exported.ts';
import { choice, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const hostedZone = defineService({
  kind: 'hosted-zone',
  title: 'Route 53 hosted zone',
  category: 'edge',
  icon: 'AmazonRoute53',
  cloudFormation: ['AWS::Route53::HostedZone', 'AWS::Route53::RecordSet'],
  placement: { parents: ['canvas', 'region'], scope: 'global', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ required: true, help: 'Zone apex, e.g. example.com.', cfn: 'Name' }),
    zoneType: choice(['public', 'private'], { default: 'public', help: 'private sets VPCs.' }),
    importExisting: yesNo({
      default: true,
      help: 'Reference an existing zone id instead of creating one (HostedZone.fromHostedZoneAttributes).',
    }),
    hostedZoneId: text({ when: (read) => read('importExisting') === true }),
    comment: text({ maxLength: 256, cfn: 'HostedZoneConfig.Comment' }),
  },
  explain: 'Route 53 hosted zone',
  limits: ['500 hosted zones per account and 10000 records per zone by default'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
