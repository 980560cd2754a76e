/**
 * What the classes that many kinds bring along call the CloudFormation attributes that code most often asks for;
 * the empty name stands for `Ref`. Who makes another class says it there (`ConstructSpec.attributes`).
 */
export const l2Attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ec2.SecurityGroup': { GroupId: 'securityGroupId' },
  'iam.Role': { Arn: 'roleArn', '': 'roleName' },
  'logs.LogGroup': { Arn: 'logGroupArn', '': 'logGroupName' },
  'secretsmanager.Secret': { '': 'secretArn' },
};
