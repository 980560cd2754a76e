import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromRdsInstance = refusalsFrom<Kind>('rds-instance', [
  {
    to: 'lambda',
    level: 'conditional',
    why: 'Only PostgreSQL instances (and Aurora) can invoke functions; MySQL, MariaDB, SQL Server, Oracle and Db2 cannot.',
    when: ({ source }) => source('engine') !== 'postgres',
    instead: ['event-bus', 'event-rule', 'lambda'],
  },
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'A database cannot send messages.',
    instead: ['lambda', 'sqs-queue'],
  },
  {
    to: 'rds-proxy',
    level: 'wrong-direction',
    why: 'The direction is the other way round: clients connect to the proxy, the proxy to the database.',
    instead: ['rds-proxy', 'rds-instance'],
    path: 'standalone',
  },
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'RDS does not fill a cache; the application reads through it.',
    instead: ['lambda', 'elasticache'],
  },
]);
