import { flag } from '../../lib/typescript/syntax.ts';
import { getAtt } from '../expression.ts';
import { nameTag } from '../network/emit-subnets.ts';
import {
  type GroupRule,
  groupRules,
  inlineRule,
  isApart,
  ruleCode,
} from '../network/group-rules.ts';
import { allOutbound, hasEgressRule, sendsEverywhere } from '../network/security-groups.ts';
import { list, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { groupRule } from '../shapes.ts';

export const securityGroup = defineService({
  kind: 'security-group',
  title: 'Security group',
  words: 'sg firewall ingress egress ports',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: [
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::SecurityGroupEgress',
  ],
  placement: { parents: ['vpc'], scope: 'regional', vpc: 'required', subnet: 'none' },
  properties: {
    groupName: text({
      maxLength: 255,
      advanced: true,
      help: 'AWS makes a name when this is empty. Must not start with sg-.',
      cfn: 'GroupName',
      cdk: 'securityGroupName',
    }),
    groupDescription: text({
      default: 'Managed by Isobar',
      required: true,
      maxLength: 255,
      help: 'Cannot be changed later without making the group anew.',
      cfn: 'GroupDescription',
      cdk: 'description',
    }),
    ingressRules: list({
      items: groupRule,
      help: 'Who may come in: { protocol, fromPort, toPort, source }; the source is a range such as 10.0.0.0/16 or the id of a security group of the design. Connections add theirs.',
    }),
    egressRules: list({
      items: groupRule,
      help: 'Where traffic may go, in the same form. When there are any, nothing else may leave.',
    }),
    allowAllOutbound: yesNo({
      default: true,
      help: 'Lets everything out as long as there are no egress rules. No: only what the rules and connections allow.',
    }),
  },
  attributes: {
    id: { cfn: 'GroupId', cdk: 'securityGroupId' },
  },
  summary: (read) => {
    const count = (property: string): number => {
      const rules = read(property);
      return Array.isArray(rules) ? rules.length : 0;
    };
    return `${count('ingressRules')} in · ${count('egressRules') || (read('allowAllOutbound') === false ? 0 : 'all')} out`;
  },
  explain:
    'A security group is a list of who may connect, and it stands in front of every network interface that it is attached to. It keeps state: an answer goes back without a rule of its own. Rules best name other groups instead of addresses, so that they still hold when machines come and go; what no rule allows is refused.',
  cost: 'Free.',
  limits: [
    '60 inbound and 60 outbound rules in a group by default (adjustable).',
    'Five groups on a network interface by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  emit(scope) {
    const { out, id, graph, node } = scope;
    const vpcNode = graph.vpc(node);
    if (!vpcNode) {
      out.problem(`"${node.name}" is in no VPC. Put it into one.`);
      return;
    }
    const vpc = scope.scopeOf(vpcNode);
    const ingress = groupRules(scope, 'ingressRules');
    const all = sendsEverywhere(scope);
    const egress = all ? [] : groupRules(scope, 'egressRules');
    out.resource(id, {
      type: 'AWS::EC2::SecurityGroup',
      properties: {
        ...scope.cfnProperties(),
        VpcId: vpc.attribute('id'),
        ...inline('SecurityGroupIngress', ingress, 'Ingress'),
        ...(all
          ? { SecurityGroupEgress: [allOutbound] }
          : inline('SecurityGroupEgress', egress, 'Egress')),
        Tags: nameTag(id),
      },
      cdk: scope.l2('ec2.SecurityGroup', { vpc: vpc.construct, allowAllOutbound: flag(all) }),
    });
    for (const [index, rule] of ingress.entries()) emitRule(scope, rule, 'Ingress', index);
    for (const [index, rule] of egress.entries()) emitRule(scope, rule, 'Egress', index);
  },
  finish(scope) {
    const { out, id } = scope;
    const rules = scope.graph.list(scope.node, 'egressRules') ?? [];
    if (sendsEverywhere(scope) || hasEgressRule(scope) || rules.length > 0) return;
    // Without any rule CloudFormation lets everything out; this one matches nothing. The L2 construct does the same.
    out.set(id, 'SecurityGroupEgress', [
      {
        CidrIp: '255.255.255.255/32',
        IpProtocol: 'icmp',
        FromPort: 252,
        ToPort: 86,
        Description: 'Disallow all traffic',
      },
    ]);
  },
});

const inline = (property: string, rules: readonly GroupRule[], direction: 'Ingress' | 'Egress') => {
  const own = rules.filter((rule) => !isApart(rule));
  return own.length > 0 ? { [property]: own.map((rule) => inlineRule(rule, direction)) } : {};
};

const emitRule = (
  { out, id, construct }: NodeScope,
  rule: GroupRule,
  direction: 'Ingress' | 'Egress',
  index: number,
): void => {
  out.statement(ruleCode(construct, rule, direction));
  if (isApart(rule))
    out.resource(`${id}${direction}${index + 1}`, {
      type: `AWS::EC2::SecurityGroup${direction}`,
      properties: { GroupId: getAtt(id, 'GroupId'), ...inlineRule(rule, direction) },
      cdk: 'none',
    });
};
