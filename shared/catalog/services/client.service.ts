import { choice, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const client = defineService({
  kind: 'client',
  title: 'Client application',
  words: 'user browser app mobile web actor person frontend',
  category: 'actor',
  icon: 'actor-client',
  cloudFormation: [],
  placement: { parents: ['canvas'], scope: 'external', vpc: 'none', subnet: 'none' },
  properties: {
    clientType: choice(['browser', 'mobile', 'desktop', 'server', 'iot-device'], {
      default: 'browser',
      help: 'What kind of program it is.',
    }),
    origin: text({ help: 'Web origin, the default of what APIs allow by CORS.' }),
    insideVpc: yesNo({
      default: false,
      help: 'Runs in a VPC or reaches it by VPN or Direct Connect; needed for private APIs.',
    }),
    authMode: choice(['none', 'api-key', 'cognito-token', 'aws-credentials', 'third-party-token'], {
      default: 'none',
      help: 'What it shows to be let in.',
    }),
  },
  summary: (read) => String(read('clientType')),
  explain:
    'A program outside AWS that calls the architecture: a web page, an app, a server, a device. It is not deployed; it shows who calls and with which credentials.',
  docs: 'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/welcome.html',
});
