import { type Code, create, invoke, member, name } from '../../lib/typescript/syntax.ts';
import type { Blueprint } from '../blueprint.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, getAtt, join } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { apiDomainKind } from './api-domain.ts';
import { websiteEndpoint } from './website-endpoints.ts';

/** What an alias record leads to. */
export interface AliasTarget {
  readonly dnsName: Expression;
  /** The hosted zone of AWS that the name is in. */
  readonly hostedZoneId: Expression;
  /** A `route53.IAliasRecordTarget`. */
  readonly code: Code;
  /** The stack that the record belongs to: that of what it leads to. */
  readonly out: Blueprint;
}

/** Which part of the target the record leads to. */
export type AliasOf =
  | 'distribution'
  | 'api-domain'
  /** The custom domain that is mapped to the API. */
  | 'api'
  | 'website'
  | 'endpoint'
  | 'load-balancer'
  /** The custom domain of the login pages. */
  | 'login-domain';

/** The zone of every distribution. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-route53-recordset-aliastarget.html */
const cloudFrontZone = 'Z2FDTNDATAQYW2';

/** The custom domain of a pool's login pages, which the certificate's connection adds. */
export const loginDomainId = (pool: NodeScope): string => `${pool.id}CustomDomain`;

const none = (link: LinkScope, lacks: string): undefined => {
  link.target.out.problem(
    `The record in "${link.source.node.name}" cannot lead to "${link.target.node.name}": ${lacks}`,
  );
};

const ofDomain = (domain: NodeScope, link: LinkScope): AliasTarget | undefined => {
  const kind = apiDomainKind(domain);
  if (kind === 'private') {
    const endpoint = domain.graph
      .targets(domain.node, { mechanism: 'domain-mapping' })
      .flatMap((api) => domain.graph.sources(api, { kind: 'vpc-endpoint' }))[0];
    return endpoint === undefined
      ? none(link, 'a private domain is reached through a VPC endpoint, and none is connected.')
      : ofEndpoint(domain.scopeOf(endpoint));
  }
  return {
    dnsName: domain.attribute('aliasDomainName'),
    hostedZoneId: domain.attribute('aliasHostedZoneId'),
    code:
      kind === 'http' || kind === 'graphql'
        ? create(
            'targets.ApiGatewayv2DomainProperties',
            codeOf(domain.attribute('aliasDomainName')),
            codeOf(domain.attribute('aliasHostedZoneId')),
          )
        : create('targets.ApiGatewayDomain', domain.construct),
    out: domain.out,
  };
};

const ofEndpoint = (endpoint: NodeScope): AliasTarget => ({
  dnsName: endpoint.attribute('dnsName'),
  hostedZoneId: endpoint.attribute('hostedZoneId'),
  code: create('targets.InterfaceVpcEndpointTarget', endpoint.construct),
  out: endpoint.out,
});

const targets: Readonly<Record<AliasOf, (link: LinkScope) => AliasTarget | undefined>> = {
  distribution: ({ target }) => ({
    dnsName: target.attribute('domainName'),
    hostedZoneId: cloudFrontZone,
    code: create('targets.CloudFrontTarget', target.construct),
    out: target.out,
  }),
  'api-domain': (link) => ofDomain(link.target, link),
  api(link) {
    const wanted = link.read('recordName');
    const domains = link.target.graph
      .sources(link.target.node, { mechanism: 'domain-mapping' })
      .map((node) => link.target.scopeOf(node));
    const domain = domains.find((item) => item.read('domainName') === wanted) ?? domains[0];
    return domain === undefined
      ? none(link, 'no custom domain is mapped to the API.')
      : ofDomain(domain, link);
  },
  website(link) {
    const { target } = link;
    const endpoint = websiteEndpoint(target.region);
    return endpoint === undefined
      ? none(link, `the website endpoint of S3 in ${target.region} is not known.`)
      : {
          dnsName: endpoint.host,
          hostedZoneId: endpoint.hostedZoneId,
          code: create('targets.BucketWebsiteTarget', target.construct),
          out: target.out,
        };
  },
  endpoint: ({ target }) => ofEndpoint(target),
  'load-balancer': ({ target }) => ({
    // Under this name it has addresses of both kinds, where it has them.
    dnsName: join('dualstack.', target.attribute('dnsName')),
    hostedZoneId: target.attribute('hostedZoneId'),
    code: create('targets.LoadBalancerTarget', target.construct),
    out: target.out,
  }),
  'login-domain'(link) {
    const { target } = link;
    if (target.graph.incoming(target.node, { mechanism: 'certificate' }).length === 0)
      return none(link, 'the pool has no certificate, so no domain of its own.');
    const id = loginDomainId(target);
    return {
      dnsName: getAtt(id, 'CloudFrontDistribution'),
      hostedZoneId: cloudFrontZone,
      code: create('targets.UserPoolDomainTarget', constructRef(id)),
      out: target.out,
    };
  },
};

export const aliasTarget = (of: AliasOf, link: LinkScope): AliasTarget | undefined =>
  targets[of](link);

/** `route53.RecordTarget.fromAlias(…)` */
export const aliasCode = (target: AliasTarget): Code =>
  invoke(member(name('route53'), 'RecordTarget'), 'fromAlias', target.code);
