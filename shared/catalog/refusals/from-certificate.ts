import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromCertificate = refusalsFrom<Kind>('certificate', [
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'S3 website endpoints do not support HTTPS.',
    instead: ['cloudfront', 's3-bucket'],
    autofix: 'insert-nodes',
  },
  {
    to: 'lambda',
    level: 'impossible',
    why: 'Function URLs do not take own certificates.',
    instead: ['cloudfront', 'lambda'],
    autofix: 'insert-nodes',
  },
  {
    to: 'rest-api',
    level: 'impossible',
    why: 'A certificate belongs to the custom domain name of the API.',
    instead: ['api-custom-domain', 'rest-api'],
    autofix: 'insert-nodes',
  },
  {
    to: 'http-api',
    level: 'impossible',
    why: 'A certificate belongs to the custom domain name of the API.',
    instead: ['api-custom-domain', 'http-api'],
    autofix: 'insert-nodes',
  },
]);
