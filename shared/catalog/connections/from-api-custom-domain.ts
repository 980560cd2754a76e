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
});
