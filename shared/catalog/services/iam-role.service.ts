import { kindNotExported } from '../not-exported.ts';
import { choice, list, seconds, text } from '../property.ts';
import { defineService } from '../service.ts';

export const iamRole = defineService({
  kind: 'iam-role',
  title: 'IAM role',
  words: 'iam role permissions policy trust assume',
  category: 'security',
  icon: 'AWSIdentityandAccessManagement',
  cloudFormation: ['AWS::IAM::Role', 'AWS::IAM::Policy'],
  placement: { parents: ['canvas', 'region'], scope: 'global', vpc: 'none', subnet: 'none' },
  properties: {
    roleName: text({
      maxLength: 64,
      help: 'Leave empty; a name forces CAPABILITY_NAMED_IAM.',
      cfn: 'RoleName',
    }),
    assumedBy: choice(
      [
        'lambda.amazonaws.com',
        'ecs-tasks.amazonaws.com',
        'ec2.amazonaws.com',
        'states.amazonaws.com',
        'apigateway.amazonaws.com',
        'appsync.amazonaws.com',
        'events.amazonaws.com',
        'scheduler.amazonaws.com',
        'pipes.amazonaws.com',
        'firehose.amazonaws.com',
        'glue.amazonaws.com',
        'kinesisanalytics.amazonaws.com',
        'cognito-identity.amazonaws.com',
      ],
      {
        default: 'lambda.amazonaws.com',
        required: true,
        cfn: 'AssumeRolePolicyDocument.Statement.Principal',
      },
    ),
    managedPolicyArns: list({
      max: 10,
      help: '10 managed policies per role by default.',
      cfn: 'ManagedPolicyArns',
    }),
    inlinePolicies: list({ help: '10,240 characters in total per role.', cfn: 'Policies' }),
    permissionsBoundary: text({ cfn: 'PermissionsBoundary' }),
    maxSessionDuration: seconds({
      default: 3600,
      min: 3600,
      max: 43200,
      cfn: 'MaxSessionDuration',
    }),
  },
  explain:
    'Drawn only to override the role that Isobar derives for a node; otherwise roles are implied.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
