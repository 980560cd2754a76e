import { member, name } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import {
  accessEndpoints,
  apiDomainCertificate,
  apiDomainKind,
  apiDomainName,
  privateDomainPolicy,
  securityPolicyCode,
  trustStoreCode,
} from '../edge/api-domain.ts';
import { type ExpressionObject, getAtt, join, refOf } from '../expression.ts';
import { choice, type PropertyReader, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

const isRegional = (read: PropertyReader): boolean => read('endpointType') === 'REGIONAL';

/** What a record leads to, by the form of the domain: in CloudFormation, and as a member of the construct. */
const aliasAttributes: Readonly<
  Record<
    ReturnType<typeof apiDomainKind>,
    Readonly<Record<'name' | 'zone', { readonly cfn: string; readonly cdk: string }>>
  >
> = {
  edge: {
    name: { cfn: 'DistributionDomainName', cdk: 'domainNameAliasDomainName' },
    zone: { cfn: 'DistributionHostedZoneId', cdk: 'domainNameAliasHostedZoneId' },
  },
  rest: {
    name: { cfn: 'RegionalDomainName', cdk: 'domainNameAliasDomainName' },
    zone: { cfn: 'RegionalHostedZoneId', cdk: 'domainNameAliasHostedZoneId' },
  },
  private: {
    name: { cfn: 'RegionalDomainName', cdk: 'domainNameAliasDomainName' },
    zone: { cfn: 'RegionalHostedZoneId', cdk: 'domainNameAliasHostedZoneId' },
  },
  http: {
    name: { cfn: 'RegionalDomainName', cdk: 'regionalDomainName' },
    zone: { cfn: 'RegionalHostedZoneId', cdk: 'regionalHostedZoneId' },
  },
  graphql: {
    name: { cfn: 'AppSyncDomainName', cdk: 'attrAppSyncDomainName' },
    zone: { cfn: 'HostedZoneId', cdk: 'attrHostedZoneId' },
  },
};

export const apiCustomDomain = defineService({
  kind: 'api-custom-domain',
  title: 'API custom domain name',
  words: 'domain dns custom domain name base path mapping tls',
  category: 'api',
  icon: 'AmazonAPIGateway',
  cloudFormation: [
    'AWS::ApiGateway::DomainName',
    'AWS::ApiGateway::BasePathMapping',
    'AWS::ApiGatewayV2::DomainName',
    'AWS::ApiGatewayV2::ApiMapping',
    'AWS::ApiGateway::DomainNameV2',
    'AWS::AppSync::DomainName',
    'AWS::AppSync::DomainNameApiAssociation',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    domainName: text({
      required: true,
      maxLength: 253,
      pattern: '^(\\*\\.)?([a-z0-9_-]+\\.)+[a-z0-9-]+$',
      help: 'Such as api.example.com; lower case.',
    }),
    endpointType: choice(['EDGE', 'REGIONAL', 'PRIVATE'], {
      default: 'REGIONAL',
      required: true,
      help: 'As the API behind it. Edge-optimized and private domains are for REST APIs only. Without meaning for an API of AppSync, whose domains CloudFront answers.',
    }),
    securityPolicy: choice(['TLS_1_0', 'TLS_1_2'], {
      default: 'TLS_1_2',
      advanced: true,
      help: 'The oldest version of TLS that callers may use. TLS_1_0 is for REST APIs only.',
    }),
    basePath: text({
      advanced: true,
      pattern: "^[A-Za-z0-9$\\-_.+!*'()/]*$",
      help: 'The first part of every path; empty: the API has the whole domain. A mapping of its own goes first.',
    }),
    mutualTlsTruststoreUri: text({
      when: isRegional,
      advanced: true,
      pattern: '^s3://[^/]+/.+$',
      help: 'Callers must show a certificate that this file of trusted authorities knows.',
      cfn: 'MutualTlsAuthentication.TruststoreUri',
    }),
    externalDns: yesNo({
      default: false,
      advanced: true,
      help: 'The name is entered outside Route 53, by hand.',
    }),
  },
  attributes: {
    name: {
      cfn(scope) {
        switch (apiDomainKind(scope)) {
          case 'private':
            return apiDomainName(scope);
          case 'graphql':
            return getAtt(scope.id, 'DomainName');
          default:
            return refOf(scope.id);
        }
      },
      cdk: (construct, scope) => {
        switch (apiDomainKind(scope)) {
          case 'http':
            return member(construct, 'name');
          case 'private':
            return codeOf(apiDomainName(scope));
          case 'graphql':
            return member(construct, 'attrDomainName');
          default:
            return member(construct, 'domainName');
        }
      },
    },
    arn: {
      cfn: ({ id }) => getAtt(id, 'DomainNameArn'),
      cdk: (_construct, { id }) => codeOf(getAtt(id, 'DomainNameArn')),
    },
    aliasDomainName: {
      cfn: (scope) => getAtt(scope.id, aliasAttributes[apiDomainKind(scope)].name.cfn),
      cdk: (construct, scope) => member(construct, aliasAttributes[apiDomainKind(scope)].name.cdk),
    },
    aliasHostedZoneId: {
      cfn: (scope) => getAtt(scope.id, aliasAttributes[apiDomainKind(scope)].zone.cfn),
      cdk: (construct, scope) => member(construct, aliasAttributes[apiDomainKind(scope)].zone.cdk),
    },
  },
  summary: (read) =>
    [String(read('domainName') ?? 'no name yet'), String(read('endpointType')).toLowerCase()].join(
      ' · ',
    ),
  explain:
    'Without it an API is called by a long name that AWS made up and that changes with the API. A custom domain name is the address that people know, and it stays: several APIs can stand behind it, each under a path of its own, and one can be exchanged for a newer one. It needs a certificate for the name and a record in the zone that leads to it.',
  cost: 'No charge beyond the calls to the API.',
  limits: ['120 public custom domain names in a region by default (adjustable).'],
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
  emit(scope) {
    const { out, id } = scope;
    writers[apiDomainKind(scope)](scope);
    if (apiDomainKind(scope) !== 'private') {
      out.output(
        `${id}Url`,
        join('https://', apiDomainName(scope), '/'),
        `Address of ${scope.node.name}.`,
      );
      if (scope.graph.incoming(scope.node, { mechanism: 'dns-alias' }).length === 0)
        out.output(
          `${id}Target`,
          scope.attribute('aliasDomainName'),
          `Name that the record of ${scope.node.name} must lead to.`,
        );
    }
  },
});

const trustStore = (scope: NodeScope): ExpressionObject => {
  const uri = scope.value('mutualTlsTruststoreUri');
  return uri === undefined ? {} : { MutualTlsAuthentication: { TruststoreUri: uri } };
};

/** The L2 constructs want the bucket and the key of the trust store; what cannot be taken apart is written past them. */
const overrideTrustStore = (scope: NodeScope): void => {
  const uri = scope.value('mutualTlsTruststoreUri');
  if (uri !== undefined && trustStoreCode(scope) === undefined)
    scope.out.override(scope.id, 'MutualTlsAuthentication.TruststoreUri', uri);
};

/** AWS::ApiGateway::DomainName, for REST APIs. */
const writeRestDomain = (scope: NodeScope): void => {
  const { out, id } = scope;
  const isEdge = apiDomainKind(scope) === 'edge';
  const { arn, construct } = apiDomainCertificate(scope);
  out.resource(id, {
    type: 'AWS::ApiGateway::DomainName',
    properties: {
      DomainName: apiDomainName(scope),
      EndpointConfiguration: { Types: [isEdge ? 'EDGE' : 'REGIONAL'] },
      ...(isEdge ? { CertificateArn: arn } : { RegionalCertificateArn: arn }),
      SecurityPolicy: scope.read('securityPolicy') === 'TLS_1_0' ? 'TLS_1_0' : 'TLS_1_2',
      ...trustStore(scope),
    },
    cdk: {
      class: 'apigw.DomainName',
      props: {
        domainName: codeOf(apiDomainName(scope)),
        certificate: construct(),
        endpointType: name(`apigw.EndpointType.${isEdge ? 'EDGE' : 'REGIONAL'}`),
        securityPolicy: securityPolicyCode(scope, 'apigw'),
        mtls: trustStoreCode(scope),
      },
    },
  });
  overrideTrustStore(scope);
};

/** AWS::ApiGatewayV2::DomainName, for HTTP and WebSocket APIs. */
const writeHttpDomain = (scope: NodeScope): void => {
  const { out, id } = scope;
  const { arn, construct } = apiDomainCertificate(scope);
  out.resource(id, {
    type: 'AWS::ApiGatewayV2::DomainName',
    properties: {
      DomainName: apiDomainName(scope),
      DomainNameConfigurations: [
        { CertificateArn: arn, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
      ],
      ...trustStore(scope),
    },
    cdk: {
      class: 'apigwv2.DomainName',
      props: {
        domainName: codeOf(apiDomainName(scope)),
        certificate: construct(),
        securityPolicy: name('apigwv2.SecurityPolicy.TLS_1_2'),
        mtls: trustStoreCode(scope),
      },
    },
  });
  overrideTrustStore(scope);
};

/** AWS::ApiGateway::DomainNameV2, and the endpoints that may come through it. */
const writePrivateDomain = (scope: NodeScope): void => {
  const { out, id } = scope;
  const endpoints = accessEndpoints(scope);
  out.resource(id, {
    type: 'AWS::ApiGateway::DomainNameV2',
    properties: {
      DomainName: apiDomainName(scope),
      EndpointConfiguration: { Types: ['PRIVATE'] },
      CertificateArn: apiDomainCertificate(scope).arn,
      SecurityPolicy: 'TLS_1_2',
      Policy: endpoints.length === 0 ? undefined : privateDomainPolicy(endpoints),
    },
  });
  for (const endpoint of endpoints)
    out.resource(`${id}${endpoint.id}Access`, {
      type: 'AWS::ApiGateway::DomainNameAccessAssociation',
      properties: {
        DomainNameArn: scope.attribute('arn'),
        AccessAssociationSource: endpoint.attribute('id'),
        AccessAssociationSourceType: 'VPCE',
      },
    });
};

/** AWS::AppSync::DomainName */
const writeGraphqlDomain = (scope: NodeScope): void => {
  scope.out.resource(scope.id, {
    type: 'AWS::AppSync::DomainName',
    properties: {
      DomainName: apiDomainName(scope),
      CertificateArn: apiDomainCertificate(scope).arn,
    },
  });
};

const writers: Readonly<Record<ReturnType<typeof apiDomainKind>, (scope: NodeScope) => void>> = {
  edge: writeRestDomain,
  rest: writeRestDomain,
  http: writeHttpDomain,
  private: writePrivateDomain,
  graphql: writeGraphqlDomain,
};
