import { connectionsFrom } from '../connection.ts';
import { dnsAlias } from '../mechanisms/dns-alias.mechanism.ts';
import { dnsRecord } from '../mechanisms/dns-record.mechanism.ts';
import { dnsValidation } from '../mechanisms/dns-validation.mechanism.ts';
import { type PropertyTable, seconds, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { aliasRecord } from './shared/alias-record.ts';

/** Properties of a record that is no alias. */
const plainRecord = (nameHelp: string): PropertyTable => ({
  recordName: text({ required: true, maxLength: 255, help: nameHelp }),
  ttl: seconds({
    default: 300,
    min: 0,
    max: 2_147_483_647,
    advanced: true,
    help: 'How long the answer is kept by those who asked.',
  }),
});

export const fromHostedZone = connectionsFrom<Kind>('hosted-zone', {
  certificate: dnsValidation({
    label: 'validates',
    delivery: 'config',
    reversible: true,
    docs: 'AWS Certificate Manager DNS validation',
  }),
  'ses-identity': dnsValidation({
    label: 'verifies',
    delivery: 'config',
    reversible: true,
    explain:
      'SES names three records with keys, and only the owner of the domain can put them into its zone. With them SES signs each mail. The records also lead undeliverable mails, and those that are received, to SES where the identity asks for it.',
    docs: 'Creating and verifying identities in Amazon SES',
  }),
  cloudfront: dnsAlias({
    label: 'points to',
    properties: aliasRecord({ isDistribution: true }),
    docs: 'Routing traffic to an Amazon CloudFront distribution by using your domain name',
    options: { of: 'distribution' },
  }),
  'api-custom-domain': dnsAlias({
    label: 'points to',
    properties: aliasRecord(),
    docs: 'Routing traffic to an Amazon API Gateway API by using your domain name',
    options: { of: 'api-domain' },
  }),
  'rest-api': dnsAlias({
    variant: 'with-domain',
    label: 'points to',
    properties: aliasRecord(),
    explain:
      'The record leads to the custom domain name that is mapped to the API: an API alone answers only under the name that AWS gave it.',
    docs: 'Choosing between alias and non-alias records',
    options: { of: 'api' },
  }),
  'http-api': dnsAlias({
    variant: 'with-domain',
    label: 'points to',
    properties: aliasRecord(),
    explain:
      'The record leads to the custom domain name that is mapped to the API: an API alone answers only under the name that AWS gave it.',
    docs: 'Choosing between alias and non-alias records',
    options: { of: 'api' },
  }),
  'appsync-api': dnsAlias({
    label: 'points to',
    properties: aliasRecord(),
    explain:
      'The record leads to the custom domain name that is mapped to the API: an API alone answers only under the name that AWS gave it.',
    docs: 'Choosing between alias and non-alias records',
    options: { of: 'api' },
  }),
  's3-bucket': dnsAlias({
    variant: 'website',
    label: 'points to',
    properties: aliasRecord(),
    explain:
      'The website endpoint finds the bucket by the name in the request, so the bucket must have the name of the record. It speaks http only.',
    docs: 'Routing traffic to a website that is hosted in an Amazon S3 bucket',
    options: { of: 'website' },
  }),
  'vpc-endpoint': dnsAlias({
    label: 'points to',
    properties: aliasRecord(),
    docs: 'Routing traffic to an Amazon VPC interface endpoint by using your domain name',
    options: { of: 'endpoint' },
  }),
  alb: dnsAlias({
    label: 'points to',
    properties: aliasRecord(),
    docs: 'Routing traffic to an ELB load balancer',
    options: { of: 'load-balancer' },
  }),
  nlb: dnsAlias({
    label: 'points to',
    properties: aliasRecord(),
    docs: 'Routing traffic to an ELB load balancer',
    options: { of: 'load-balancer' },
  }),
  'cognito-user-pool': dnsAlias({
    label: 'points to',
    properties: aliasRecord(),
    explain: 'The record leads to the custom domain of the login pages, which needs a certificate.',
    docs: 'Choosing between alias and non-alias records',
    options: { of: 'login-domain' },
  }),
  'external-endpoint': dnsRecord({
    label: 'points to',
    properties: plainRecord(
      'The whole name, such as shop.example.com; not the bare domain of the zone.',
    ),
    docs: 'Supported DNS record types',
    options: { as: 'cname' },
  }),
  'ec2-instance': dnsRecord({
    label: 'points to',
    properties: plainRecord(
      'The whole name, such as www.example.com; the name of the zone itself for the bare domain.',
    ),
    explain:
      'A record with the address of the instance: the public one, or in a private zone the private one. A public address changes when the instance is stopped and started, and the record keeps the old one until the next deployment.',
    docs: 'Routing traffic to an Amazon EC2 instance',
    options: { as: 'address' },
  }),
  vpc: dnsRecord({
    label: 'is resolvable in',
    delivery: 'config',
    explain: 'Computers in the VPC get the answers of this private zone; nobody else does.',
    docs: 'Working with private hosted zones',
    options: { as: 'network' },
  }),
});
