import { type Code, call, create, options } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, getAtt, join, refOf } from '../expression.ts';
import { functionUrlAuth, functionUrlCode } from '../function-url.ts';
import { memberOf } from '../members.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { balancerOrigin, vpcOrigin } from './balancer-origin.ts';
import {
  accessControl,
  accessControlCode,
  accessIs,
  addIdentity,
  identityId,
} from './origin-access.ts';
import { type BuiltOrigin, common, customConfig, originOf, protocols } from './origin-parts.ts';
import { privateServerOrigin, serverOrigin } from './server-origin.ts';
import { hostOfUrl, type UrlParts } from './url.ts';

const bucket = (link: LinkScope): BuiltOrigin => {
  const { target } = link;
  const { cfn, code } = common(link);
  const origin = { DomainName: target.attribute('regionalDomainName'), ...cfn };
  const control = link.read('accessControl');
  const l2 = (method: string, more: Readonly<Record<string, Code>> = {}): Code =>
    call(`origins.S3BucketOrigin.${method}`, target.construct, options({ ...code, ...more }));
  if (control === 'public')
    return {
      cfn: { ...origin, S3OriginConfig: { OriginAccessIdentity: '' } },
      code: l2('withBucketDefaults'),
    };
  if (control === 'oai-legacy') {
    const identity = constructRef(identityId(link));
    return {
      cfn: {
        ...origin,
        S3OriginConfig: {
          OriginAccessIdentity: join(
            'origin-access-identity/cloudfront/',
            refOf(addIdentity(link)),
          ),
        },
      },
      code: l2('withOriginAccessIdentity', { originAccessIdentity: identity }),
    };
  }
  const id = accessControl(link, 's3');
  return {
    cfn: {
      ...origin,
      S3OriginConfig: { OriginAccessIdentity: '' },
      OriginAccessControlId: getAtt(id, 'Id'),
    },
    code:
      accessIs(link) === 'l2'
        ? l2('withOriginAccessControl')
        : l2('withBucketDefaults', { originAccessControlId: accessControlCode(id) }),
  };
};

const website = (link: LinkScope): BuiltOrigin => {
  const { target } = link;
  const { cfn, code } = common(link);
  return {
    cfn: {
      DomainName: target.attribute('websiteDomainName'),
      ...cfn,
      ...customConfig(link, 'http-only'),
    },
    code: create(
      'origins.S3StaticWebsiteOrigin',
      target.construct,
      options({ ...code, readTimeout: link.code('readTimeout') }),
    ),
  };
};

/** The path of an API's stage; the default stage of an HTTP API has none. */
const stagePath = (api: NodeScope): Expression | undefined => {
  // A GraphQL API has no stages.
  if (!api.attributeNames.includes('stageName')) return undefined;
  const known = api.read('stageName');
  if (known === '$default') return undefined;
  return join('/', typeof known === 'string' ? known : api.attribute('stageName'));
};

const api = (link: LinkScope, construct?: string): BuiltOrigin => {
  const { cfn, code } = common(link, stagePath(link.target));
  const settings = { readTimeout: link.code('readTimeout') };
  const host = link.target.attribute('host');
  return {
    cfn: { DomainName: host, ...cfn, ...customConfig(link, 'https-only') },
    code:
      construct === undefined
        ? create('origins.HttpOrigin', codeOf(host), options({ ...code, ...settings }))
        : create(
            construct,
            link.target.construct,
            // The construct finds the stage by itself.
            options({
              ...code,
              ...settings,
              originPath: link.value('originPath') === undefined ? undefined : code.originPath,
            }),
          ),
  };
};

const functionUrl = (link: LinkScope): BuiltOrigin => {
  const { target } = link;
  const { cfn, code } = common(link);
  const url = functionUrlCode(target);
  const settings = { ...code, readTimeout: link.code('readTimeout') };
  const origin = {
    DomainName: target.attribute('urlHost'),
    ...cfn,
    ...customConfig(link, 'https-only'),
  };
  // A signature is of no use to a URL that lets everybody in.
  if (functionUrlAuth(target) === 'NONE')
    return { cfn: origin, code: create('origins.FunctionUrlOrigin', url, options(settings)) };
  const id = accessControl(link, 'lambda');
  return {
    cfn: { ...origin, OriginAccessControlId: getAtt(id, 'Id') },
    code:
      accessIs(link) === 'l2'
        ? call('origins.FunctionUrlOrigin.withOriginAccessControl', url, options(settings))
        : create(
            'origins.FunctionUrlOrigin',
            url,
            options({ ...settings, originAccessControlId: accessControlCode(id) }),
          ),
  };
};

/** The address that the connection says; its host is asked for where it says none. */
const siteParts = (link: LinkScope): UrlParts | undefined =>
  link.value('url') === undefined
    ? {
        host: link.source.out.parameter(`${link.target.id}Host`, {
          description: `Public host of ${link.target.node.name}, such as www.example.com.`,
          example: 'www.example.com',
        }),
        isHttps: true,
        port: undefined,
        path: '',
      }
    : hostOfUrl(link, 'url');

const url = (link: LinkScope, parts: UrlParts | undefined): BuiltOrigin | undefined => {
  if (parts === undefined) {
    link.source.out.problem(
      `"${link.target.node.name}" has no http address, so the distribution "${link.source.node.name}" cannot fetch from it.`,
    );
    return undefined;
  }
  const { cfn, code } = common(link, parts.path);
  const chosen = link.read('protocolPolicy');
  // A port belongs to the protocol of the address.
  const protocol = parts.isHttps ? String(chosen ?? 'https-only') : 'http-only';
  const known = Object.hasOwn(protocols, protocol) ? protocol : 'https-only';
  return {
    cfn: { DomainName: parts.host, ...cfn, ...customConfig(link, known, parts) },
    code: create(
      'origins.HttpOrigin',
      codeOf(parts.host),
      options({
        ...code,
        protocolPolicy:
          known === 'https-only'
            ? undefined
            : memberOf('cloudfront.OriginProtocolPolicy', protocols, known, 'HTTPS_ONLY'),
        httpPort: parts.isHttps || parts.port === undefined ? undefined : codeOf(parts.port),
        httpsPort: parts.isHttps && parts.port !== undefined ? codeOf(parts.port) : undefined,
        readTimeout: link.code('readTimeout'),
      }),
    ),
  };
};

/** Writes the origin of a connection. */
export const buildOrigin = (link: LinkScope): BuiltOrigin | undefined => {
  switch (originOf(link).from) {
    case 'bucket':
      return bucket(link);
    case 'website':
      return website(link);
    case 'rest-api':
      return api(link, 'origins.RestApiOrigin');
    case 'api':
      return api(link);
    case 'function-url':
      return functionUrl(link);
    case 'url':
      return url(link, hostOfUrl(link.target, 'url'));
    case 'site':
      return url(link, siteParts(link));
    case 'load-balancer':
      return balancerOrigin(link);
    case 'server':
      return serverOrigin(link);
    case 'private-server':
      return privateServerOrigin(link);
    case 'vpc-origin':
      return vpcOrigin(link);
  }
};
