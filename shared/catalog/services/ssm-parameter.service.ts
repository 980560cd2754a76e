import { kindNotExported } from '../not-exported.ts';
import { choice, text } from '../property.ts';
import { defineService } from '../service.ts';

export const ssmParameter = defineService({
  kind: 'ssm-parameter',
  title: 'SSM Parameter',
  words: 'parameter store ssm config configuration setting',
  category: 'security',
  icon: 'AWSSystemsManager',
  cloudFormation: ['AWS::SSM::Parameter'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      default: '/app/param',
      required: true,
      maxLength: 1011,
      help: 'Full ARN 1011 characters, 15 levels.',
      cfn: 'Name',
    }),
    parameterType: choice(['String', 'StringList'], {
      default: 'String',
      required: true,
      help: 'SecureString cannot be created by CloudFormation; use a secret or create it outside.',
      cfn: 'Type',
    }),
    value: text({ required: true, maxLength: 8192, cfn: 'Value' }),
    tier: choice(['Standard', 'Advanced', 'Intelligent-Tiering'], {
      default: 'Standard',
      help: 'Standard 4 KB, Advanced 8 KB.',
      cfn: 'Tier',
    }),
    allowedPattern: text({ maxLength: 1024, cfn: 'AllowedPattern' }),
    description: text({ maxLength: 1024, cfn: 'Description' }),
  },
  explain: 'SSM Parameter',
  limits: ['10,000 standard parameters per region'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
