import { expect, test } from 'vitest';
import { isPlainSecret } from './plain-secret.ts';

test.each([
  ['DB_PASSWORD', 'hunter2hunter2', true],
  ['apiKey', 'abcdefgh12345678', true],
  ['KEY', `AKIA${'ABCDEFGH12345678'}`, true],
  ['DATABASE', 'postgres://app:hunter2@db/orders', true],
  ['PEM', '-----BEGIN RSA PRIVATE KEY-----\nMII', true],
  ['DB_PASSWORD', 'short', false],
  ['DB_SECRET_ARN', 'anything-long-enough', false],
  ['SECRET_NAME', 'orders/database', false],
  ['SECRET', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db', false],
  ['TOKEN_URL', 'https://login.example.com/token', false],
  ['TOKEN', 'https://login.example.com/token', false],
  ['TOKEN_TTL', '86400000', false],
  ['DB_PASSWORD', '{{resolve:secretsmanager:db:SecretString:password}}', false],
  ['TABLE', 'orders-production', false],
])('%s = %s: %s', (name, value, expected) => {
  expect(isPlainSecret(name, value)).toBe(expected);
});
