import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromRdsProxy = refusalsFrom<Kind>('rds-proxy', [
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'RDS Proxy pools SQL connections only.',
    instead: ['dax-cluster', 'dynamodb-table'],
    path: 'standalone',
  },
  {
    to: 'rds-instance',
    level: 'conditional',
    why: 'RDS Proxy does not support Oracle and Db2.',
    when: ({ target }) => /^(oracle|db2)/.test(String(target('engine'))),
    instead: ['rds-instance'],
  },
  {
    to: 'redshift',
    level: 'impossible',
    why: 'RDS Proxy stands in front of RDS and Aurora, not of Redshift. The Data API needs no open connections at all.',
    instead: ['lambda', 'redshift'],
    path: 'standalone',
  },
]);
