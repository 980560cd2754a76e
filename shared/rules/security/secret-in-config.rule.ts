import { isJsonObject } from '../../lib/json.ts';
import { type Edit, sequence, setProperty } from '../../model/edits/index.ts';
import type { NodeId } from '../../model/ids.ts';
import { findNode } from '../../model/tree.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { isPlainSecret } from './plain-secret.ts';

/** Takes one variable out of a function's environment. */
const removeVariable =
  (id: NodeId, name: string): Edit =>
  (design) => {
    const environment = findNode(design, id)?.properties.environment;
    if (!isJsonObject(environment)) return design;
    const rest = Object.fromEntries(Object.entries(environment).filter(([key]) => key !== name));
    return setProperty(id, 'environment', rest)(design);
  };

const fn = (environment: { readonly [name: string]: Json }) =>
  design(node('lambda', 'worker', { environment }));

export const securitySecretInConfig = defineRule({
  meta: {
    id: 'security/secret-in-config',
    severity: 'warning',
    messages: {
      plain:
        '{node}: the environment variable {name} looks like a secret in plain text; keep it in Secrets Manager and let the function read it there.',
    },
    explain:
      'Settings can be read in the console, in templates and in this file, by more people than should know a password. Secrets Manager encrypts a secret, logs who read it and can change it regularly. The function gets only its ARN, reads the secret when it starts and keeps it in memory.',
    docs: {
      title: 'Use Secrets Manager secrets in Lambda functions',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html',
    },
    overlaps: ['CKV_AWS_45', 'W2501', 'W1011'],
  },
  on: nodes('lambda'),
  check(fn, graph, report, { catalog }) {
    if (!graph.isSet(fn, 'environment')) return;
    const suspects = Object.entries(graph.object(fn, 'environment') ?? {}).filter(
      ([name, value]) => typeof value === 'string' && isPlainSecret(name, value),
    );
    if (suspects.length === 0) return;
    const names = new Set(graph.targets(fn).map(({ name }) => name));
    for (const [name, value] of suspects) {
      if (typeof value === 'string' && names.has(value)) continue;
      report({
        message: 'plain',
        property: 'environment',
        data: { node: named(fn), name },
        fixes: addNear(
          graph,
          catalog,
          `Keep ${name} in a secret`,
          fn,
          { kind: 'secret', name: name.toLowerCase().replaceAll('_', ' ') },
          (id) => [{ type: 'lambda--secret', from: fn.id, to: id, properties: {} }],
        ).map(({ title, edit }) => ({
          title,
          edit: sequence(edit, removeVariable(fn.id, name)),
        })),
      });
    }
  },
  examples: {
    good: [
      {
        title: 'a reference to a secret',
        design: fn({ DB_SECRET_ARN: { Ref: 'DatabaseSecret' }, DB_PASSWORD: { Ref: 'Password' } }),
      },
      {
        title: 'a name and an address',
        design: fn({
          SECRET_NAME: 'orders/database',
          TOKEN_URL: 'https://login.example.com/token',
        }),
      },
      {
        title: 'the name of a table',
        design: design(
          node('lambda', 'worker', { environment: { TOKENS: 'session-tokens' } }),
          node('dynamodb-table', 'session-tokens'),
          connection('lambda--dynamodb-table', 'worker', 'session-tokens'),
        ),
      },
    ],
    bad: [
      { title: 'a password', design: fn({ DB_PASSWORD: 'hunter2hunter2' }), expect: ['plain'] },
      {
        title: 'a password in an address',
        design: fn({ DATABASE: 'postgres://app:hunter2@db/orders' }),
        expect: ['plain'],
      },
    ],
  },
});
