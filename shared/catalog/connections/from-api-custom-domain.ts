import { connectionsFrom } from '../connection.ts';
import { domainMapping } from '../mechanisms/domain-mapping.mechanism.ts';
import { text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromApiCustomDomain = connectionsFrom<Kind>('api-custom-domain', {
  'rest-api' /* SAM: Domain {DomainName, CertificateArn, EndpointConfiguration: REGIONAL|EDGE|PRIVATE, Route53 {HostedZoneId}} on AWS::Serverless::Api
 CDK: apiDomain.addBasePathMapping(api, { basePath: 'v1' }) | domainName: { domainName, certificate, basePath: 'v1' } on apigw.RestApi */:
    domainMapping({
      label: 'maps to',
      properties: {
        basePath: text(/* AWS::ApiGateway::BasePathMapping#BasePath */),
        stage: text({ default: 'prod' } /* AWS::ApiGateway::BasePathMapping#Stage */),
      },
      docs: 'Custom domain name for public REST APIs in API Gateway',
    }),
  'http-api' /* SAM: Domain {DomainName, CertificateArn, Route53 {HostedZoneId}} on AWS::Serverless::HttpApi
 CDK: defaultDomainMapping: { domainName: apiDomainV2, mappingKey: 'v1' } on apigwv2.HttpApi */:
    domainMapping({
      label: 'maps to',
      properties: { apiMappingKey: text(/* AWS::ApiGatewayV2::ApiMapping#ApiMappingKey */) },
      docs: 'Custom domain names for HTTP APIs in API Gateway',
    }),
  'websocket-api' /* SAM: AWS::ApiGatewayV2::DomainName + ApiMapping (Domain on AWS::Serverless::WebSocketApi)
 CDK: domainMapping: { domainName: apiDomainV2 } on apigwv2.WebSocketStage */: domainMapping({
    label: 'maps to',
    properties: { apiMappingKey: text(/* AWS::ApiGatewayV2::ApiMapping#ApiMappingKey */) },
    docs: 'Custom domain names for WebSocket APIs in API Gateway',
  }),
});
