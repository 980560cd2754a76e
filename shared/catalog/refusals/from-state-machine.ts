import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromStateMachine = refusalsFrom<Kind>('state-machine', [
  {
    to: 'rds-instance',
    level: 'wrong-purpose',
    why: 'Step Functions cannot run SQL on an RDS instance.',
    instead: ['lambda', 'rds-proxy', 'rds-instance'],
    allowedVariants: ['state-machine--rds-instance'],
  },
  {
    to: 'rds-proxy',
    level: 'impossible',
    why: 'Step Functions cannot open database connections.',
    instead: ['lambda', 'rds-proxy'],
    autofix: 'insert-nodes',
  },
  {
    to: 'opensearch',
    level: 'impossible',
    why: 'Step Functions calls the control APIs of AWS. Putting documents into an index is a signed request to the domain, which a function sends.',
    instead: ['lambda', 'opensearch'],
    autofix: 'insert-nodes',
  },
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'Step Functions cannot enter a VPC to reach a cache. A function can.',
    instead: ['lambda', 'elasticache'],
    autofix: 'insert-nodes',
  },
  {
    to: 'user',
    level: 'missing-node',
    why: 'No task asks a person. A task publishes a message with its token to a topic, which sends it by e-mail, and waits (waitForTaskToken) until somebody sends the token back with SendTaskSuccess, for example through an API that the mail links to.',
    instead: ['sns-topic', 'user'],
    autofix: 'insert-nodes',
  },
]);
