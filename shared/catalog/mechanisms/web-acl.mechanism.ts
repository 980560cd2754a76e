import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { stageArn } from '../waf/web-acl.ts';

export interface WebAcl {
  /** What is protected: a distribution names its web ACL itself, the others are associated with it by their ARN. */
  readonly of: 'distribution' | 'stage' | 'resource';
}

/** The Region of web ACLs for distributions. https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html */
const edgeRegion = 'us-east-1';

const whyNot = ({
  options,
  source,
  target,
  connection,
}: ConnectionScope<WebAcl>): string | undefined => {
  const isEdge = options.of === 'distribution';
  const scope = source.read('scope');
  if (scope !== undefined && (scope === 'CLOUDFRONT') !== isEdge)
    return isEdge
      ? 'distributions take web ACLs with the scope CLOUDFRONT.'
      : 'only distributions take web ACLs with the scope CLOUDFRONT; set it to REGIONAL.';
  if (isEdge && source.region !== edgeRegion)
    return `a web ACL for CloudFront must be in ${edgeRegion}.`;
  if (!isEdge && source.region !== target.region) return 'they are in different Regions.';
  const [first] = target.links('in', { mechanism: 'web-acl' });
  return first !== undefined &&
    first.connection.id !== connection.id &&
    first.source.id !== source.id
    ? `it has one already, "${first.source.node.name}".`
    : undefined;
};

const arnOf: Readonly<
  Record<Exclude<WebAcl['of'], 'distribution'>, (target: NodeScope) => Expression>
> = {
  stage: stageArn,
  resource: (target) => target.attribute('arn'),
};

/** A firewall in front of what answers HTTP requests. */
export const webAcl = defineMechanism<WebAcl>({
  id: 'web-acl',
  family: 'edge',
  onPath: 'never',
  title: 'Web application firewall',
  explain:
    'Each request is held against the rules of the web ACL before the service behind sees it. What a rule blocks gets a 403, and the service is never asked and not paid for. One web ACL may protect many resources, but each resource has one only.',
  emit(scope) {
    const { options, source, target } = scope;
    const reason = whyNot(scope);
    if (reason !== undefined) {
      source.out.problem(
        `The web ACL "${source.node.name}" cannot protect "${target.node.name}": ${reason}`,
      );
      return;
    }
    const arn = source.attribute('arn');
    if (options.of === 'distribution') {
      target.out.set(target.id, 'DistributionConfig.WebACLId', arn);
      target.out.props(target.id, { webAclId: codeOf(arn) });
      return;
    }
    const id = scope.resourceId('Association');
    if (target.out.has(id)) return;
    target.out.resource(id, {
      type: 'AWS::WAFv2::WebACLAssociation',
      properties: { ResourceArn: arnOf[options.of](target), WebACLArn: arn },
    });
  },
});
