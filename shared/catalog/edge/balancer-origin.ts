import { array, type Code, call, create, name, options } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { listenerPort, plainHttp, speaksTls } from '../elb/listener.ts';
import { type Expression, getAtt, join, pseudo } from '../expression.ts';
import { physicalNameCode } from '../log-groups.ts';
import { memberOf } from '../members.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { type BuiltOrigin, common, customConfig, protocols } from './origin-parts.ts';

/* Load balancers behind a distribution: over the internet, or inside their VPC. */

/** How something is listened to. */
export interface Listener {
  readonly isHttps: boolean;
  /** Undefined where it is the usual one of the protocol. */
  readonly port: Expression | undefined;
}

const listenerOf = (balancer: NodeScope): Listener => {
  const isHttps = speaksTls(balancer);
  const port = listenerPort(balancer);
  return { isHttps, port: port === (isHttps ? 443 : plainHttp) ? undefined : port };
};

/** CloudFront connects to few of the lower ports. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html */
export const refusesPort = (
  { source, target }: LinkScope,
  { port }: Listener,
  property = 'listenerPort',
): boolean => {
  if (typeof port !== 'number' || port === 80 || port === 443 || port >= 1024) return false;
  source.out.problem(
    `"${source.node.name}" cannot connect to port ${port} of "${target.node.name}": CloudFront takes 80, 443 and those from 1024. Set ${property} to one of them.`,
  );
  return true;
};

/**
 * The name that CloudFront connects to. With TLS the certificate must be for it, or for the Host header that is passed
 * on: so the name of a record, where there is one.
 */
const hostOf = (balancer: NodeScope, { isHttps }: Listener): Expression => {
  const [record] = balancer.links('in', { mechanism: 'dns-alias' });
  const name = record?.read('recordName');
  return isHttps && typeof name === 'string'
    ? name.replace(/\.$/, '')
    : balancer.attribute('dnsName');
};

export const portsCode = ({
  isHttps,
  port,
}: Listener): Readonly<Record<string, Code | undefined>> => ({
  httpPort: isHttps || port === undefined ? undefined : codeOf(port),
  httpsPort: !isHttps || port === undefined ? undefined : codeOf(port),
});

export const policyCode = (protocol: string): Code =>
  memberOf('cloudfront.OriginProtocolPolicy', protocols, protocol, 'HTTPS_ONLY');

/** A load balancer with public addresses. */
export const balancerOrigin = (link: LinkScope): BuiltOrigin | undefined => {
  const { target } = link;
  const listener = listenerOf(target);
  if (refusesPort(link, listener)) return undefined;
  const { cfn, code } = common(link);
  const chosen = String(
    link.read('protocolPolicy') ?? (listener.isHttps ? 'https-only' : 'http-only'),
  );
  const protocol = Object.hasOwn(protocols, chosen) ? chosen : 'https-only';
  const host = hostOf(target, listener);
  const settings = options({
    ...code,
    protocolPolicy: protocol === 'https-only' ? undefined : policyCode(protocol),
    ...portsCode(listener),
    readTimeout: link.code('readTimeout'),
  });
  return {
    cfn: { DomainName: host, ...cfn, ...customConfig(link, protocol, listener) },
    code:
      typeof host === 'string'
        ? create('origins.HttpOrigin', codeOf(host), settings)
        : create('origins.LoadBalancerV2Origin', target.construct, settings),
  };
};

/** The interfaces of CloudFront in the VPC; distributions of one stack share them. */
const endpointId = ({ target }: LinkScope): string => `${target.id}VpcOrigin`;

const writeEndpoint = (link: LinkScope, listener: Listener, endpoint: Code): string => {
  const { source, target } = link;
  const { out } = source;
  const id = endpointId(link);
  if (out.has(id)) return id;
  const protocol = listener.isHttps ? 'https-only' : 'http-only';
  const originName = join(pseudo('StackName'), `-${target.id.slice(0, 30)}`);
  out.resource(id, {
    type: 'AWS::CloudFront::VpcOrigin',
    properties: {
      VpcOriginEndpointConfig: {
        Arn: target.attribute('arn'),
        Name: originName,
        HTTPPort: listener.isHttps ? undefined : listener.port,
        HTTPSPort: listener.isHttps ? listener.port : undefined,
        OriginProtocolPolicy: protocol,
        OriginSSLProtocols: ['TLSv1.2'],
      },
    },
    cdk: {
      class: 'cloudfront.VpcOrigin',
      props: {
        endpoint,
        vpcOriginName: physicalNameCode(originName),
        ...portsCode(listener),
        protocolPolicy: policyCode(protocol),
        originSslProtocols: array([name('cloudfront.OriginSslPolicy.TLS_V1_2')]),
      },
    },
  });
  return id;
};

/** True, and a problem said, when the VPC is in another Region than what the distribution is exported with. */
export const isElsewhere = ({ source, target }: LinkScope): boolean => {
  if (source.region === target.region) return false;
  source.out.problem(
    `"${source.node.name}" reaches "${target.node.name}" inside its VPC, so export both in one Region: draw the distribution in ${target.region}, or use the connection over the internet.`,
  );
  return true;
};

/** A load balancer that CloudFront reaches inside its VPC. */
export const vpcOrigin = (link: LinkScope): BuiltOrigin | undefined => {
  const { source, target } = link;
  if (isElsewhere(link)) return undefined;
  if (target.read('listenerProtocol') === 'TLS') {
    source.out.problem(
      `"${source.node.name}" cannot reach "${target.node.name}" inside its VPC: CloudFront takes Network Load Balancers without a TLS listener there. Set listenerProtocol to TCP.`,
    );
    return undefined;
  }
  const listener = listenerOf(target);
  if (refusesPort(link, listener)) return undefined;
  const factory = `${target.node.kind === 'nlb' ? 'network' : 'application'}LoadBalancer`;
  return throughVpc(link, {
    listener,
    host: hostOf(target, listener),
    endpoint: call(`cloudfront.VpcOriginEndpoint.${factory}`, target.construct),
  });
};

/** What CloudFront reaches inside a VPC: how it listens, its name there, and its `cloudfront.VpcOriginEndpoint`. */
interface Inside {
  readonly listener: Listener;
  readonly host: Expression;
  readonly endpoint: Code;
}

/** The interfaces of CloudFront in the VPC, and the origin behind them. */
export const throughVpc = (link: LinkScope, { listener, host, endpoint }: Inside): BuiltOrigin => {
  const { cfn, code } = common(link);
  const id = writeEndpoint(link, listener, endpoint);
  return {
    cfn: {
      DomainName: host,
      ...cfn,
      VpcOriginConfig: {
        VpcOriginId: getAtt(id, 'Id'),
        OriginReadTimeout: link.value('readTimeout'),
      },
    },
    code: call(
      'origins.VpcOrigin.withVpcOrigin',
      constructRef(id),
      options({
        ...code,
        domainName: typeof host === 'string' ? codeOf(host) : undefined,
        readTimeout: link.code('readTimeout'),
      }),
    ),
  };
};
