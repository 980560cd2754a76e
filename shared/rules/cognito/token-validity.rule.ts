import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
const ranges = [
  { property: 'accessTokenValidity', min: 5, max: 1440, unit: 'minutes' },
  { property: 'refreshTokenValidity', min: 60, max: 5_256_000, unit: 'minutes' },
];

const pool = (properties: object) => design(node('cognito-user-pool', 'users', { ...properties }));

export const cognitoTokenValidity = defineRule({
  meta: {
    id: 'cognito/token-validity',
    severity: 'error',
    messages: {
      outlives:
        '{pool}: access tokens are valid for {access} minutes, longer than the refresh token with its {refresh}; shorten the one or lengthen the other.',
      outside: '{pool}: {property} {value} is outside {range}; correct it.',
    },
    explain:
      'An access token lets somebody call an API, and the refresh token gets the next access token without asking for the password again. A refresh token that ends before the access token could never be used, so it has to be valid for at least as long. Access tokens live from 5 minutes to a day, refresh tokens from an hour to ten years.',
    docs: {
      title: 'Refresh tokens',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html',
    },
  },
  on: nodes('cognito-user-pool'),
  check(pool, graph, report) {
    for (const range of ranges) {
      const wrong = outOfRange(graph, pool, range);
      if (!wrong) continue;
      const { property, value, fixes } = wrong;
      const data = { pool: named(pool), property, value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
    const access = graph.number(pool, 'accessTokenValidity');
    const refresh = graph.number(pool, 'refreshTokenValidity');
    if (access === undefined || refresh === undefined || access <= refresh) return;
    report({
      message: 'outlives',
      property: 'accessTokenValidity',
      data: { pool: named(pool), access, refresh },
      fixes: [
        {
          title: 'Let access tokens end with the refresh token',
          edit: setProperty(pool.id, 'accessTokenValidity', refresh),
        },
        {
          title: 'Let the refresh token live as long',
          edit: setProperty(pool.id, 'refreshTokenValidity', access),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'the defaults', design: pool({}) },
      {
        title: 'equally long',
        design: pool({ accessTokenValidity: 90, refreshTokenValidity: 90 }),
      },
      {
        title: 'a validity from a parameter',
        design: pool({ accessTokenValidity: { Ref: 'Minutes' }, refreshTokenValidity: 60 }),
      },
    ],
    bad: [
      {
        title: 'access for a minute',
        design: pool({ accessTokenValidity: 1 }),
        expect: ['outside'],
      },
      {
        title: 'refresh for more than ten years',
        design: pool({ refreshTokenValidity: 6_000_000 }),
        expect: ['outside'],
      },
      {
        title: 'access for two hours, refresh for one',
        design: pool({ accessTokenValidity: 120, refreshTokenValidity: 60 }),
        expect: ['outlives'],
      },
    ],
  },
});
