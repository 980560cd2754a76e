import { unsetProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Who assumes the role of what runs under it. */
const services: Readonly<Record<string, string>> = {
  lambda: 'lambda.amazonaws.com',
  'state-machine': 'states.amazonaws.com',
  'fargate-service': 'ecs-tasks.amazonaws.com',
  'ec2-instance': 'ec2.amazonaws.com',
};

const underRole = (properties: object) =>
  design(
    node('lambda', 'worker'),
    node('iam-role', 'role', { ...properties }),
    connection('lambda--iam-role', 'worker', 'role'),
  );

export const iamExecutionRole = defineRule({
  meta: {
    id: 'iam/execution-role',
    severity: 'error',
    messages: {
      notTrusted:
        '{node} runs under {role}, but the role is for {trusted} only; it must be for {service}.',
    },
    explain:
      'What runs code acts with the rights of its role. The role says in its trust policy which AWS service may take it on; with another service in it, the deployment fails, because Lambda or Step Functions cannot assume the role. While nothing is set, Isobar lets in whatever the role is drawn for.',
    docs: {
      title: 'Defining Lambda function permissions with an execution role',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    },
    overlaps: ['E3511', 'E3530'],
  },
  on: connections({ to: 'iam-role', mechanism: 'identity' }),
  check({ source, target: role }, graph, report) {
    const service = services[source.kind];
    if (service === undefined || !graph.isSet(role, 'assumedBy')) return;
    const trusted = graph.text(role, 'assumedBy');
    if (trusted === undefined || trusted === service) return;
    report({
      message: 'notTrusted',
      at: role,
      property: 'assumedBy',
      data: { node: named(source), role: named(role), trusted, service },
      fixes: [
        {
          title: 'Let in whatever the role is drawn for',
          edit: unsetProperty(role.id, 'assumedBy'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'the proposed trust', design: underRole({}) },
      { title: 'the right service', design: underRole({ assumedBy: 'lambda.amazonaws.com' }) },
      { title: 'a service set by a parameter', design: underRole({ assumedBy: { Ref: 'Who' } }) },
    ],
    bad: [
      {
        title: 'a role for Step Functions under a function',
        design: underRole({ assumedBy: 'states.amazonaws.com' }),
        expect: ['notTrusted'],
      },
    ],
  },
});
