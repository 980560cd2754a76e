import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** In seconds; fixed. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html */
const longestWait = 5;

/** Cognito calls these without waiting for the answer. */
const senders = ['CustomEmailSender', 'CustomSMSSender'];

const pool = (timeout: number | { Ref: string }, trigger = 'PreSignUp') =>
  design(
    node('cognito-user-pool', 'users'),
    node('lambda', 'check', { timeout }),
    connection('cognito-user-pool--lambda', 'users', 'check', { trigger }),
  );

export const cognitoTriggerTimeout = defineRule({
  meta: {
    id: 'cognito/trigger-timeout',
    severity: 'warning',
    messages: {
      tooLong:
        'Cognito waits only {wait} s for {function}, which may run for {timeout} s; keep the trigger short and give slow work to a queue.',
    },
    explain:
      'A user pool calls its triggers while somebody signs up or in, and waits for the answer. After 5 seconds it gives up and tries again, up to three times in all; then the sign-in fails. The wait cannot be changed, and a cold start counts. A longer timeout of the function only pays for work that nobody waits for.',
    docs: {
      title: 'Customizing user pool workflows with Lambda triggers',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
    },
  },
  on: connections({ from: 'cognito-user-pool', to: 'lambda', mechanism: 'trigger' }),
  check({ connection: trigger, target: fn }, graph, report) {
    const timeout = graph.number(fn, 'timeout');
    const event = graph.text(trigger, 'trigger');
    if (timeout === undefined || timeout <= longestWait) return;
    if (event === undefined || senders.includes(event)) return;
    report({
      message: 'tooLong',
      data: { wait: longestWait, function: named(fn), timeout },
      fixes: [
        {
          title: `Set the timeout of ${named(fn)} to ${longestWait} s`,
          edit: setProperty(fn.id, 'timeout', longestWait),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'five seconds', design: pool(5) },
      { title: 'a timeout set by a parameter', design: pool({ Ref: 'Seconds' }) },
      { title: 'a sender, which nobody waits for', design: pool(30, 'CustomEmailSender') },
    ],
    bad: [{ title: 'thirty seconds', design: pool(30), expect: ['tooLong'] }],
  },
});
