import { text } from '../property.ts';
import { defineService } from '../service.ts';

export const user = defineService({
  kind: 'user',
  title: 'User (person)',
  words: 'person customer student admin operator actor visitor recipient browser',
  category: 'actor',
  icon: 'actor-user',
  cloudFormation: [],
  placement: { parents: ['canvas'], scope: 'external', vpc: 'none', subnet: 'none' },
  properties: {
    email: text({
      maxLength: 320,
      pattern: '^[^@\\s]+@[^@\\s]+$',
      help: 'Where e-mails to this person go. Empty: the export asks for it when it is deployed.',
    }),
    phoneNumber: text({
      pattern: '^\\+[1-9]\\d{1,14}$',
      help: 'Where text messages go, with the country: +41791234567. Empty: the export asks for it when it is deployed.',
    }),
    description: text({ help: 'Who it is: a customer, somebody of the support team.' }),
  },
  summary: (read) => String(read('description') ?? read('email') ?? ''),
  explain:
    'A person who uses the architecture with a browser or an app, or who gets e-mails and text messages from it. Nothing is deployed for the person; the address and the phone number become parameters of the export, so that they can differ from one deployment to the next. Draw a client application in between when it matters which program the person uses.',
  docs: 'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/welcome.html',
});
