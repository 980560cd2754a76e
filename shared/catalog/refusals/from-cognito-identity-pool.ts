import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromCognitoIdentityPool = refusalsFrom<Kind>('cognito-identity-pool', [
  {
    to: 'cognito-user-pool',
    level: 'wrong-direction',
    why: 'It is the other way round: the user pool says who somebody is, and the identity pool believes it.',
    instead: ['cognito-user-pool', 'cognito-identity-pool'],
    path: 'standalone',
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'Identity pools give credentials for the APIs of AWS. A database in a VPC is reached by code in the VPC.',
    instead: ['http-api', 'lambda', 'rds-proxy', 'rds-instance'],
  },
]);
