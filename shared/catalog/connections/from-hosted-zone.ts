import { connectionsFrom } from '../connection.ts';
import { dnsAlias } from '../mechanisms/dns-alias.mechanism.ts';
import { dnsRecord } from '../mechanisms/dns-record.mechanism.ts';
import { dnsValidation } from '../mechanisms/dns-validation.mechanism.ts';
import { choice, list, seconds, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromHostedZone = connectionsFrom<Kind>('hosted-zone', {
  certificate /* SAM: DomainValidationOptions [{DomainName, HostedZoneId}] on AWS::CertificateManager::Certificate
 CDK: new acm.Certificate(this, 'Cert', { domainName, validation: acm.CertificateValidation.fromDns(hostedZone) }) */:
    dnsValidation({
      label: 'validates',
      delivery: 'config',
      reversible: true,
      docs: 'AWS Certificate Manager DNS validation',
    }),
  cloudfront /* SAM: AWS::Route53::RecordSet {AliasTarget {DNSName, HostedZoneId}}
 CDK: new route53.ARecord(this, 'A', { zone, recordName, target: route53.RecordTarget.fromAlias(new targets.CloudFrontTarget(distribution)) }) */:
    dnsAlias({
      label: 'points to',
      properties: {
        recordName: text({ required: true } /* AWS::Route53::RecordSet#Name */),
        recordTypes: list({ default: ['A', 'AAAA'] } /* AWS::Route53::RecordSet#Type */),
        routingPolicy: choice(
          ['simple', 'weighted', 'latency', 'failover', 'geolocation', 'multivalue'],
          { default: 'simple' },
        ),
        evaluateTargetHealth: yesNo(
          { default: false } /* AWS::Route53::RecordSet#AliasTarget.EvaluateTargetHealth */,
        ),
      },
      docs: 'Routing traffic to an Amazon CloudFront distribution by using your domain name',
    }),
  'api-custom-domain' /* SAM: Domain.Route53 {HostedZoneId, IpV6} on the SAM API (adds the alias records)
 CDK: target: route53.RecordTarget.fromAlias(new targets.ApiGatewayv2DomainProperties(apiDomainV2.regionalDomainName, apiDomainV2.regionalHostedZoneId)) on route53.ARecord | target: route53.RecordTarget.fromAlias(new targets.ApiGatewayDomain(apiDomain)) on route53.ARecord */:
    dnsAlias({
      label: 'points to',
      properties: {
        recordName: text({ required: true } /* AWS::Route53::RecordSet#Name */),
        recordTypes: list({ default: ['A', 'AAAA'] } /* AWS::Route53::RecordSet#Type */),
        routingPolicy: choice(
          ['simple', 'weighted', 'latency', 'failover', 'geolocation', 'multivalue'],
          { default: 'simple' },
        ),
        evaluateTargetHealth: yesNo(
          { default: false } /* AWS::Route53::RecordSet#AliasTarget.EvaluateTargetHealth */,
        ),
      },
      docs: 'Routing traffic to an Amazon API Gateway API by using your domain name',
    }),
  'rest-api' /* SAM: AWS::Route53::RecordSet {AliasTarget {DNSName, HostedZoneId}}
 CDK: target: route53.RecordTarget.fromAlias(new targets.ApiGateway(api)) on route53.ARecord */:
    dnsAlias({
      variant: 'with-domain',
      label: 'points to',
      properties: {
        recordName: text({ required: true } /* AWS::Route53::RecordSet#Name */),
        recordTypes: list({ default: ['A', 'AAAA'] } /* AWS::Route53::RecordSet#Type */),
        routingPolicy: choice(
          ['simple', 'weighted', 'latency', 'failover', 'geolocation', 'multivalue'],
          { default: 'simple' },
        ),
        evaluateTargetHealth: yesNo(
          { default: false } /* AWS::Route53::RecordSet#AliasTarget.EvaluateTargetHealth */,
        ),
      },
      docs: 'Choosing between alias and non-alias records',
    }),
  'http-api' /* SAM: AWS::Route53::RecordSet {AliasTarget {DNSName, HostedZoneId}}
 CDK: target: route53.RecordTarget.fromAlias(new targets.ApiGatewayv2DomainProperties(apiDomainV2.regionalDomainName, apiDomainV2.regionalHostedZoneId)) on route53.ARecord */:
    dnsAlias({
      variant: 'with-domain',
      label: 'points to',
      properties: {
        recordName: text({ required: true } /* AWS::Route53::RecordSet#Name */),
        recordTypes: list({ default: ['A', 'AAAA'] } /* AWS::Route53::RecordSet#Type */),
        routingPolicy: choice(
          ['simple', 'weighted', 'latency', 'failover', 'geolocation', 'multivalue'],
          { default: 'simple' },
        ),
        evaluateTargetHealth: yesNo(
          { default: false } /* AWS::Route53::RecordSet#AliasTarget.EvaluateTargetHealth */,
        ),
      },
      docs: 'Choosing between alias and non-alias records',
    }),
  's3-bucket' /* SAM: AWS::Route53::RecordSet {AliasTarget {DNSName, HostedZoneId}}
 CDK: target: route53.RecordTarget.fromAlias(new targets.BucketWebsiteTarget(bucket)) on route53.ARecord */:
    dnsAlias({
      variant: 'website',
      label: 'points to',
      properties: {
        recordName: text({ required: true } /* AWS::Route53::RecordSet#Name */),
        recordTypes: list({ default: ['A', 'AAAA'] } /* AWS::Route53::RecordSet#Type */),
        routingPolicy: choice(
          ['simple', 'weighted', 'latency', 'failover', 'geolocation', 'multivalue'],
          { default: 'simple' },
        ),
        evaluateTargetHealth: yesNo(
          { default: false } /* AWS::Route53::RecordSet#AliasTarget.EvaluateTargetHealth */,
        ),
      },
      docs: 'Routing traffic to a website that is hosted in an Amazon S3 bucket',
    }),
  'vpc-endpoint' /* SAM: AWS::Route53::RecordSet {AliasTarget {DNSName, HostedZoneId}}
 CDK: target: route53.RecordTarget.fromAlias(new targets.InterfaceVpcEndpointTarget(endpoint)) on route53.ARecord */:
    dnsAlias({
      label: 'points to',
      properties: {
        recordName: text({ required: true } /* AWS::Route53::RecordSet#Name */),
        recordTypes: list({ default: ['A', 'AAAA'] } /* AWS::Route53::RecordSet#Type */),
        routingPolicy: choice(
          ['simple', 'weighted', 'latency', 'failover', 'geolocation', 'multivalue'],
          { default: 'simple' },
        ),
        evaluateTargetHealth: yesNo(
          { default: false } /* AWS::Route53::RecordSet#AliasTarget.EvaluateTargetHealth */,
        ),
      },
      docs: 'Routing traffic to an Amazon VPC interface endpoint by using your domain name',
    }),
  'cognito-user-pool' /* SAM: AWS::Route53::RecordSet {AliasTarget {DNSName, HostedZoneId}}
 CDK: target: route53.RecordTarget.fromAlias(new targets.UserPoolDomainTarget(userPoolDomain)) on route53.ARecord */:
    dnsAlias({
      label: 'points to',
      properties: {
        recordName: text({ required: true } /* AWS::Route53::RecordSet#Name */),
        recordTypes: list({ default: ['A', 'AAAA'] } /* AWS::Route53::RecordSet#Type */),
        routingPolicy: choice(
          ['simple', 'weighted', 'latency', 'failover', 'geolocation', 'multivalue'],
          { default: 'simple' },
        ),
        evaluateTargetHealth: yesNo(
          { default: false } /* AWS::Route53::RecordSet#AliasTarget.EvaluateTargetHealth */,
        ),
      },
      docs: 'Choosing between alias and non-alias records',
    }),
  'external-endpoint' /* SAM: AWS::Route53::RecordSet {Type: CNAME, TTL, ResourceRecords}
 CDK: new route53.CnameRecord(this, 'Cname', { zone, recordName, domainName }) */: dnsRecord({
    label: 'points to',
    properties: {
      recordName: text({ required: true }),
      ttl: seconds({ default: 300, min: 0, max: 2147483647 } /* AWS::Route53::RecordSet#TTL */),
    },
    docs: 'Supported DNS record types',
  }),
  vpc /* SAM: VPCs [{VPCId, VPCRegion}] on AWS::Route53::HostedZone
 CDK: new route53.PrivateHostedZone(this, 'Zone', { zoneName, vpc }) */: dnsRecord({
    label: 'is resolvable in',
    delivery: 'config',
    docs: 'Working with private hosted zones',
  }),
});
