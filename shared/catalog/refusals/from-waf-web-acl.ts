import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromWafWebAcl = refusalsFrom<Kind>('waf-web-acl', [
  {
    to: 'http-api',
    level: 'impossible',
    why: 'AWS WAF does not protect HTTP APIs; it can protect a distribution in front of one.',
    instead: ['cloudfront', 'http-api'],
    alternative: 'A REST API can have a web ACL itself.',
    autofix: 'insert-nodes',
  },
  {
    to: 'websocket-api',
    level: 'impossible',
    why: 'AWS WAF does not protect WebSocket APIs; it can protect a distribution in front of one.',
    instead: ['cloudfront', 'websocket-api'],
    autofix: 'insert-nodes',
  },
  {
    to: 'lambda',
    level: 'impossible',
    why: 'The URL of a function cannot have a web ACL; a distribution in front of it can.',
    instead: ['cloudfront', 'lambda'],
    autofix: 'insert-nodes',
  },
  {
    to: 's3-bucket',
    level: 'wrong-purpose',
    why: 'A bucket cannot have a web ACL; a distribution in front of it can. What WAF does with a bucket is to write its logs there.',
    instead: ['cloudfront', 's3-bucket'],
    allowedVariants: ['waf-web-acl--s3-bucket'],
  },
  {
    to: 'nlb',
    level: 'impossible',
    why: 'AWS WAF looks into HTTP requests, and a Network Load Balancer does not know them. It can protect a distribution in front of one.',
    instead: ['cloudfront', 'nlb'],
    alternative: 'An Application Load Balancer can have a web ACL itself.',
    autofix: 'insert-nodes',
  },
  {
    to: 'ec2-instance',
    level: 'impossible',
    why: 'An instance cannot have a web ACL; the load balancer in front of it can.',
    instead: ['alb', 'ec2-instance'],
    autofix: 'insert-nodes',
  },
]);
