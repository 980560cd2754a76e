import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text } from '../property.ts';
import { defineService } from '../service.ts';

export const eventBus = defineService({
  kind: 'event-bus',
  title: 'EventBridge event bus (default or classic custom)',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Events::EventBus'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    busType: choice(['default', 'custom', 'partner'], {
      default: 'custom',
      required: true,
      help: 'default exists in every account and emits nothing; only it receives AWS service events.',
    }),
    name: text({
      required: true,
      maxLength: 256,
      when: (read) => read('busType') !== 'default',
      cfn: 'Name',
    }),
    archiveRetentionDays: integer(
      {
        min: 0,
        help: '0 keeps forever; absent = no archive.',
      } /* AWS::Events::Archive#RetentionDays */,
    ),
    logLevel: choice(['OFF', 'ERROR', 'INFO', 'TRACE'], { default: 'OFF', cfn: 'LogConfig.Level' }),
    kmsKeyIdentifier: text({ cfn: 'KmsKeyIdentifier' }),
  },
  explain: 'AWS calls this "Custom Event Bus - Classic" since 2026; see custom-event-bus.',
  limits: [
    '100 event buses per account by default',
    '300 rules per bus by default',
    'PutEvents: 10 entries per request; entry size documented as 256 KB (1 MB announced for 2026, verify)',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
