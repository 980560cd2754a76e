import { setConnectionType, setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const site = (endpointType: string | { Ref: string }) =>
  design(
    node('cloudfront', 'site'),
    node('rest-api', 'api', { name: 'api', endpointType }),
    connection('cloudfront--rest-api', 'site', 'api'),
  );

export const cloudfrontPrivateOrigin = defineRule({
  meta: {
    id: 'cloudfront/private-origin',
    severity: 'error',
    messages: {
      unreachable:
        'CloudFront cannot reach {target}, because it is private; make the API regional.',
      internal:
        'CloudFront cannot reach {target} over the internet, because it is internal; reach it through a VPC origin.',
    },
    explain:
      'CloudFront fetches from public addresses. A private API has none: it answers only through an interface endpoint inside a VPC. (A VPC origin leads to load balancers and instances in a VPC, not to private APIs.)',
    docs: {
      title: 'Restrict access with VPC origins',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
    },
  },
  on: connections({
    from: 'cloudfront',
    type: ['cloudfront--rest-api', 'cloudfront--alb--public', 'cloudfront--nlb--public'],
  }),
  check({ connection: way, target: api }, graph, report) {
    if (api.kind !== 'rest-api') {
      if (graph.text(api, 'scheme') !== 'internal') return;
      report({
        message: 'internal',
        data: { target: named(api) },
        fixes: [
          {
            title: 'Go through a VPC origin',
            edit: setConnectionType(way.id, `cloudfront--${api.kind}--vpc-origin`),
          },
        ],
      });
      return;
    }
    if (graph.text(api, 'endpointType') !== 'PRIVATE') return;
    report({
      message: 'unreachable',
      data: { target: named(api) },
      fixes: [
        {
          title: `Make ${named(api)} regional`,
          edit: setProperty(api.id, 'endpointType', 'REGIONAL'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'a regional API', design: site('REGIONAL') },
      { title: 'a type set by a parameter', design: site({ Ref: 'Type' }) },
    ],
    bad: [
      { title: 'a private API', design: site('PRIVATE'), expect: ['unreachable'] },
      {
        title: 'an internal load balancer over the internet',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'app'),
              node('alb', 'web', {
                scheme: 'internal',
                listenerProtocol: 'HTTP',
                listenerPort: 80,
              }),
            ),
          ),
          node('cloudfront', 'site'),
          node('lambda', 'page', { timeout: 10 }),
          connection('alb--lambda', 'web', 'page'),
          connection('cloudfront--alb--public', 'site', 'web'),
        ),
        expect: ['internal'],
      },
    ],
  },
});
