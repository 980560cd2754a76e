import { connection, design, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** People, identities, roles. */
export const identities: readonly ExportCase[] = [
  {
    title: 'a person who visits, signs in and is written to',
    design: design(
      node('user', 'student', { email: 'student@example.com' }),
      node('user', 'admin'),
      node('client', 'app'),
      node('s3-bucket', 'site'),
      node('cloudfront', 'cdn'),
      node('rest-api', 'api', { name: 'Api' }),
      node('http-api', 'simple', { name: 'Simple' }),
      node('websocket-api', 'chat', { name: 'Chat' }),
      node('lambda', 'fn'),
      node('cognito-user-pool', 'pool'),
      node('sns-topic', 'news'),
      connection('user--client', 'student', 'app'),
      connection('user--cloudfront', 'student', 'cdn'),
      connection('cloudfront--s3-bucket', 'cdn', 'site'),
      connection('user--rest-api', 'student', 'api'),
      connection('user--http-api', 'student', 'simple'),
      connection('user--websocket-api', 'student', 'chat'),
      connection('rest-api--lambda', 'api', 'fn'),
      connection('http-api--lambda', 'simple', 'fn'),
      connection('websocket-api--lambda', 'chat', 'fn'),
      connection('user--cognito-user-pool', 'student', 'pool'),
      connection('cognito-user-pool--user', 'pool', 'student', { channel: 'sms' }),
      connection('sns-topic--user--email', 'news', 'student', {
        json: true,
        filterPolicy: { kind: ['urgent'] },
      }),
      connection('sns-topic--user--email', 'news', 'admin'),
      connection('sns-topic--user--email', 'news', 'admin', { email: 'other@example.com' }),
      connection('sns-topic--user--sms', 'news', 'admin'),
      connection('sns-topic--user--sms', 'news', 'student', { phoneNumber: '+41791234567' }),
    ),
  },
];
