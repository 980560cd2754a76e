import { kindNotExported } from '../not-exported.ts';
import { choice, integer, json, logRetentionDays, seconds, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const stateMachine = defineService({
  kind: 'state-machine',
  title: 'Step Functions state machine',
  category: 'integration',
  icon: 'AWSStepFunctions',
  cloudFormation: ['AWS::StepFunctions::StateMachine'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    stateMachineName: text({ maxLength: 80, cfn: 'StateMachineName' }),
    stateMachineType: choice(['STANDARD', 'EXPRESS'], {
      default: 'STANDARD',
      help: 'SAM property Type; cannot be changed later.',
      cfn: 'StateMachineType',
    }),
    definition: json({
      help: 'Amazon States Language; generated from the workflow-task connections when absent.',
      cfn: 'Definition',
    }),
    queryLanguage: choice(['JSONata', 'JSONPath'], {
      default: 'JSONata',
      help: 'ASL top-level field QueryLanguage; ASL default is JSONPath.',
    }),
    timeoutSeconds: seconds({
      min: 1,
      max: 31536000,
      help: 'ASL TimeoutSeconds; Express workflows end after 300 s anyway.',
    }),
    logLevel: choice(['OFF', 'ERROR', 'ALL', 'FATAL'], {
      default: 'ERROR',
      cfn: 'LoggingConfiguration.Level',
    }),
    includeExecutionData: yesNo({
      default: false,
      cfn: 'LoggingConfiguration.IncludeExecutionData',
    }),
    tracingEnabled: yesNo({ default: false, cfn: 'TracingConfiguration.Enabled' }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      help: 'How long the logs are kept.',
    }),
    expectedItems: integer({ min: 0, help: 'Items of the largest Map, for the history limit.' }),
  },
  explain: 'Step Functions state machine',
  limits: [
    'Standard: 1 year, 25,000 history events; Express: 5 minutes',
    'Input or output of a state 256 KiB',
    'Definition 1 MB',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
