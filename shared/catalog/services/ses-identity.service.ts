import { kindNotExported } from '../not-exported.ts';
import { choice, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const sesIdentity = defineService({
  kind: 'ses-identity',
  title: 'SES e-mail identity',
  words: 'ses email mail send receive smtp domain',
  category: 'integration',
  icon: 'AmazonSimpleEmailService',
  cloudFormation: [
    'AWS::SES::EmailIdentity',
    'AWS::SES::ConfigurationSet',
    'AWS::SES::ReceiptRule',
    'AWS::SES::ReceiptRuleSet',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    emailIdentity: text({ required: true, help: 'Domain or address.', cfn: 'EmailIdentity' }),
    identityType: choice(['domain', 'email'], { default: 'domain' }),
    mailFromDomain: text({ cfn: 'MailFromAttributes.MailFromDomain' }),
    configurationSetName: text(/* AWS::SES::ConfigurationSet#Name */),
    receivingEnabled: yesNo({
      default: false,
      help: 'Adds AWS::SES::ReceiptRuleSet; only one rule set is active per region and activation is not possible in CloudFormation.',
    }),
    dkimSigning: yesNo({ default: true, cfn: 'DkimAttributes.SigningEnabled' }),
  },
  explain: 'SES e-mail identity',
  limits: [
    'New accounts are in the sandbox: 200 mails/day, verified recipients only',
    'Message 40 MB outbound (v2 API and SMTP)',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
