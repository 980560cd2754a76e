import { certificateRegion, isPlacedByDrawing } from '../cert/certificate.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { moveToRegion } from '../region/move.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { leadsToGraphql } from './domains.ts';

const domain = (code: string, endpointType: string | { Ref: string }) =>
  design(
    inside(
      node('region', 'home', { code }),
      node('certificate', 'tls', { domainName: 'api.example.com' }),
    ),
    node('api-custom-domain', 'domain', { domainName: 'api.example.com', endpointType }),
    connection('certificate--api-custom-domain', 'tls', 'domain'),
  );

export const apigwRegionalCertSameRegion = defineRule({
  meta: {
    id: 'apigw/regional-cert-same-region',
    severity: 'error',
    messages: {
      wrongRegion:
        'The certificate {certificate} is in {region}, but the domain {domain} is in {wanted}; create it there.',
    },
    explain:
      'A regional domain ends HTTPS inside the region of the API, where only certificates of that region can be seen. HTTP and WebSocket APIs are always regional. Only edge-optimized domains of REST APIs, and domains of AppSync, take their certificate from us-east-1.',
    docs: {
      title: 'Set up a Regional custom domain name in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html',
    },
  },
  on: connections({ from: 'certificate', to: 'api-custom-domain', mechanism: 'certificate' }),
  check({ source: certificate, target: domain }, graph, report) {
    const type = graph.text(domain, 'endpointType');
    if (type !== 'REGIONAL' && type !== 'PRIVATE') return;
    if (leadsToGraphql(graph, domain)) return;
    const region = certificateRegion(graph, certificate);
    const wanted = graph.region(domain);
    if (region === undefined || region === wanted) return;
    report({
      message: 'wrongRegion',
      data: { certificate: named(certificate), domain: named(domain), region, wanted },
      fixes: isPlacedByDrawing(graph, certificate) ? moveToRegion(graph, certificate, wanted) : [],
    });
  },
  examples: {
    good: [
      { title: 'a certificate of the region', design: domain('eu-west-1', 'REGIONAL') },
      { title: 'a type set by a parameter', design: domain('us-east-1', { Ref: 'Type' }) },
      {
        title: 'a domain of AppSync',
        design: design(
          inside(
            node('region', 'home', { code: 'us-east-1' }),
            node('certificate', 'tls', { domainName: 'api.example.com' }),
          ),
          node('api-custom-domain', 'domain', { domainName: 'api.example.com' }),
          node('appsync-api', 'api', { name: 'Api' }),
          connection('certificate--api-custom-domain', 'tls', 'domain'),
          connection('api-custom-domain--appsync-api', 'domain', 'api'),
        ),
      },
    ],
    bad: [
      {
        title: 'a certificate in us-east-1',
        design: domain('us-east-1', 'REGIONAL'),
        expect: ['wrongRegion'],
      },
    ],
  },
});
