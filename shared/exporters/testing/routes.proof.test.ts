import { describe, expect, test } from 'vitest';
import { connection, design, node } from '../../rules/examples.ts';
import { exportBoth } from './both.ts';
import { differences } from './compare.ts';
import { synthesize } from './synth.ts';
import type { Template } from './template.ts';

/** An API of each kind, with what the comparison of routes must not overlook. */
const apis = design(
  node('rest-api', 'rest', { name: 'Rest', corsAllowOrigins: ['https://a.example.com'] }),
  node('http-api', 'http', { name: 'Http' }),
  node('websocket-api', 'chat', { name: 'Chat' }),
  node('lambda', 'worker'),
  node('lambda', 'checker'),
  node('cognito-user-pool', 'users'),
  node('sqs-queue', 'orders'),
  connection('rest-api--cognito-user-pool', 'rest', 'users'),
  connection('rest-api--lambda', 'rest', 'worker', {
    path: '/a/{id}',
    method: 'GET',
    authorizer: 'users',
    timeoutInMillis: 1000,
  }),
  connection('rest-api--sqs-queue', 'rest', 'orders', { path: '/orders' }),
  connection('http-api--lambda--authorizer', 'http', 'checker'),
  connection('http-api--lambda', 'http', 'worker', {
    path: '/b',
    method: 'GET',
    authorizer: 'checker',
    timeoutInMillis: 1000,
  }),
  connection('http-api--sqs-queue', 'http', 'orders', { path: '/orders' }),
  connection('websocket-api--lambda', 'chat', 'worker', { routeKey: '$connect' }),
  connection('websocket-api--sqs-queue', 'chat', 'orders', { routeKey: 'send' }),
);

const both = exportBoth(apis);
const synthesized = synthesize(both.cdk.files);

/** The SAM template with one text in it exchanged. */
const changed = (from: string | RegExp, to: string): readonly string[] => {
  const [[region, template] = ['', undefined]] = [...both.templates];
  const before = JSON.stringify(template);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return differences(
    { ...both, templates: new Map([[region, JSON.parse(after) as Template]]) },
    synthesized,
  );
};

describe('the comparison of routes', () => {
  test('finds nothing where nothing differs', () => {
    expect(differences(both, synthesized)).toEqual([]);
  });

  test.each([
    ['a path of a REST API', /"\/a\/\{id\}":/, '"/a/{name}":'],
    ['a method', '"get":', '"put":'],
    ['an authorizer of a REST API', '"RestUsersAuthorizer":[]', '"api_key":[]'],
    ['a time limit of a REST API', '"timeoutInMillis":1000', '"timeoutInMillis":2000'],
    ['what a service is called with', 'MessageBody=$util', 'MessageBodies=$util'],
    ['what a service is called with by an HTTP API', '"$request.body"', '"$request.path"'],
    ['the answer to a failure', '4\\\\d{2}', '3\\\\d{2}'],
    ['an origin', "'https://a.example.com'", "'https://b.example.com'"],
    [
      'who decides for an HTTP API',
      '"EnableSimpleResponses":true',
      '"EnableSimpleResponses":false',
    ],
    ['a path of an HTTP API', '"Path":"/b"', '"Path":"/c"'],
    ['a time limit of an HTTP API', '"TimeoutInMillis":1000', '"TimeoutInMillis":2000'],
    ['a route key', '"RouteKey":"send"', '"RouteKey":"sent"'],
    [
      'what a message becomes',
      'MessageAttribute.1.Name=connectionId',
      'MessageAttribute.1.Name=id',
    ],
    ['who may call a function', '"EnableFunctionDefaultPermissions":true', '"Unknown":true'],
  ])('finds a difference in %s', (_what, from, to) => {
    expect(changed(from, to)).not.toEqual([]);
  });
});
