import { setProperty } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const edgeRegion = 'us-east-1';

const inEdge = (shield: Parameters<typeof node>[2]) =>
  design(
    inside(node('region', 'edge', { code: edgeRegion }), node('waf-web-acl', 'shield', shield)),
    node('cloudfront', 'site'),
    connection('waf-web-acl--cloudfront', 'shield', 'site'),
  );

const forPool = (shield: Parameters<typeof node>[2], ...more: readonly ExampleItem[]) =>
  design(
    node('waf-web-acl', 'shield', shield),
    node('cognito-user-pool', 'people'),
    connection('waf-web-acl--cognito-user-pool', 'shield', 'people'),
    ...more,
  );

export const securityWebAcl = defineRule({
  meta: {
    id: 'security/web-acl',
    severity: 'error',
    messages: {
      edgeScope:
        '{acl} protects the distribution {target}, so its scope must be CLOUDFRONT; set it.',
      regionalScope:
        '{acl} has the scope CLOUDFRONT, which is for distributions only; set it to REGIONAL to protect {target}.',
      edgeRegion:
        '{acl} protects a distribution, and web ACLs for CloudFront are in us-east-1; move it there.',
      otherRegion: '{acl} and {target} are in different Regions; put both into one.',
      second: '{target} has the web ACL {other} already, and AWS takes one; remove one of them.',
    },
    explain:
      'A web ACL is either for CloudFront, and then it is made in us-east-1 whatever the Region of the design, or for resources of its own Region. Each resource has one web ACL; one web ACL may protect many.',
    docs: {
      title: 'Resources that you can protect with AWS WAF',
      url: 'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
    },
  },
  on: connections({ mechanism: 'web-acl' }),
  check({ connection: line, source, target }, graph, report) {
    const data = { acl: named(source), target: named(target) };
    const scope = graph.text(source, 'scope');
    const isEdge = line.type === 'waf-web-acl--cloudfront';
    if (scope !== undefined && (scope === 'CLOUDFRONT') !== isEdge)
      report({
        message: isEdge ? 'edgeScope' : 'regionalScope',
        data,
        at: source,
        property: 'scope',
        fixes: [
          {
            title: isEdge ? 'Set the scope to CLOUDFRONT' : 'Set the scope to REGIONAL',
            edit: setProperty(source.id, 'scope', isEdge ? 'CLOUDFRONT' : 'REGIONAL'),
          },
        ],
      });
    const [near, far] = [graph.region(source), graph.region(target)];
    if (isEdge) {
      if (near !== undefined && near !== edgeRegion) report({ message: 'edgeRegion', data });
    } else if (near !== undefined && far !== undefined && near !== far)
      report({ message: 'otherRegion', data });
    const [first] = graph.incoming(target, { mechanism: 'web-acl' });
    const other = first && first.from !== source.id ? graph.node(first.from) : undefined;
    if (other) report({ message: 'second', data: { ...data, other: named(other) } });
  },
  examples: {
    good: [
      {
        title: 'a distribution and a web ACL in us-east-1',
        design: inEdge({ scope: 'CLOUDFRONT' }),
      },
      { title: 'a user pool and a web ACL of its Region', design: forPool({}) },
      { title: 'a scope by a parameter', design: forPool({ scope: { Ref: 'Scope' } }) },
    ],
    bad: [
      { title: 'a regional one at the edge', design: inEdge({}), expect: ['edgeScope'] },
      {
        title: 'one for CloudFront at a user pool',
        design: forPool({ scope: 'CLOUDFRONT' }),
        expect: ['regionalScope'],
      },
      {
        title: 'one for CloudFront in another Region',
        design: design(
          node('waf-web-acl', 'shield', { scope: 'CLOUDFRONT' }),
          node('cloudfront', 'site'),
          connection('waf-web-acl--cloudfront', 'shield', 'site'),
        ),
        expect: ['edgeRegion'],
      },
      {
        title: 'a user pool elsewhere',
        design: design(
          node('waf-web-acl', 'shield'),
          inside(node('region', 'far', { code: edgeRegion }), node('cognito-user-pool', 'people')),
          connection('waf-web-acl--cognito-user-pool', 'shield', 'people'),
        ),
        expect: ['otherRegion'],
      },
      {
        title: 'two web ACLs',
        design: forPool(
          {},
          node('waf-web-acl', 'more'),
          connection('waf-web-acl--cognito-user-pool', 'more', 'people'),
        ),
        expect: ['second'],
      },
    ],
  },
});
