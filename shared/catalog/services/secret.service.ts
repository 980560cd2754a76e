import { kindNotExported } from '../not-exported.ts';
import { days, integer, json, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const secret = defineService({
  kind: 'secret',
  title: 'Secrets Manager secret',
  category: 'security',
  icon: 'AWSSecretsManager',
  cloudFormation: ['AWS::SecretsManager::Secret'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ maxLength: 512, cfn: 'Name' }),
    description: text({ maxLength: 2048, cfn: 'Description' }),
    generateSecretString: yesNo({ default: true, cfn: 'GenerateSecretString' }),
    secretStringTemplate: json({
      default: { username: 'dbadmin' },
      cfn: 'GenerateSecretString.SecretStringTemplate',
    }),
    generateStringKey: text({ default: 'password', cfn: 'GenerateSecretString.GenerateStringKey' }),
    passwordLength: integer({
      default: 32,
      min: 1,
      max: 4096,
      cfn: 'GenerateSecretString.PasswordLength',
    }),
    rotationDays: days(
      {
        min: 1,
        max: 1000,
      } /* AWS::SecretsManager::RotationSchedule#RotationRules.AutomaticallyAfterDays */,
    ),
    kmsKeyId: text({ cfn: 'KmsKeyId' }),
  },
  explain: 'Secrets Manager secret',
  limits: ['Secret value 64 KiB'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
