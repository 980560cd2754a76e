import { array, object, text as string } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { distributionParts } from '../edge/distribution.ts';
import {
  protocolVersions,
  restriction,
  rootObject,
  viewerCertificate,
} from '../edge/distribution-settings.ts';
import { originOf } from '../edge/origin-parts.ts';
import { managedCachePolicies, managedOriginRequestPolicies } from '../edge/policies.ts';
import { type Expression, type ExpressionObject, join, pseudo } from '../expression.ts';
import { choice, list, seconds, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const cloudfront = defineService({
  kind: 'cloudfront',
  title: 'CloudFront distribution',
  words: 'cdn cf content delivery cache distribution edge',
  category: 'edge',
  icon: 'AmazonCloudFront',
  cloudFormation: ['AWS::CloudFront::Distribution'],
  placement: { parents: ['canvas', 'region'], scope: 'global', vpc: 'none', subnet: 'none' },
  properties: {
    comment: text({
      maxLength: 128,
      advanced: true,
      cfn: 'DistributionConfig.Comment',
      cdk: 'comment',
    }),
    aliases: list({
      help: 'Names under which people call it, such as www.example.com; each needs a certificate in us-east-1 and a record.',
      cfn: 'DistributionConfig.Aliases',
      cdk: 'domainNames',
    }),
    defaultRootObject: text({
      default: 'index.html',
      help: 'What somebody gets who asks for no file; counts in front of a bucket.',
    }),
    priceClass: choice(['PriceClass_100', 'PriceClass_200', 'PriceClass_All'], {
      default: 'PriceClass_100',
      emitDefault: true,
      help: '100: edge locations in North America, Europe and Israel. 200: also Asia, the Middle East and Africa. All: everywhere.',
      cfn: 'DistributionConfig.PriceClass',
      cdk: {
        name: 'priceClass',
        enum: 'cloudfront.PriceClass',
        members: {
          PriceClass_100: 'PRICE_CLASS_100',
          PriceClass_200: 'PRICE_CLASS_200',
          PriceClass_All: 'PRICE_CLASS_ALL',
        },
      },
    }),
    httpVersion: choice(['http1.1', 'http2', 'http3', 'http2and3'], {
      default: 'http2and3',
      emitDefault: true,
      advanced: true,
      help: 'The newest versions that viewers may speak; older ones always work.',
      cfn: 'DistributionConfig.HttpVersion',
      cdk: {
        name: 'httpVersion',
        enum: 'cloudfront.HttpVersion',
        members: {
          'http1.1': 'HTTP1_1',
          http2: 'HTTP2',
          http3: 'HTTP3',
          http2and3: 'HTTP2_AND_3',
        },
      },
    }),
    viewerProtocolPolicy: choice(['allow-all', 'https-only', 'redirect-to-https'], {
      default: 'redirect-to-https',
      help: 'What happens to requests over plain http.',
    }),
    allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
      default: 'GET_HEAD_OPTIONS',
      help: 'Which requests get through, where the connection to the origin does not say.',
    }),
    cachePolicy: choice([...Object.keys(managedCachePolicies), 'custom'], {
      default: 'CACHING_OPTIMIZED',
      help: 'How long answers are kept, where the connection to the origin does not say. Custom: by the settings below.',
    }),
    originRequestPolicy: choice(['none', ...Object.keys(managedOriginRequestPolicies), 'custom'], {
      default: 'none',
      advanced: true,
      help: 'What origins get to see of a request besides its path, where the connection does not say.',
    }),
    cacheDefaultTtl: seconds({
      default: 86_400,
      min: 0,
      max: 31_536_000,
      emitDefault: true,
      advanced: true,
      help: 'Custom caching: how long an answer is kept that does not say so itself.',
    }),
    cacheMinTtl: seconds({
      default: 0,
      min: 0,
      max: 31_536_000,
      emitDefault: true,
      advanced: true,
      help: 'Custom caching: how long an answer is kept at least.',
    }),
    cacheMaxTtl: seconds({
      default: 31_536_000,
      min: 0,
      max: 31_536_000,
      emitDefault: true,
      advanced: true,
      help: 'Custom caching: how long an answer is kept at most.',
    }),
    cacheKeyHeaders: list({
      advanced: true,
      help: 'Custom caching: answers differ by these headers.',
    }),
    cacheKeyQueryStrings: list({
      advanced: true,
      help: 'Custom caching: answers differ by these query strings; * for all.',
    }),
    cacheKeyCookies: list({
      advanced: true,
      help: 'Custom caching: answers differ by these cookies; * for all.',
    }),
    forwardedHeaders: list({
      advanced: true,
      help: 'Custom origin requests: headers that the origin gets; * for all of the viewer.',
    }),
    forwardedQueryStrings: list({
      default: ['*'],
      advanced: true,
      help: 'Custom origin requests: query strings that the origin gets; * for all.',
    }),
    forwardedCookies: list({
      advanced: true,
      help: 'Custom origin requests: cookies that the origin gets; * for all.',
    }),
    compress: yesNo({
      default: true,
      advanced: true,
      help: 'Text travels compressed to viewers that understand it.',
    }),
    minimumProtocolVersion: choice(Object.keys(protocolVersions), {
      default: 'TLSv1.2_2021',
      advanced: true,
      help: 'The oldest version of TLS that viewers may use; counts with a certificate.',
    }),
    geoRestriction: list({
      advanced: true,
      help: 'Two-letter codes of countries, such as DE.',
    }),
    geoRestrictionType: choice(['allow', 'deny'], {
      default: 'allow',
      when: (read) => {
        const countries = read('geoRestriction');
        return Array.isArray(countries) && countries.length > 0;
      },
      advanced: true,
      help: 'Allow: only viewers in these countries. Deny: all others.',
    }),
    ipv6: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      cfn: 'DistributionConfig.IPV6Enabled',
      cdk: 'enableIpv6',
    }),
    spaFallback: yesNo({
      default: false,
      help: 'Paths that do not exist get /index.html with status 200, as single-page applications want it. This counts for all origins.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'distributionId' },
    arn: {
      cfn: (scope) =>
        join(
          'arn:',
          pseudo('Partition'),
          ':cloudfront::',
          pseudo('AccountId'),
          ':distribution/',
          scope.attribute('id'),
        ),
      cdk: 'distributionArn',
    },
    domainName: { cfn: 'DomainName', cdk: 'distributionDomainName' },
  },
  clients: [
    {
      variables: ['DISTRIBUTION_ID'],
      what: 'CloudFront distribution',
      sdk: { id: 'cloudfront', dotnet: 'CloudFront' },
    },
  ],
  summary: (read) => {
    const aliases = read('aliases');
    const first = Array.isArray(aliases) ? aliases[0] : undefined;
    return [
      typeof first === 'string' ? first : '….cloudfront.net',
      String(read('priceClass')).replace('PriceClass_', 'price class '),
    ].join(' · ');
  },
  explain:
    'A content delivery network: copies of your files and answers stand in hundreds of places all over the world, so that viewers get them from nearby and your origin has little to do. It also ends TLS, sends http to https, keeps attacks away, and hands each path to the right origin, so that a site and its API can share one name. A change takes some minutes to reach all places.',
  cost: 'Data that goes out and requests, by region; the first terabyte a month is free.',
  limits: [
    '75 cache behaviours and 100 alternate domain names for each distribution by default (adjustable).',
    'An origin must answer within 120 seconds; more by quota only.',
    'A file in the cache has at most 50 GB.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html',
  emit(scope) {
    const { out, id } = scope;
    const parts = distributionParts(scope);
    if (parts === undefined) return;
    const root = rootObject(scope, originOf(parts.main).from);
    const viewer = viewerCertificate(scope);
    const places = restriction(scope);
    const fallback = scope.read('spaFallback') === true;
    out.resource(id, {
      type: 'AWS::CloudFront::Distribution',
      properties: {
        DistributionConfig: {
          Enabled: true,
          ...(scope.cfnProperties().DistributionConfig as ExpressionObject),
          DefaultRootObject: root,
          ...parts.cfn,
          CustomErrorResponses: fallback
            ? missingPages.map((code) => ({
                ErrorCode: code,
                ResponseCode: 200,
                ResponsePagePath: '/index.html',
              }))
            : undefined,
          Restrictions: places?.cfn,
          ViewerCertificate: viewer?.cfn,
        },
      },
      cdk: scope.l2('cloudfront.Distribution', {
        defaultRootObject: root === undefined ? undefined : codeOf(root),
        certificate: viewer?.construct(),
        minimumProtocolVersion: viewer?.minimum,
        ...parts.cdk,
        errorResponses: fallback
          ? array(
              missingPages.map((code) =>
                object({
                  httpStatus: codeOf(code),
                  responseHttpStatus: codeOf(200),
                  responsePagePath: string('/index.html'),
                }),
              ),
            )
          : undefined,
        geoRestriction: places?.code,
      }),
    });
    const aliases = scope.value('aliases');
    const [alias] = Array.isArray(aliases) ? (aliases as readonly Expression[]) : [];
    out.output(
      `${id}Url`,
      join('https://', alias ?? scope.attribute('domainName'), '/'),
      `Address of ${scope.node.name}.`,
    );
  },
});

/** A private bucket answers 403 for what is not there, unless CloudFront may list it. */
const missingPages = [403, 404];
