import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromCognitoUserPool = refusalsFrom<Kind>('cognito-user-pool', [
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'A user pool cannot write items; a trigger function can.',
    instead: ['lambda', 'dynamodb-table'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'A user pool calls triggers only.',
    instead: ['lambda', 'sqs-queue'],
    autofix: 'insert-nodes',
  },
  {
    to: 'event-bus',
    level: 'impossible',
    why: 'User pools publish no sign-up events to EventBridge.',
    instead: ['lambda', 'event-bus'],
    autofix: 'insert-nodes',
  },
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'A user pool issues tokens; AWS credentials come from an identity pool.',
    instead: ['cognito-identity-pool', 's3-bucket'],
    autofix: 'insert-nodes',
  },
]);
