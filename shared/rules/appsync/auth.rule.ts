import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** Seconds that AppSync waits for a function that authorizes. */
const longest = 10;

/** Ways in that need somebody who lets callers in, and how people call that. */
const needs: Readonly<Record<string, { readonly kind: string; readonly words: string }>> = {
  AMAZON_COGNITO_USER_POOLS: { kind: 'cognito-user-pool', words: 'user pool' },
  OPENID_CONNECT: { kind: 'identity-provider', words: 'identity provider' },
  AWS_LAMBDA: { kind: 'lambda', words: 'function' },
};

const authorizers = (graph: Graph, api: Node, kind: string): readonly Node[] =>
  graph
    .outgoing(api, { mechanism: 'authorizer' })
    .map((link) => graph.target(link))
    .filter((target): target is Node => target?.kind === kind);

const api = (properties: object) => node('appsync-api', 'api', { name: 'api', ...properties });

export const appsyncAuth = defineRule({
  meta: {
    id: 'appsync/auth',
    severity: 'warning',
    messages: {
      keyOnly:
        '{node} lets in everybody who has the API key, which is the same for all and visible in the app; use Cognito, IAM or OIDC, and keys for public data only.',
      nobody: {
        text: '{node} lets callers in by a {words}, but none is connected as its authorizer; connect one.',
        severity: 'error',
      },
      slow: '{node}: {fn} may take {seconds} s to authorize, but AppSync waits {longest} s; set its timeout to {longest} s.',
    },
    explain:
      'An API key only says which app calls, never who: it is the same for all users, can be read in the app and ends after a year at the latest. User pools, IAM, OIDC providers and functions say who the caller is, and each field of the schema can ask for another of them.',
    docs: {
      title: 'Configuring authorization and authentication to secure your GraphQL APIs',
      url: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    },
  },
  on: nodes('appsync-api'),
  check(subject, graph, report) {
    const type = graph.text(subject, 'authenticationType');
    if (type === 'API_KEY' && graph.boolean(subject, 'public') === false)
      report({
        message: 'keyOnly',
        property: 'authenticationType',
        data: { node: named(subject) },
        fixes: [
          {
            title: 'Ask for signed requests (IAM)',
            edit: setProperty(subject.id, 'authenticationType', 'AWS_IAM'),
          },
          {
            title: 'The data is public on purpose',
            edit: setProperty(subject.id, 'public', true),
          },
        ],
      });
    const need = type === undefined ? undefined : needs[type];
    if (need !== undefined && authorizers(graph, subject, need.kind).length === 0)
      report({
        message: 'nobody',
        property: 'authenticationType',
        data: { node: named(subject), words: need.words },
      });
    for (const fn of authorizers(graph, subject, 'lambda')) {
      const seconds = graph.number(fn, 'timeout');
      if (seconds === undefined || seconds <= longest) continue;
      report({
        message: 'slow',
        at: fn,
        property: 'timeout',
        data: { node: named(subject), fn: named(fn), seconds, longest },
        fixes: [
          {
            title: `Set the timeout to ${longest} s`,
            edit: setProperty(fn.id, 'timeout', longest),
          },
        ],
      });
    }
  },
  examples: {
    good: [
      {
        title: 'users of a user pool',
        design: design(
          api({ authenticationType: 'AMAZON_COGNITO_USER_POOLS' }),
          node('cognito-user-pool', 'users'),
          connection('appsync-api--cognito-user-pool', 'api', 'users'),
        ),
      },
      { title: 'public data', design: design(api({ public: true })) },
      {
        title: 'a way in set by a parameter',
        design: design(api({ authenticationType: { Ref: 'Auth' } })),
      },
    ],
    bad: [
      { title: 'an API key', design: design(api({})), expect: ['keyOnly'] },
      {
        title: 'Cognito without a user pool',
        design: design(api({ authenticationType: 'AMAZON_COGNITO_USER_POOLS' })),
        expect: ['nobody'],
      },
      {
        title: 'a slow function',
        design: design(
          api({ authenticationType: 'AWS_LAMBDA' }),
          node('lambda', 'gate', { timeout: 30 }),
          connection('appsync-api--lambda--authorizer', 'api', 'gate'),
        ),
        expect: ['slow'],
      },
    ],
  },
});
