import type { Resources } from './sam-api-parts.ts';
import { expandHttpApi } from './sam-http-api.ts';
import { expandRestApi } from './sam-rest-api.ts';
import type { Template } from './template.ts';

/**
 * What AWS SAM makes of its APIs and of the API events of functions, as the plain resources that the CDK writes:
 * methods, routes, integrations and authorizers instead of an OpenAPI body.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html
 */
export const expandApis = (template: Template): Resources => {
  const resources: Resources = {};
  for (const [id, resource] of Object.entries(template.Resources)) {
    if (resource.Type === 'AWS::Serverless::Api')
      Object.assign(resources, expandRestApi(template, id, resource));
    if (resource.Type === 'AWS::Serverless::HttpApi')
      Object.assign(resources, expandHttpApi(template, id, resource));
  }
  return resources;
};
