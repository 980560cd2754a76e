import { setProperty } from '../../model/edits/index.ts';
import { certificateRegion, isPlacedByDrawing } from '../cert/certificate.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { moveToRegion } from '../region/move.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { leadsToGraphql } from './domains.ts';

const wanted = 'us-east-1';

const domain = (code: string, endpointType: string | { Ref: string }) =>
  design(
    inside(
      node('region', 'home', { code }),
      node('certificate', 'tls', { domainName: 'api.example.com' }),
    ),
    node('api-custom-domain', 'domain', { domainName: 'api.example.com', endpointType }),
    connection('certificate--api-custom-domain', 'tls', 'domain'),
  );

const graphql = (code: string) =>
  design(
    inside(
      node('region', 'home', { code }),
      node('certificate', 'tls', { domainName: 'api.example.com' }),
    ),
    node('api-custom-domain', 'domain', { domainName: 'api.example.com' }),
    node('appsync-api', 'api', { name: 'Api' }),
    connection('certificate--api-custom-domain', 'tls', 'domain'),
    connection('api-custom-domain--appsync-api', 'domain', 'api'),
  );

export const apigwEdgeCertUsEast1 = defineRule({
  meta: {
    id: 'apigw/edge-cert-us-east-1',
    severity: 'error',
    messages: {
      wrongRegion:
        'The certificate {certificate} is in {region}; the edge-optimized domain {domain} needs it in us-east-1.',
      graphql:
        'The certificate {certificate} is in {region}; {domain} leads to an API of AppSync, whose domains need it in us-east-1.',
    },
    explain:
      'An edge-optimized domain is really a CloudFront distribution that AWS runs for you, and CloudFront reads certificates only from us-east-1. The API itself stays in its region. The same is true of every domain of an AppSync API. A regional domain of API Gateway would need the certificate in the region of the API instead.',
    docs: {
      title: 'Set up an edge-optimized custom domain name in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html',
    },
  },
  on: connections({ from: 'certificate', to: 'api-custom-domain', mechanism: 'certificate' }),
  check({ source: certificate, target: domain }, graph, report) {
    const isGraphql = leadsToGraphql(graph, domain);
    if (!isGraphql && graph.text(domain, 'endpointType') !== 'EDGE') return;
    const region = certificateRegion(graph, certificate);
    if (region === undefined || region === wanted) return;
    report({
      message: isGraphql ? 'graphql' : 'wrongRegion',
      data: { certificate: named(certificate), domain: named(domain), region },
      fixes: [
        ...(isPlacedByDrawing(graph, certificate) ? moveToRegion(graph, certificate, wanted) : []),
        ...(!isGraphql && region === graph.region(domain)
          ? [
              {
                title: `Make ${named(domain)} regional`,
                edit: setProperty(domain.id, 'endpointType', 'REGIONAL'),
              },
            ]
          : []),
      ],
    });
  },
  examples: {
    good: [
      { title: 'a certificate in us-east-1', design: domain('us-east-1', 'EDGE') },
      { title: 'an API of AppSync', design: graphql('us-east-1') },
      { title: 'a type set by a parameter', design: domain('eu-west-1', { Ref: 'Type' }) },
    ],
    bad: [
      {
        title: 'a certificate beside the API',
        design: domain('eu-west-1', 'EDGE'),
        expect: ['wrongRegion'],
      },
      {
        title: 'a certificate beside an API of AppSync',
        design: graphql('eu-west-1'),
        expect: ['graphql'],
      },
    ],
  },
});
