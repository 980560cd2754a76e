import type { Graph, Node } from '../../graph/graph.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';

/** What the pool uses that the Lite plan lacks. */
const beyondLite = (graph: Graph, pool: Node): readonly string[] => {
  const features: string[] = [];
  if (graph.boolean(pool, 'managedLogin') === true) features.push('managed login');
  if (graph.boolean(pool, 'passwordless') === true) features.push('sign-in without a password');
  const changesAccessToken = graph
    .outgoing(pool, { mechanism: 'trigger' })
    .some((trigger) => ['V2_0', 'V3_0'].includes(graph.text(trigger, 'lambdaVersion') ?? ''));
  if (changesAccessToken) features.push('changing the access token');
  return features;
};

const pool = (properties: object) => design(node('cognito-user-pool', 'users', { ...properties }));

export const cognitoPlanFeature = defineRule({
  meta: {
    id: 'cognito/plan-feature',
    severity: 'error',
    messages: {
      notInPlan:
        '{pool}: {features} needs the plan {plan}, not {current}; change the plan or leave it out.',
    },
    explain:
      'A user pool has one of three plans with different prices. LITE is sign-up, sign-in and the classic login pages. ESSENTIALS, the default of new pools, adds managed login, sign-in without a password and access tokens that a function may change. PLUS adds threat protection. Cognito refuses settings that the plan does not include.',
    docs: {
      title: 'User pool feature plans',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html',
    },
    overlaps: ['AwsSolutions-COG3'],
  },
  on: nodes('cognito-user-pool'),
  check(pool, graph, report) {
    const current = graph.text(pool, 'featurePlan');
    if (current === undefined || current === 'PLUS') return;
    const protection = graph.text(pool, 'threatProtection') ?? 'OFF';
    const isProtected = protection !== 'OFF';
    const features = isProtected
      ? ['threat protection']
      : current === 'LITE'
        ? beyondLite(graph, pool)
        : [];
    if (features.length === 0) return;
    const plan = isProtected ? 'PLUS' : 'ESSENTIALS';
    report({
      message: 'notInPlan',
      property: 'featurePlan',
      data: { pool: named(pool), features: listOf(features), plan, current },
      fixes: [
        { title: `Choose the plan ${plan}`, edit: setProperty(pool.id, 'featurePlan', plan) },
        ...(isProtected
          ? [
              {
                title: 'Turn threat protection off',
                edit: setProperty(pool.id, 'threatProtection', 'OFF'),
              },
            ]
          : []),
      ],
    });
  },
  examples: {
    good: [
      { title: 'the defaults', design: pool({}) },
      {
        title: 'a plan set by a parameter',
        design: pool({ featurePlan: { Ref: 'Plan' }, threatProtection: 'ENFORCED' }),
      },
      {
        title: 'a trigger for the access token with ESSENTIALS',
        design: design(
          node('cognito-user-pool', 'users'),
          node('lambda', 'claims'),
          connection('cognito-user-pool--lambda', 'users', 'claims', {
            trigger: 'PreTokenGeneration',
            lambdaVersion: 'V2_0',
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'threat protection with ESSENTIALS',
        design: pool({ threatProtection: 'AUDIT' }),
        expect: ['notInPlan'],
      },
      {
        title: 'managed login with LITE',
        design: pool({ featurePlan: 'LITE', managedLogin: true }),
        expect: ['notInPlan'],
      },
      {
        title: 'a trigger for the access token with LITE',
        design: design(
          node('cognito-user-pool', 'users', { featurePlan: 'LITE' }),
          node('lambda', 'claims'),
          connection('cognito-user-pool--lambda', 'users', 'claims', {
            trigger: 'PreTokenGeneration',
            lambdaVersion: 'V2_0',
          }),
        ),
        expect: ['notInPlan'],
      },
    ],
  },
});
