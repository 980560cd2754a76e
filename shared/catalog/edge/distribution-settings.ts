import { call } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type Expression, isToken } from '../expression.ts';
import { memberOf } from '../members.ts';
import type { NodeScope } from '../service.ts';
import { certificateIn } from './certificate.ts';
import { knownChoice } from './distribution.ts';

/** The members of `cloudfront.SecurityPolicyProtocol`. */
export const protocolVersions = {
  TLSv1: 'TLS_V1',
  TLSv1_2016: 'TLS_V1_2016',
  'TLSv1.1_2016': 'TLS_V1_1_2016',
  'TLSv1.2_2018': 'TLS_V1_2_2018',
  'TLSv1.2_2019': 'TLS_V1_2_2019',
  'TLSv1.2_2021': 'TLS_V1_2_2021',
  'TLSv1.2_2025': 'TLS_V1_2_2025',
  'TLSv1.3_2025': 'TLS_V1_3_2025',
} as const;

/** What `/` means: a file in front of a bucket, nothing special in front of an API. */
export const rootObject = (scope: NodeScope, origin: string): Expression | undefined =>
  scope.value('defaultRootObject') ??
  (origin === 'bucket' ? (scope.read('defaultRootObject') as string | undefined) : undefined);

/** The certificate that is drawn, and the oldest version of TLS; undefined without one. */
export const viewerCertificate = (scope: NodeScope) => {
  const [link] = scope.links('in', { mechanism: 'certificate' });
  if (link === undefined) return undefined;
  const { arn, construct } = certificateIn(link.source, scope.out);
  const minimum = knownChoice(scope, 'minimumProtocolVersion');
  return {
    cfn: {
      AcmCertificateArn: arn,
      MinimumProtocolVersion: minimum,
      SslSupportMethod: 'sni-only',
    },
    construct,
    minimum: memberOf(
      'cloudfront.SecurityPolicyProtocol',
      protocolVersions,
      minimum,
      'TLS_V1_2_2021',
    ),
  };
};

/** The countries whose viewers are let in, or kept out. */
export const restriction = (scope: NodeScope) => {
  const countries = scope.value('geoRestriction');
  if (countries === undefined || isToken(countries) || !Array.isArray(countries)) return undefined;
  const places = countries as readonly Expression[];
  if (places.length === 0) return undefined;
  const denies = scope.read('geoRestrictionType') === 'deny';
  return {
    cfn: {
      GeoRestriction: { RestrictionType: denies ? 'blacklist' : 'whitelist', Locations: places },
    },
    code: call(
      `cloudfront.GeoRestriction.${denies ? 'denylist' : 'allowlist'}`,
      ...places.map(codeOf),
    ),
  };
};
