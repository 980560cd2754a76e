import { integer, numeric, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const xray = defineService({
  kind: 'xray',
  title: 'X-Ray group',
  words: 'x-ray xray tracing trace distributed sampling',
  category: 'observability',
  icon: 'AWSXRay',
  cloudFormation: ['AWS::XRay::Group', 'AWS::XRay::SamplingRule'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    groupName: text({
      maxLength: 32,
      pattern: '^[A-Za-z0-9_-]+$',
      help: 'The name under which the traces are found; the export makes one when this is empty.',
    }),
    filterExpression: text({
      default: 'fault = true OR error = true',
      emitDefault: true,
      help: 'Which traces belong to the group, such as responsetime > 5 or http.status = 500.',
      cfn: 'FilterExpression',
    }),
    fixedRate: numeric({
      default: 0.05,
      emitDefault: true,
      min: 0,
      max: 1,
      help: 'The part of requests that is traced beyond the reservoir: 0.05 is one in twenty.',
    }),
    reservoirSize: integer({
      default: 1,
      emitDefault: true,
      min: 0,
      unit: 'requests/s',
      help: 'So many requests a second are traced in any case.',
    }),
    insightsEnabled: yesNo({
      default: false,
      advanced: true,
      help: 'X-Ray looks for unusual rates of faults by itself; paid by traces.',
      cfn: 'InsightsConfiguration.InsightsEnabled',
    }),
  },
  attributes: { arn: { cfn: 'GroupARN', cdk: 'attrGroupArn' } },
  summary: (read) => `${Math.round(Number(read('fixedRate')) * 1000) / 10} % of requests`,
  explain:
    'X-Ray follows a request through the services that it passes and shows where the time went and where it failed. Each service that takes part sends a piece of the trace. Only a part of the requests is traced, so that it stays cheap; a group gathers the traces that one wants to look at. For code of your own use OpenTelemetry: the SDKs of X-Ray itself are only maintained.',
  cost: 'Traces that are recorded, and traces that are read or scanned; the first 100,000 a month are free.',
  limits: [
    '25 groups and 25 sampling rules in a Region (adjustable).',
    'Traces are kept for 30 days.',
  ],
  docs: 'https://docs.aws.amazon.com/xray/latest/devguide/aws-xray.html',
  emit(scope) {
    const { out, id } = scope;
    // Names have 32 characters at most, so that the name of the stack would often not fit.
    const named = scope.value('groupName') ?? id.slice(0, 32);
    out.resource(id, {
      type: 'AWS::XRay::Group',
      properties: { ...scope.cfnProperties(), GroupName: named },
    });
    out.resource(`${id}SamplingRule`, {
      type: 'AWS::XRay::SamplingRule',
      properties: {
        SamplingRule: {
          RuleName: named,
          Version: 1,
          Priority: 1000,
          FixedRate: scope.value('fixedRate') ?? 0.05,
          ReservoirSize: scope.value('reservoirSize') ?? 1,
          ServiceName: '*',
          ServiceType: '*',
          Host: '*',
          HTTPMethod: '*',
          URLPath: '*',
          ResourceARN: '*',
        },
      },
    });
  },
});
