import { connectionsFrom } from '../connection.ts';
import { domainMapping } from '../mechanisms/domain-mapping.mechanism.ts';
import { text } from '../property.ts';
import type { Kind } from '../services/index.ts';

const pathHelp =
  'The first part of the path that leads to this API, such as v1; empty: the path of the domain, else everything.';

export const fromApiCustomDomain = connectionsFrom<Kind>('api-custom-domain', {
  'rest-api': domainMapping({
    label: 'maps to',
    properties: { basePath: text({ maxLength: 300, help: pathHelp }) },
    docs: 'Custom domain name for public REST APIs in API Gateway',
    options: { api: 'rest' },
  }),
  'http-api': domainMapping({
    label: 'maps to',
    properties: { apiMappingKey: text({ maxLength: 300, help: pathHelp }) },
    docs: 'Custom domain names for HTTP APIs in API Gateway',
    options: { api: 'http' },
  }),
  'websocket-api': domainMapping({
    label: 'maps to',
    properties: { apiMappingKey: text({ maxLength: 300, help: pathHelp }) },
    docs: 'Custom domain names for WebSocket APIs in API Gateway',
    options: { api: 'http' },
  }),
  'appsync-api': domainMapping({
    label: 'maps to',
    explain:
      'The API answers under the name as well, at /graphql and, for subscriptions, at /graphql/realtime. CloudFront stands in front of it, so the certificate has to be in us-east-1. A domain has one API, and that one may be exchanged for another without callers noticing.',
    docs: 'Configuring custom domain names for GraphQL and real-time APIs',
    options: { api: 'graphql' },
  }),
});
