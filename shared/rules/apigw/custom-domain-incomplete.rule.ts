import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { leadsToGraphql } from './domains.ts';

const domainName = 'api.example.com';
const parts = (domain: object) => [
  node('certificate', 'tls', { domainName, externalDns: true }),
  node('http-api', 'api', { name: 'api' }),
  node('api-custom-domain', 'domain', { domainName, ...domain }),
];
const certified = connection('certificate--api-custom-domain', 'tls', 'domain');
const mapped = connection('api-custom-domain--http-api', 'domain', 'api');

export const apigwCustomDomainIncomplete = defineRule({
  meta: {
    id: 'apigw/custom-domain-incomplete',
    severity: 'warning',
    messages: {
      noCertificate:
        '{domain} has no certificate here, so the deployment asks for the ARN of one; connect a certificate.',
      noApi: '{domain} leads to no API; connect it to one.',
      noRecord:
        '{domain}: no DNS record leads to it, so its name is not found; connect a hosted zone, or say that the DNS is elsewhere.',
    },
    explain:
      'A custom domain needs three things: a certificate for HTTPS, a mapping to the stage of an API, and a DNS record that leads clients to the host name of API Gateway. Without the record the name cannot be looked up, and without the mapping each request gets an error.',
    docs: {
      title: 'Custom domain name for public REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
    },
  },
  on: nodes('api-custom-domain'),
  check(domain, graph, report, { catalog }) {
    const data = { domain: named(domain) };
    const type = graph.text(domain, 'endpointType');
    const name = graph.text(domain, 'domainName');
    if (graph.incoming(domain, { mechanism: 'certificate' }).length === 0)
      report({
        message: 'noCertificate',
        data,
        fixes:
          type === 'REGIONAL' && name !== undefined && !leadsToGraphql(graph, domain)
            ? addNear(
                graph,
                catalog,
                'Add a certificate for it',
                domain,
                {
                  kind: 'certificate',
                  name: `${domain.name} certificate`,
                  properties: { domainName: name },
                },
                (id) => [
                  {
                    type: 'certificate--api-custom-domain',
                    from: id,
                    to: domain.id,
                    properties: {},
                  },
                ],
              )
            : [],
      });
    const apis = graph.targets(domain, { mechanism: 'domain-mapping' });
    if (apis.length === 0) report({ message: 'noApi', data });
    if (type === undefined || type === 'PRIVATE' || graph.boolean(domain, 'externalDns') !== false)
      return;
    const hasRecord = [domain, ...apis].some(
      (node) => graph.incoming(node, { mechanism: 'dns-alias' }).length > 0,
    );
    if (!hasRecord)
      report({
        message: 'noRecord',
        data,
        fixes: [
          { title: 'The DNS is elsewhere', edit: setProperty(domain.id, 'externalDns', true) },
        ],
      });
  },
  examples: {
    good: [
      {
        title: 'certificate, API and record',
        design: design(
          ...parts({}),
          node('hosted-zone', 'zone', { name: 'example.com' }),
          certified,
          mapped,
          connection('hosted-zone--api-custom-domain', 'zone', 'domain', {
            recordName: domainName,
          }),
        ),
      },
      {
        title: 'where the DNS is, is a parameter',
        design: design(...parts({ externalDns: { Ref: 'External' } }), certified, mapped),
      },
    ],
    bad: [
      {
        title: 'no certificate',
        design: design(...parts({ externalDns: true }), mapped),
        expect: ['noCertificate'],
      },
      {
        title: 'no API',
        design: design(...parts({ externalDns: true }), certified),
        expect: ['noApi'],
      },
      {
        title: 'no record',
        design: design(...parts({}), certified, mapped),
        expect: ['noRecord'],
      },
    ],
  },
});
