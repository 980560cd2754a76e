/**
 * What L2 constructs call the CloudFormation attributes that code most often asks for; the empty name stands for
 * `Ref`. Others are reached through the resource behind the construct.
 */
export const l2Attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ec2.SecurityGroup': { GroupId: 'securityGroupId' },
  'iam.OidcProviderNative': { '': 'oidcProviderArn' },
  'iam.Role': { Arn: 'roleArn', '': 'roleName' },
  'iam.SamlProvider': { '': 'samlProviderArn' },
  'logs.LogGroup': { Arn: 'logGroupArn', '': 'logGroupName' },
  'rds.DatabaseCluster': { '': 'clusterIdentifier' },
  'opensearch.Domain': { Arn: 'domainArn', DomainEndpoint: 'domainEndpoint', '': 'domainName' },
  'rds.DatabaseInstance': { '': 'instanceIdentifier' },
  'rds.DatabaseInstanceReadReplica': { '': 'instanceIdentifier' },
  'secretsmanager.Secret': { '': 'secretArn' },
};
