import { array, flag, text as string } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { arn, join, refOf } from '../expression.ts';
import { choice, text } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { field } from '../workflow/task-parts.ts';

export const ssmParameter = defineService({
  kind: 'ssm-parameter',
  title: 'SSM parameter',
  words: 'parameter store ssm systems manager config configuration setting',
  category: 'security',
  icon: 'AWSSystemsManager',
  cloudFormation: ['AWS::SSM::Parameter'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      required: true,
      maxLength: 1011,
      pattern: '^(/[A-Za-z0-9_.-]+){1,15}$|^(?!/)[A-Za-z0-9_.-]+$',
      help: 'A path such as /shop/stage/currency, up to 15 levels, or one word. Names that begin with aws or ssm are kept for AWS.',
      cfn: 'Name',
    }),
    parameterType: choice(['String', 'StringList'], {
      default: 'String',
      emitDefault: true,
      help: 'CloudFormation cannot make SecureString: put what is secret into a secret.',
      cfn: 'Type',
    }),
    value: text({
      required: true,
      maxLength: 8192,
      help: 'The text; a StringList has commas between its items. Code reads it when it starts.',
      cfn: 'Value',
    }),
    tier: choice(['Standard', 'Advanced', 'Intelligent-Tiering'], {
      default: 'Standard',
      advanced: true,
      help: 'Standard holds 4 KB and is free; Advanced holds 8 KB and is paid by the month.',
      cfn: 'Tier',
      cdk: {
        name: 'tier',
        enum: 'ssm.ParameterTier',
        members: {
          Standard: 'STANDARD',
          Advanced: 'ADVANCED',
          'Intelligent-Tiering': 'INTELLIGENT_TIERING',
        },
      },
    }),
    allowedPattern: text({
      maxLength: 1024,
      advanced: true,
      help: 'A regular expression that values have to match, such as ^\\d+$.',
      cfn: 'AllowedPattern',
      cdk: 'allowedPattern',
    }),
    description: text({ maxLength: 1024, advanced: true, cfn: 'Description', cdk: 'description' }),
  },
  attributes: {
    name: { cfn: 'Ref', cdk: 'parameterName' },
    arn: {
      cfn: (scope) =>
        arn('ssm', join(isSimple(scope) ? 'parameter/' : 'parameter', refOf(scope.id))),
      cdk: 'parameterArn',
    },
  },
  clients: [
    {
      variables: ['PARAMETER_NAME'],
      what: 'SSM parameter',
      sdk: { id: 'ssm', dotnet: 'SimpleSystemsManagement' },
    },
  ],
  task: {
    verb: 'Read',
    services: { ssm: ['Name'] },
    call: (context) => ({
      resource: 'aws-sdk:ssm:getParameter',
      arguments: { Name: context.fill('Name', context.target.attribute('name')) },
      output: field('Parameter'),
    }),
  },
  summary: (read) =>
    [read('name'), read('parameterType') === 'StringList' ? 'list' : undefined]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(' · '),
  explain:
    'A named text that code reads when it runs: an address, a switch, a limit. It can be changed without deploying the code again, and names form paths, so a function can read all settings of its stage at once. What is secret belongs into a secret.',
  cost: 'Standard parameters are free; advanced ones are paid by the month, and calls above the standard throughput by the call.',
  limits: [
    '10,000 standard parameters in an account and Region.',
    'A standard parameter holds 4 KB, an advanced one 8 KB.',
    '40 reads a second by default; higher throughput can be switched on and is paid.',
  ],
  docs: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
  emit(scope) {
    const { out, id } = scope;
    const isList = scope.read('parameterType') === 'StringList';
    const value = scope.value('value');
    out.resource(id, {
      type: 'AWS::SSM::Parameter',
      properties: scope.cfnProperties(),
      cdk: scope.l2(isList ? 'ssm.StringListParameter' : 'ssm.StringParameter', {
        parameterName: scope.code('name'),
        // The construct cannot see it in a name that is only known at deployment.
        simpleName: typeof scope.value('name') === 'string' ? undefined : flag(false),
        [isList ? 'stringListValue' : 'stringValue']: !isList
          ? codeOf(value ?? '')
          : typeof value === 'string'
            ? array(value.split(',').map(string))
            : array([codeOf(value ?? '')]),
      }),
    });
  },
});

/** The ARN of a name with slashes has no slash of its own. A name that is only known at deployment counts as a path. */
const isSimple = (scope: NodeScope): boolean => {
  const chosen = scope.value('name');
  return typeof chosen === 'string' && !chosen.startsWith('/');
};
