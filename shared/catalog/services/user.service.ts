import { text } from '../property.ts';
import { defineService } from '../service.ts';

export const user = defineService({
  kind: 'user',
  title: 'User (person)',
  words: 'person customer student admin actor browser',
  category: 'actor',
  icon: 'actor-user',
  cloudFormation: [],
  placement: { parents: ['canvas'], scope: 'external', vpc: 'none', subnet: 'none' },
  properties: {
    email: text({ help: 'Endpoint of an SNS email subscription or recipient of SES mail.' }),
    phoneNumber: text({
      pattern: '^\\+[1-9]\\d{1,14}$',
      help: 'E.164 number, endpoint of an SNS SMS subscription.',
    }),
    description: text(),
  },
  explain: 'Emits no resource by itself; its e-mail or number becomes a parameter of the export.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
});
