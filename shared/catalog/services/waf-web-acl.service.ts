import { choice, integer, list, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';
import { emitWebAcl } from '../waf/web-acl.ts';

/** Groups of rules that AWS keeps up to date and that cost nothing extra. */
const ruleGroups = [
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesAdminProtectionRuleSet',
  'AWSManagedRulesSQLiRuleSet',
  'AWSManagedRulesLinuxRuleSet',
  'AWSManagedRulesUnixRuleSet',
  'AWSManagedRulesWindowsRuleSet',
  'AWSManagedRulesPHPRuleSet',
  'AWSManagedRulesWordPressRuleSet',
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesAnonymousIpList',
] as const;

export const wafWebAcl = defineService({
  kind: 'waf-web-acl',
  title: 'AWS WAF web ACL',
  words: 'waf firewall rate limit sql injection bot protection acl',
  category: 'edge',
  icon: 'AWSWAF',
  cloudFormation: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::WebACLAssociation'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 128,
      pattern: '^[A-Za-z0-9_-]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty. Cannot be changed later.',
      cfn: 'Name',
    }),
    scope: choice(['REGIONAL', 'CLOUDFRONT'], {
      default: 'REGIONAL',
      required: true,
      emitDefault: true,
      help: 'CLOUDFRONT: for distributions, and then it must be in us-east-1. REGIONAL: for everything else, in the Region of what it protects.',
      cfn: 'Scope',
    }),
    defaultAction: choice(['ALLOW', 'BLOCK'], {
      default: 'ALLOW',
      required: true,
      help: 'What becomes of requests that no rule speaks of.',
    }),
    managedRuleGroups: list({
      default: ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'],
      items: { ...choice(ruleGroups), noun: 'group' },
      help: 'Rules that AWS keeps up to date. The first two fit nearly everything; take others for what you run.',
    }),
    limitRate: yesNo({
      default: true,
      help: 'Blocks an address that sends too many requests.',
    }),
    rateLimit: integer({
      default: 2000,
      min: 10,
      max: 2_000_000_000,
      unit: 'requests',
      when: (read) => read('limitRate') === true,
      help: 'How many requests one address may send in the window.',
    }),
    rateWindow: choice([60, 120, 300, 600], {
      default: 300,
      unit: 's',
      advanced: true,
      when: (read) => read('limitRate') === true,
      help: 'The window in which requests are counted.',
    }),
    metricsEnabled: yesNo({
      default: true,
      advanced: true,
      help: 'Counts what each rule let through and blocked, in CloudWatch.',
    }),
    sampledRequests: yesNo({
      default: true,
      advanced: true,
      help: 'Keeps some of the requests for three hours, so that one can look at them.',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'attrArn' },
    id: { cfn: 'Id', cdk: 'attrId' },
  },
  summary: (read) => {
    const groups = read('managedRuleGroups');
    const count = Array.isArray(groups) ? groups.length : 0;
    return [
      read('scope') === 'CLOUDFRONT' ? 'CloudFront' : 'regional',
      `${count} rule ${count === 1 ? 'group' : 'groups'}`,
      ...(read('limitRate') === true
        ? [`${String(read('rateLimit'))} / ${String(read('rateWindow'))} s`]
        : []),
    ].join(' · ');
  },
  explain:
    'AWS WAF looks at each HTTP request before it gets to your API, load balancer or distribution, and blocks what looks like an attack: known tricks of intruders, or one address that sends far too much. Its rules have an order, and the first one that decides ends it. It does not know your users; who may do what stays with authorizers and your code.',
  cost: 'By the month for the web ACL and each of its rules, and for each million requests.',
  limits: [
    'Rules of 5,000 capacity units together; up to 1,500 are in the basic price.',
    '100 web ACLs in a Region by default (adjustable).',
    'One web ACL for each protected resource.',
    'It looks at the first 8 KB of a body for load balancers and AppSync, at 16 KB for the others (adjustable up to 64 KB).',
  ],
  docs: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html',
  emit: emitWebAcl,
});
