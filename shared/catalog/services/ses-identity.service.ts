import { codeOf, constructRef } from '../code.ts';
import { arn, join, refOf } from '../expression.ts';
import { configurationSetArn, configurationSetId } from '../mail/configuration-set.ts';
import { emitIdentity } from '../mail/identity.ts';
import { senderOf } from '../mail/sender.ts';
import { choice, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';
import { inputField, inputFieldList } from '../workflow/dynamic.ts';
import { keep } from '../workflow/task-parts.ts';
import type { TaskContext } from '../workflow/task-target.ts';

const isDomain = (read: (property: string) => unknown): boolean => read('identityType') !== 'email';

const token = (number: 1 | 2 | 3, part: 'Name' | 'Value') => ({
  cfn: `DkimDNSToken${part}${number}`,
  cdk: `dkimDnsToken${part}${number}`,
});

export const sesIdentity = defineService({
  kind: 'ses-identity',
  title: 'SES e-mail identity',
  words: 'ses email e-mail mail send receive inbox smtp domain newsletter simple email service',
  category: 'integration',
  icon: 'AmazonSimpleEmailService',
  cloudFormation: [
    'AWS::SES::EmailIdentity',
    'AWS::SES::ConfigurationSet',
    'AWS::SES::ConfigurationSetEventDestination',
    'AWS::SES::ReceiptRule',
    'AWS::SES::ReceiptRuleSet',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    emailIdentity: text({
      required: true,
      maxLength: 320,
      pattern: '^([^@\\s"\\\\]+@)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$',
      help: 'A domain, such as example.com, or one address. Cannot be changed later.',
      cfn: 'EmailIdentity',
    }),
    identityType: choice(['domain', 'email'], {
      default: 'domain',
      help: 'A domain is verified by records in its zone, and every address in it may send. An address is verified by a link in a mail.',
    }),
    fromAddress: text({
      maxLength: 320,
      pattern: '^[^@\\s"\\\\]+@[^@\\s"\\\\]+$',
      help: 'The address that mails come from. Empty: no-reply at the domain, or the address itself.',
    }),
    tlsPolicy: choice(['REQUIRE', 'OPTIONAL'], {
      default: 'REQUIRE',
      emitDefault: true,
      help: 'REQUIRE: mails go out and are taken over encrypted connections only; a server that cannot do this gets none. OPTIONAL: encrypted where the other side can.',
    }),
    mailFromDomain: text({
      maxLength: 255,
      pattern: '^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$',
      advanced: true,
      when: isDomain,
      help: 'A subdomain that undeliverable mails return to, such as bounce.example.com, so that receivers see your domain only. Empty: one of Amazon.',
      cfn: 'MailFromAttributes.MailFromDomain',
      cdk: 'mailFromDomain',
    }),
    dkimSigning: yesNo({
      default: true,
      advanced: true,
      when: isDomain,
      help: 'Signs each mail, so that receivers see that it comes from the domain. Without it most mails land in spam.',
      cfn: 'DkimAttributes.SigningEnabled',
      cdk: 'dkimSigning',
    }),
    configurationSetName: text({
      maxLength: 64,
      pattern: '^[A-Za-z0-9_-]+$',
      advanced: true,
      help: 'The name of the settings that apply to all mails of this identity. AWS makes one when this is empty.',
    }),
  },
  attributes: {
    arn: { cfn: ({ id }) => arn('ses', join('identity/', refOf(id))), cdk: 'emailIdentityArn' },
    name: { cfn: 'Ref', cdk: 'emailIdentityName' },
    /** The address that mails come from. */
    sender: { cfn: senderOf, cdk: (_construct, scope) => codeOf(senderOf(scope)) },
    configurationSet: {
      cfn: (scope) => refOf(configurationSetId(scope)),
      cdk: (_construct, scope) => ({
        kind: 'member',
        object: constructRef(configurationSetId(scope)),
        name: 'configurationSetName',
      }),
    },
    configurationSetArn: {
      cfn: configurationSetArn,
      cdk: (_construct, scope) => codeOf(configurationSetArn(scope)),
    },
    dkimName1: token(1, 'Name'),
    dkimName2: token(2, 'Name'),
    dkimName3: token(3, 'Name'),
    dkimValue1: token(1, 'Value'),
    dkimValue2: token(2, 'Value'),
    dkimValue3: token(3, 'Value'),
  },
  clients: [
    {
      variables: ['SENDER_EMAIL'],
      what: 'SES: the address that mails come from',
      sdk: { id: 'sesv2', dotnet: 'SimpleEmailV2' },
    },
  ],
  task: {
    verb: 'Send mail with',
    services: { sesv2: ['FromEmailAddress'], ses: [] },
    call: (context) => ({
      resource: 'aws-sdk:sesv2:sendEmail',
      arguments: {
        FromEmailAddress: senderText(context),
        Destination: { ToAddresses: inputFieldList('to') },
        Content: {
          Simple: {
            Subject: { Data: inputField('subject') },
            Body: { Text: { Data: inputField('text') } },
          },
        },
      },
      output: keep,
    }),
  },
  summary: (read) => {
    const identity = read('emailIdentity');
    return typeof identity === 'string' ? identity : '';
  },
  explain:
    'An identity is a domain or an address that Amazon SES may send mails from, once its owner has proved it. Functions, workflows and user pools send with it, and what becomes of the mails, delivered, bounced, complained about, can go to a topic, a bus or a stream. A domain can receive mails too, into a bucket or a function.',
  cost: 'Mails that are sent and received, and data in attachments.',
  limits: [
    'New accounts are in the sandbox: 200 mails a day, to verified addresses only, until AWS lifts it.',
    'A mail has at most 40 MB.',
    'One receipt rule set is active in a Region; activating it is a step by hand.',
  ],
  docs: 'https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html',
  emit: emitIdentity,
});

/** Known, it stands in the definition itself: filled in, its quotation marks would end the text around it. */
const senderText = (context: TaskContext): string => {
  const sender = senderOf(context.target);
  return typeof sender === 'string' ? sender : context.fill('Sender', sender);
};
