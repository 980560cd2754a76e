import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Cognito's own default. */
const shortest = 8;
const recommended = 12;

export const cognitoWeakSignIn = defineRule({
  meta: {
    id: 'cognito/weak-sign-in',
    severity: 'warning',
    messages: {
      shortPassword:
        '{pool} accepts passwords of {length} characters; ask for at least 8, better 12.',
      noSecondFactor: '{pool} offers no second factor (MFA); at least let users turn one on.',
    },
    explain:
      'Login pages are attacked with lists of passwords that were stolen elsewhere. Long passwords and a second factor, such as an authenticator app, stop most of it: a stolen password alone is then worth nothing. OPTIONAL leaves the choice to each user, ON asks everybody.',
    docs: {
      title: 'Adding MFA to a user pool',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
    },
    overlaps: ['AwsSolutions-COG1', 'AwsSolutions-COG2'],
  },
  on: nodes('cognito-user-pool'),
  check(pool, graph, report) {
    const length = graph.number(pool, 'passwordMinLength');
    if (length !== undefined && length < shortest)
      report({
        message: 'shortPassword',
        property: 'passwordMinLength',
        data: { pool: named(pool), length },
        fixes: [
          {
            title: `Ask for ${recommended} characters`,
            edit: setProperty(pool.id, 'passwordMinLength', recommended),
          },
        ],
      });
    if (graph.text(pool, 'mfaConfiguration') === 'OFF')
      report({
        message: 'noSecondFactor',
        property: 'mfaConfiguration',
        data: { pool: named(pool) },
        fixes: [
          {
            title: 'Let users turn on a second factor',
            edit: setProperty(pool.id, 'mfaConfiguration', 'OPTIONAL'),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'the defaults', design: design(node('cognito-user-pool', 'users')) },
      {
        title: 'a length and a mode set by parameters',
        design: design(
          node('cognito-user-pool', 'users', {
            passwordMinLength: { Ref: 'Length' },
            mfaConfiguration: { Ref: 'Mfa' },
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'six characters and no second factor',
        design: design(
          node('cognito-user-pool', 'users', { passwordMinLength: 6, mfaConfiguration: 'OFF' }),
        ),
        expect: ['shortPassword', 'noSecondFactor'],
      },
    ],
  },
});
