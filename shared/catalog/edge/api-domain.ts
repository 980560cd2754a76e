import {
  type Code,
  call,
  name,
  object,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { document, type Expression } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { askedCertificate, type CertificateReference, certificateIn } from './certificate.ts';

/** What a row of a custom domain says about the API behind it. */
export interface DomainMapping {
  /** The generation of API Gateway that the API belongs to: REST APIs are of the first. GraphQL: an API of AppSync. */
  readonly api: 'rest' | 'http' | 'graphql';
}

/** Rows of the mechanism `domain-mapping` have these options. */
const domainMappingOf = (link: LinkScope): DomainMapping => link.options as DomainMapping;

/**
 * Which resource a custom domain is: `edge` and `rest` are AWS::ApiGateway::DomainName, `http` is
 * AWS::ApiGatewayV2::DomainName, `private` is AWS::ApiGateway::DomainNameV2, `graphql` is AWS::AppSync::DomainName,
 * which CloudFront answers. A regional domain takes REST, HTTP and
 * WebSocket APIs in either form; it is written in the form of the APIs that it has.
 */
export type ApiDomainKind = 'edge' | 'rest' | 'http' | 'private' | 'graphql';

export const apiDomainKind = (domain: NodeScope): ApiDomainKind => {
  const apis = domain
    .links('out', { mechanism: 'domain-mapping' })
    .map((link) => domainMappingOf(link).api);
  if (apis.includes('graphql')) return 'graphql';
  const type = domain.read('endpointType');
  if (type === 'PRIVATE') return 'private';
  if (type === 'EDGE') return 'edge';
  return apis.includes('http') ? 'http' : 'rest';
};

/** Whether CloudFront answers the name, which reads certificates from us-east-1. */
const isAnsweredAtEdge = (kind: ApiDomainKind): boolean => kind === 'edge' || kind === 'graphql';

/** The public name; a parameter where the design leaves it open. */
export const apiDomainName = (domain: NodeScope): Expression =>
  domain.value('domainName') ??
  domain.out.parameter(`${domain.id}Name`, {
    description: `Domain name ${domain.node.name}, such as api.example.com.`,
    example: 'api.example.com',
  });

/** The certificate that is drawn, or one that is asked for at deployment. */
export const apiDomainCertificate = (domain: NodeScope): CertificateReference => {
  const [link] = domain.links('in', { mechanism: 'certificate' });
  if (link !== undefined) return certificateIn(link.source, domain.out);
  const region = isAnsweredAtEdge(apiDomainKind(domain)) ? 'us-east-1' : domain.region;
  return askedCertificate(domain.out, `${domain.id}Certificate`, {
    name: `${domain.id}CertificateArn`,
    description: `ARN of a certificate in ${region} for ${domain.node.name}.`,
    region,
  });
};

const s3Uri = /^s3:\/\/([^/]+)\/(.+)$/;

/** The trust store of mutual TLS for the L2 constructs; undefined for none, or for an address that is not known. */
export const trustStoreCode = (domain: NodeScope): Code | undefined => {
  const uri = domain.read('mutualTlsTruststoreUri');
  const [, bucket, key] = typeof uri === 'string' ? (s3Uri.exec(uri) ?? []) : [];
  if (bucket === undefined || key === undefined) return undefined;
  return object({
    bucket: call(
      's3.Bucket.fromBucketName',
      thisExpression,
      text(`${domain.id}TrustStore`),
      text(bucket),
    ),
    key: text(key),
  });
};

/** Interface endpoints through which the APIs behind a private domain are reached. */
export const accessEndpoints = (domain: NodeScope): readonly NodeScope[] => {
  const endpoints = domain.graph
    .targets(domain.node, { mechanism: 'domain-mapping' })
    .flatMap((api) => domain.graph.sources(api, { kind: 'vpc-endpoint' }));
  return [...new Set(endpoints)].map((node) => domain.scopeOf(node));
};

/** Who may use a private domain: whoever comes through its endpoints. */
export const privateDomainPolicy = (endpoints: readonly NodeScope[]): Expression =>
  document({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*',
        Condition: {
          StringEquals: { 'aws:SourceVpce': endpoints.map((endpoint) => endpoint.attribute('id')) },
        },
      },
    ],
  });

/** The L2 security policy. */
export const securityPolicyCode = (domain: NodeScope, module: 'apigw' | 'apigwv2'): Code =>
  name(
    `${module}.SecurityPolicy.${domain.read('securityPolicy') === 'TLS_1_0' ? 'TLS_1_0' : 'TLS_1_2'}`,
  );

/** The path that a mapping takes, without slashes at its ends; undefined for the whole domain. */
export const mappedPath = (link: LinkScope, property: string): Expression | undefined => {
  const path = link.value(property) ?? link.source.value('basePath');
  if (typeof path !== 'string') return path;
  const bare = path.replace(/^\/+|\/+$/g, '');
  return bare === '' ? undefined : bare;
};
