import type { Code } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import type { Expression, ExpressionObject } from '../expression.ts';
import type { LinkScope } from '../service.ts';

/** What CloudFront fetches from. */
export interface Origin {
  readonly from:
    | 'bucket'
    | 'website'
    | 'rest-api'
    | 'api'
    | 'function-url'
    | 'url'
    /** A server outside AWS whose address the connection says. */
    | 'site'
    | 'load-balancer'
    /** A load balancer that only the VPC reaches. */
    | 'vpc-origin'
    /** A server with a public address. */
    | 'server'
    /** A server that only the VPC reaches. */
    | 'private-server';
}

/** Rows of the mechanism `origin` have these options. */
export const originOf = (link: LinkScope): Origin => link.options as Origin;

/** An origin in both exports; the distribution gives it an id. */
export interface BuiltOrigin {
  readonly cfn: ExpressionObject;
  /** A `cloudfront.IOrigin`. */
  readonly code: Code;
}

/** What every origin may have. */
export const common = (link: LinkScope, path?: Expression) => {
  const headers = link.value('customHeaders');
  const pairs =
    typeof headers === 'object' && headers !== null
      ? Object.entries(headers as ExpressionObject)
      : [];
  const originPath = pathOf(link, path);
  return {
    cfn: {
      OriginPath: originPath,
      ConnectionAttempts: link.value('connectionAttempts'),
      OriginCustomHeaders:
        pairs.length === 0
          ? undefined
          : pairs.map(([HeaderName, HeaderValue]) => ({ HeaderName, HeaderValue })),
    },
    code: {
      originPath: originPath === undefined ? undefined : codeOf(originPath),
      connectionAttempts: link.code('connectionAttempts'),
      customHeaders: pairs.length === 0 ? undefined : codeOf(Object.fromEntries(pairs)),
    },
  };
};

/** The path in front of each request: what the connection says, else the target's own. */
const pathOf = (link: LinkScope, own: Expression | undefined): Expression | undefined => {
  const chosen = link.value('originPath') ?? own;
  if (typeof chosen !== 'string') return chosen;
  const bare = chosen.replace(/^\/+|\/+$/g, '');
  return bare === '' ? undefined : `/${bare}`;
};

/** The settings of an origin that is not a bucket. */
export const customConfig = (
  link: LinkScope,
  protocol: string,
  port?: { readonly isHttps: boolean; readonly port: Expression | undefined },
): ExpressionObject => ({
  CustomOriginConfig: {
    HTTPPort: port?.isHttps === false ? port.port : undefined,
    HTTPSPort: port?.isHttps ? port.port : undefined,
    OriginProtocolPolicy: protocol,
    OriginSSLProtocols: ['TLSv1.2'],
    OriginReadTimeout: link.value('readTimeout'),
  },
});

/** How CloudFront may talk to an origin, and the members of `cloudfront.OriginProtocolPolicy`. */
export const protocols = {
  'http-only': 'HTTP_ONLY',
  'match-viewer': 'MATCH_VIEWER',
  'https-only': 'HTTPS_ONLY',
} as const;
