import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const fn = (properties: object) => design(node('lambda', 'api', { ...properties }));

export const securityFunctionUrlOpen = defineRule({
  meta: {
    id: 'security/function-url-open',
    severity: 'warning',
    messages: {
      open: '{node}: anybody can call the function URL; ask for AWS_IAM with CloudFront in front, or use an HTTP API with an authorizer.',
      anyOrigin:
        '{node}: CORS allows credentials to every origin (*), which browsers refuse; name the origins.',
    },
    explain:
      'A function URL is a plain HTTPS address. With the authorization NONE your code has to check the callers itself, and each call is billed, also those of strangers. Only reserved concurrency limits them, and a firewall is possible only with CloudFront in front.',
    docs: {
      title: 'Control access to Lambda function URLs',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    },
    overlaps: ['CKV_AWS_258'],
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    const auth = graph.text(fn, 'functionUrlAuth');
    if (auth === 'disabled') return;
    if (
      auth === 'NONE' &&
      graph.boolean(fn, 'public') === false &&
      // With a distribution in front cloudfront/s3-oac speaks, at the connection.
      graph.incoming(fn, { mechanism: 'origin' }).length === 0
    )
      report({
        message: 'open',
        property: 'functionUrlAuth',
        data: { node: named(fn) },
        fixes: [
          {
            title: 'Ask for permission (AWS_IAM)',
            edit: setProperty(fn.id, 'functionUrlAuth', 'AWS_IAM'),
          },
          { title: 'It is open on purpose', edit: setProperty(fn.id, 'public', true) },
        ],
      });
    if (
      graph.boolean(fn, 'functionUrlCorsAllowCredentials') === true &&
      graph.list(fn, 'functionUrlCorsAllowOrigins')?.includes('*')
    )
      report({
        message: 'anyOrigin',
        property: 'functionUrlCorsAllowOrigins',
        data: { node: named(fn) },
        fixes: [
          {
            title: 'Allow no credentials',
            edit: setProperty(fn.id, 'functionUrlCorsAllowCredentials', false),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'no function URL', design: fn({}) },
      { title: 'callers with permission', design: fn({ functionUrlAuth: 'AWS_IAM' }) },
      { title: 'set by a parameter', design: fn({ functionUrlAuth: { Ref: 'Auth' } }) },
      { title: 'open on purpose', design: fn({ functionUrlAuth: 'NONE', public: true }) },
      {
        title: 'behind a distribution',
        design: design(
          node('cloudfront', 'site'),
          node('lambda', 'api', { functionUrlAuth: 'NONE' }),
          connection('cloudfront--lambda--function-url', 'site', 'api'),
        ),
      },
    ],
    bad: [
      { title: 'open to everybody', design: fn({ functionUrlAuth: 'NONE' }), expect: ['open'] },
      {
        title: 'credentials for every origin',
        design: fn({
          functionUrlAuth: 'AWS_IAM',
          functionUrlCorsAllowOrigins: ['*'],
          functionUrlCorsAllowCredentials: true,
        }),
        expect: ['anyOrigin'],
      },
    ],
  },
});
