import { kindNotExported } from '../not-exported.ts';
import { choice, integer, list, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const wafWebAcl = defineService({
  kind: 'waf-web-acl',
  title: 'AWS WAF web ACL',
  words: 'waf firewall rate limit sql injection bot protection acl',
  category: 'edge',
  icon: 'AWSWAF',
  cloudFormation: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::WebACLAssociation'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ maxLength: 128, cfn: 'Name' }),
    scope: choice(['REGIONAL', 'CLOUDFRONT'], {
      default: 'REGIONAL',
      required: true,
      cfn: 'Scope',
    }),
    defaultAction: choice(['ALLOW', 'BLOCK'], {
      default: 'ALLOW',
      required: true,
      cfn: 'DefaultAction',
    }),
    managedRuleGroups: list({
      default: ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'],
      cfn: 'Rules',
    }),
    rateLimit: integer({
      default: 2000,
      min: 10,
      max: 2000000000,
      unit: 'requests per window and IP',
      cfn: 'Rules.Statement.RateBasedStatement.Limit',
    }),
    rateWindow: choice([60, 120, 300, 600], {
      default: 300,
      unit: 's',
      cfn: 'Rules.Statement.RateBasedStatement.EvaluationWindowSec',
    }),
    metricsEnabled: yesNo({ default: true, cfn: 'VisibilityConfig.CloudWatchMetricsEnabled' }),
  },
  explain: 'AWS WAF web ACL',
  limits: ['5000 WCU per web ACL at most; 1500 included in the base price'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
