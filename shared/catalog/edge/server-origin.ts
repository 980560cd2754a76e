import { call, create, options } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { serverPort } from '../network/open-server.ts';
import type { LinkScope } from '../service.ts';
import {
  isElsewhere,
  type Listener,
  policyCode,
  portsCode,
  refusesPort,
  throughVpc,
} from './balancer-origin.ts';
import { type BuiltOrigin, common, customConfig, protocols } from './origin-parts.ts';

/* A server behind a distribution: over the internet, or inside its VPC. */

const listenerOf = (link: LinkScope): Listener => {
  const isHttps = link.read('protocolPolicy') === 'https-only';
  const port = serverPort(link);
  return { isHttps, port: port === (isHttps ? 443 : 80) ? undefined : port };
};

/** A server with a public address. */
export const serverOrigin = (link: LinkScope): BuiltOrigin | undefined => {
  const listener = listenerOf(link);
  if (refusesPort(link, listener, 'appPort')) return undefined;
  const { cfn, code } = common(link);
  const chosen = String(link.read('protocolPolicy'));
  const protocol = Object.hasOwn(protocols, chosen) ? chosen : 'http-only';
  const host = link.target.attribute('publicHost');
  return {
    cfn: { DomainName: host, ...cfn, ...customConfig(link, protocol, listener) },
    code: create(
      'origins.HttpOrigin',
      codeOf(host),
      options({
        ...code,
        protocolPolicy: protocol === 'https-only' ? undefined : policyCode(protocol),
        ...portsCode(listener),
        readTimeout: link.code('readTimeout'),
      }),
    ),
  };
};

/** A server that CloudFront reaches inside its VPC. */
export const privateServerOrigin = (link: LinkScope): BuiltOrigin | undefined => {
  const listener = listenerOf(link);
  if (isElsewhere(link) || refusesPort(link, listener, 'appPort')) return undefined;
  return throughVpc(link, {
    listener,
    host: link.target.attribute('host'),
    endpoint: call('cloudfront.VpcOriginEndpoint.ec2Instance', link.target.construct),
  });
};
