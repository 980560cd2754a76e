import { call, invoke, member, name, text as string } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { isExistingZone, zoneNameIn } from '../edge/zone.ts';
import { intrinsic, join, parameterRef, refOf } from '../expression.ts';
import { choice, type PropertyReader, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

const isNew = (read: PropertyReader): boolean => read('importExisting') !== true;

export const hostedZone = defineService({
  kind: 'hosted-zone',
  title: 'Route 53 hosted zone',
  words: 'r53 route53 dns domain record alias',
  category: 'edge',
  icon: 'AmazonRoute53',
  cloudFormation: ['AWS::Route53::HostedZone', 'AWS::Route53::RecordSet'],
  placement: { parents: ['canvas', 'region'], scope: 'global', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      required: true,
      maxLength: 255,
      pattern: '^([A-Za-z0-9_-]+\\.)+[A-Za-z0-9-]+\\.?$',
      help: 'The domain that the zone answers for, such as example.com.',
    }),
    zoneType: choice(['public', 'private'], {
      default: 'public',
      help: 'Private: only the VPCs that the zone is connected to can look its names up.',
    }),
    importExisting: yesNo({
      default: true,
      help: 'The zone is there already, as with every domain that was registered with Route 53.',
    }),
    hostedZoneId: text({
      when: (read) => !isNew(read),
      pattern: '^Z[A-Z0-9]{1,31}$',
      help: 'Empty: the export asks for it at deployment.',
    }),
    comment: text({
      maxLength: 256,
      when: isNew,
      advanced: true,
      cfn: 'HostedZoneConfig.Comment',
      cdk: 'comment',
    }),
  },
  attributes: {
    id: {
      cfn: (scope) =>
        isExistingZone(scope)
          ? (scope.value('hostedZoneId') ?? parameterRef(`${scope.id}HostedZoneId`))
          : refOf(scope.id),
      cdk: 'hostedZoneId',
    },
    nameServers: {
      cfn: ({ id }) => intrinsic({ 'Fn::Join': [', ', { 'Fn::GetAtt': [id, 'NameServers'] }] }),
      cdk: (construct) =>
        call('cdk.Fn.join', string(', '), {
          kind: 'nonNull',
          value: member(construct, 'hostedZoneNameServers'),
        }),
    },
  },
  summary: (read) =>
    [
      String(read('name') ?? 'no name yet'),
      String(read('zoneType')),
      ...(isNew(read) ? [] : ['existing']),
    ].join(' · '),
  explain:
    'A hosted zone holds the names of a domain and says where each leads: to a distribution, an API, a load balancer or another name. Computers all over the world ask it when somebody types the name. An alias record is a speciality of Route 53: it follows a resource of AWS even when its addresses change, costs nothing and also works for the bare domain.',
  cost: 'Half a dollar a month for each zone, and queries; queries for aliases to AWS resources are free.',
  limits: [
    '500 hosted zones in an account and 10,000 records in a zone by default (adjustable).',
    'A CNAME record cannot stand at the top of the zone or beside other records of its name.',
  ],
  docs: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html',
  emit(scope) {
    const { out, id } = scope;
    if (isExistingZone(scope)) return;
    const isPrivate = scope.read('zoneType') === 'private';
    const networks = isPrivate ? networksOf(scope) : [];
    const [first, ...others] = networks;
    if (isPrivate && first === undefined)
      out.problem(
        `The private hosted zone "${scope.node.name}" is connected to no VPC; AWS makes it for one at least.`,
      );
    const domain = zoneNameIn(scope, out);
    out.resource(id, {
      type: 'AWS::Route53::HostedZone',
      deletionPolicy: 'Retain',
      properties: {
        Name: join(domain, '.'),
        ...scope.cfnProperties(),
        VPCs:
          networks.length === 0
            ? undefined
            : networks.map((network) => ({
                VPCId: network.attribute('id'),
                VPCRegion: network.region,
              })),
      },
      cdk: scope.l2(isPrivate ? 'route53.PrivateHostedZone' : 'route53.PublicHostedZone', {
        zoneName: codeOf(domain),
        vpc: first?.construct,
      }),
    });
    for (const network of others)
      out.statement(invoke(scope.construct, 'addVpc', network.construct));
    out.statement(invoke(scope.construct, 'applyRemovalPolicy', name('cdk.RemovalPolicy.RETAIN')));
    if (!isPrivate)
      out.output(
        `${id}NameServers`,
        scope.attribute('nameServers'),
        `Name servers to enter where the domain of ${scope.node.name} is registered.`,
      );
  },
});

const networksOf = (scope: NodeScope): readonly NodeScope[] =>
  scope.graph.targets(scope.node, { kind: 'vpc' }).map((node) => scope.scopeOf(node));
