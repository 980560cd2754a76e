import {
  array,
  type Code,
  call,
  flag,
  invoke,
  name,
  number,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { certificateIn } from '../edge/certificate.ts';
import { type ExpressionObject, join, refOf } from '../expression.ts';
import { expressionText } from '../json-text.ts';
import { refuseUnknown } from '../known.ts';
import { networkOf } from '../network/placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupCodes,
  securityGroupIds,
} from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { writeDashboardSignIn } from './search-sign-in.ts';

/** The newest policy of those that OpenSearch knows with TLS 1.2 and forward secrecy. */
const tlsPolicy = 'Policy-Min-TLS-1-2-PFS-2023-10';

/** A cluster of instances. */
export const emitDomain = (scope: NodeScope): void => {
  const { out, id } = scope;
  if (refuseUnknown(scope, 'zoneAwareness', 'availabilityZoneCount', 'fineGrainedAccess')) return;
  const zones = zonesOf(scope);
  const network = networkFor(scope, zones);
  if (network === 'wrong') return;
  const access = fineGrainedAccess(scope);
  const named = ownName(scope);
  const signIn = writeDashboardSignIn(scope);
  const own = scope.cfnProperties();
  out.resource(id, {
    type: 'AWS::OpenSearchService::Domain',
    deletionPolicy: 'Retain',
    properties: {
      ...own,
      ClusterConfig: {
        ...part(own, 'ClusterConfig'),
        DedicatedMasterEnabled: false,
        MultiAZWithStandbyEnabled: false,
        ZoneAwarenessEnabled: zones > 1,
        ...(zones > 1 ? { ZoneAwarenessConfig: { AvailabilityZoneCount: zones } } : {}),
      },
      EBSOptions: { ...part(own, 'EBSOptions'), EBSEnabled: true, VolumeType: 'gp3' },
      DomainEndpointOptions: {
        ...part(own, 'DomainEndpointOptions'),
        TLSSecurityPolicy: tlsPolicy,
        ...named?.properties,
      },
      AdvancedSecurityOptions: access?.properties,
      CognitoOptions: signIn?.properties,
      VPCOptions: network?.options,
    },
    dependsOn: signIn?.after ?? [],
    cdk: scope.l2(
      'opensearch.Domain',
      {
        version: versionCode(scope.read('engineVersion')),
        capacity: object({
          dataNodes: number(Number(scope.read('instanceCount') ?? 1)),
          dataNodeInstanceType: text(String(scope.read('instanceType') ?? 'm7g.medium.search')),
          multiAzWithStandbyEnabled: flag(false),
        }),
        zoneAwareness:
          zones > 1
            ? object({ enabled: flag(true), availabilityZoneCount: number(zones) })
            : undefined,
        ebs: object({
          volumeSize: number(Number(scope.read('volumeSize') ?? 10)),
          volumeType: name('ec2.EbsDeviceVolumeType.GP3'),
        }),
        encryptionAtRest: object({ enabled: flag(scope.read('encryptionAtRest') !== false) }),
        tlsSecurityPolicy: name('opensearch.TLSSecurityPolicy.TLS_1_2_PFS'),
        fineGrainedAccessControl: access?.code,
        customEndpoint: named?.code,
        cognitoDashboardsAuth: signIn?.code,
        ...network?.props,
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      },
      { Arn: 'domainArn', DomainEndpoint: 'domainEndpoint', '': 'domainName' },
    ),
  });
  out.output(`${id}Endpoint`, scope.attribute('endpoint'), `Host name of ${id}.`);
};

/** The name of one's own under which the domain answers as well, when a certificate is drawn for it. */
const ownName = (
  scope: NodeScope,
): { readonly properties: ExpressionObject; readonly code: Code } | undefined => {
  const { out, id, node } = scope;
  const [link, ...others] = scope.links('in', { mechanism: 'certificate' });
  if (link === undefined) return undefined;
  if (others.length > 0)
    out.problem(`"${node.name}" has several certificates; a domain shows one. Keep one of them.`);
  const { arn, construct } = certificateIn(link.source, out);
  const name =
    link.value('domainName') ??
    link.source.value('domainName') ??
    out.parameter(`${id}HostName`, {
      description: `Name of one's own for ${node.name}, such as search.example.com.`,
      example: 'search.example.com',
    });
  out.output(`${id}Name`, name, `Name that a CNAME record must lead to the host of ${id}.`);
  return {
    properties: {
      CustomEndpointEnabled: true,
      CustomEndpoint: name,
      CustomEndpointCertificateArn: arn,
    },
    code: object({ domainName: codeOf(name), certificate: construct() }),
  };
};

const part = (own: ExpressionObject, property: string): ExpressionObject =>
  (own[property] ?? {}) as ExpressionObject;

/** In how many Availability Zones the data nodes are. */
export const zonesOf = (scope: NodeScope): number =>
  scope.read('zoneAwareness') === true ? Number(scope.read('availabilityZoneCount') ?? 2) : 1;

/** `opensearch.EngineVersion.openSearch('3.1')` */
const versionCode = (value: unknown): Code => {
  const [engine = '', version = '3.1'] = String(value ?? 'OpenSearch_3.1').split('_');
  return call(
    `opensearch.EngineVersion.${engine === 'Elasticsearch' ? 'elasticsearch' : 'openSearch'}`,
    text(version),
  );
};

/** A domain takes exactly one subnet in each of its zones. */
const networkFor = (
  scope: NodeScope,
  zones: number,
):
  | { readonly options: ExpressionObject; readonly props: Readonly<Record<string, Code>> }
  | 'wrong'
  | undefined => {
  const { out, node, graph } = scope;
  const network = networkOf(scope, { onePerZone: true });
  if (!network) return graph.vpc(node) ? 'wrong' : undefined;
  const subnets = network.subnets.slice(0, zones);
  if (subnets.length < zones) {
    out.problem(
      `"${node.name}" is spread over ${zones} Availability Zones, but its subnets are in ${subnets.length}. Put it into subnets of ${zones} zones, or turn its zone awareness off.`,
    );
    return 'wrong';
  }
  emitOwnSecurityGroup(scope, network.vpc);
  return {
    options: {
      SubnetIds: subnets.map(({ ref }) => ref),
      SecurityGroupIds: securityGroupIds(scope),
    },
    props: {
      vpc: network.vpc.construct,
      vpcSubnets: array([object({ subnets: array(subnets.map(({ code }) => code)) })]),
      securityGroups: array(securityGroupCodes(scope)),
    },
  };
};

/** A master user with a password in a secret. AWS takes it only when everything is encrypted. */
const fineGrainedAccess = (
  scope: NodeScope,
): { readonly properties: ExpressionObject; readonly code: Code } | undefined => {
  const { out, id, node } = scope;
  if (scope.read('fineGrainedAccess') !== true) return undefined;
  const off = ['encryptionAtRest', 'nodeToNodeEncryption', 'enforceHttps'].find(
    (property) => scope.read(property) === false,
  );
  if (off !== undefined)
    out.problem(
      `"${node.name}" has fine-grained access control, which needs ${off} as well: turn it on.`,
    );
  const secret = `${id}MasterUser`;
  const template = { username: 'admin' };
  out.resource(secret, {
    type: 'AWS::SecretsManager::Secret',
    properties: {
      Description: `Master user of ${id}`,
      GenerateSecretString: {
        SecretStringTemplate: expressionText(template),
        GenerateStringKey: 'password',
        ExcludeCharacters: '{}\'"\\*[]()`',
      },
    },
    deletionPolicy: 'Delete',
    cdk: {
      class: 'secretsmanager.Secret',
      props: {
        description: text(`Master user of ${id}`),
        generateSecretString: object({
          secretStringTemplate: call('JSON.stringify', object({ username: text('admin') })),
          generateStringKey: text('password'),
          excludeCharacters: text('{}\'"\\*[]()`'),
        }),
      },
    },
  });
  return {
    properties: {
      Enabled: true,
      InternalUserDatabaseEnabled: true,
      MasterUserOptions: {
        MasterUserName: 'admin',
        MasterUserPassword: join(
          '{{resolve:secretsmanager:',
          refOf(secret),
          ':SecretString:password::}}',
        ),
      },
    },
    code: object({
      masterUserName: text('admin'),
      masterUserPassword: invoke(constructRef(secret), 'secretValueFromJson', text('password')),
    }),
  };
};
