import { kindNotExported } from '../not-exported.ts';
import { choice, list, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const cloudfront = defineService({
  kind: 'cloudfront',
  title: 'CloudFront distribution',
  category: 'edge',
  icon: 'AmazonCloudFront',
  cloudFormation: ['AWS::CloudFront::Distribution'],
  placement: { parents: ['canvas', 'region'], scope: 'global', vpc: 'none', subnet: 'none' },
  properties: {
    comment: text({ maxLength: 128, cfn: 'DistributionConfig.Comment' }),
    aliases: list({ help: 'Needs a certificate in us-east-1.', cfn: 'DistributionConfig.Aliases' }),
    defaultRootObject: text({ default: 'index.html', cfn: 'DistributionConfig.DefaultRootObject' }),
    priceClass: choice(['PriceClass_100', 'PriceClass_200', 'PriceClass_All'], {
      default: 'PriceClass_100',
      cfn: 'DistributionConfig.PriceClass',
    }),
    httpVersion: choice(['http1.1', 'http2', 'http3', 'http2and3'], {
      default: 'http2and3',
      cfn: 'DistributionConfig.HttpVersion',
    }),
    viewerProtocolPolicy: choice(['allow-all', 'https-only', 'redirect-to-https'], {
      default: 'redirect-to-https',
      cfn: 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy',
    }),
    allowedMethods: choice(['GET_HEAD', 'GET_HEAD_OPTIONS', 'ALL'], {
      default: 'GET_HEAD_OPTIONS',
      cfn: 'DistributionConfig.DefaultCacheBehavior.AllowedMethods',
    }),
    cachePolicy: choice(
      [
        'CACHING_OPTIMIZED',
        'CACHING_DISABLED',
        'CACHING_OPTIMIZED_FOR_UNCOMPRESSED_OBJECTS',
        'USE_ORIGIN_CACHE_CONTROL_HEADERS',
        'custom',
      ],
      {
        default: 'CACHING_OPTIMIZED',
        cfn: 'DistributionConfig.DefaultCacheBehavior.CachePolicyId',
      },
    ),
    originRequestPolicy: choice(
      ['none', 'ALL_VIEWER', 'ALL_VIEWER_EXCEPT_HOST_HEADER', 'CORS_S3_ORIGIN', 'custom'],
      {
        default: 'none',
        help: 'Use ALL_VIEWER_EXCEPT_HOST_HEADER in front of API Gateway and function URLs.',
        cfn: 'DistributionConfig.DefaultCacheBehavior.OriginRequestPolicyId',
      },
    ),
    compress: yesNo({ default: true, cfn: 'DistributionConfig.DefaultCacheBehavior.Compress' }),
    minimumProtocolVersion: choice(
      [
        'TLSv1',
        'TLSv1_2016',
        'TLSv1.1_2016',
        'TLSv1.2_2018',
        'TLSv1.2_2019',
        'TLSv1.2_2021',
        'TLSv1.2_2025',
        'TLSv1.3_2025',
      ],
      {
        default: 'TLSv1.2_2021',
        cfn: 'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
      },
    ),
    geoRestriction: list({ cfn: 'DistributionConfig.Restrictions.GeoRestriction' }),
    ipv6: yesNo({ default: true, cfn: 'DistributionConfig.IPV6Enabled' }),
    spaFallback: yesNo({
      default: false,
      help: 'Maps 403/404 to /index.html with 200.',
      cfn: 'DistributionConfig.CustomErrorResponses',
    }),
  },
  explain: 'CloudFront distribution',
  limits: [
    '75 cache behaviours and 100 alternate domain names per distribution by default (adjustable)',
    'Origin response timeout 1-120 s, more by quota request',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
