import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const redshift = defineService({
  kind: 'redshift',
  title: 'Amazon Redshift',
  words: 'redshift warehouse dwh sql analytics olap',
  category: 'analytics',
  icon: 'AmazonRedshift',
  cloudFormation: [
    'AWS::RedshiftServerless::Workgroup',
    'AWS::RedshiftServerless::Namespace',
    'AWS::Redshift::Cluster',
  ],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 3,
  },
  properties: {
    deployment: choice(['serverless', 'provisioned'], { default: 'serverless' }),
    workgroupName: text({
      required: true,
      maxLength: 64,
      when: (read) => read('deployment') === 'serverless',
      cfn: 'WorkgroupName',
    }),
    namespaceName: text({
      required: true,
      maxLength: 64,
      when: (read) => read('deployment') === 'serverless',
      cfn: 'NamespaceName',
    }),
    baseCapacity: integer({
      default: 128,
      min: 4,
      max: 1024,
      unit: 'RPU',
      when: (read) => read('deployment') === 'serverless',
      help: '4 to 512 (1024 in some regions) in steps of 8 above 8.',
      cfn: 'BaseCapacity',
    }),
    databaseName: text({ default: 'dev' } /* AWS::RedshiftServerless::Namespace#DbName */),
    adminUsername: text(
      { default: 'admin' } /* AWS::RedshiftServerless::Namespace#AdminUsername */,
    ),
    manageAdminPassword: yesNo(
      { default: true } /* AWS::RedshiftServerless::Namespace#ManageAdminPassword */,
    ),
    publiclyAccessible: yesNo({ default: false, cfn: 'PubliclyAccessible' }),
    enhancedVpcRouting: yesNo({ default: false, cfn: 'EnhancedVpcRouting' }),
    port: integer({
      default: 5439,
      min: 1150,
      max: 65535,
      help: 'Serverless: 5431-5455 or 8191-8215.',
      cfn: 'Port',
    }),
    nodeType: text(
      {
        default: 'ra3.large',
        when: (read) => read('deployment') === 'provisioned',
      } /* AWS::Redshift::Cluster#NodeType */,
    ),
    numberOfNodes: integer(
      {
        default: 1,
        min: 1,
        max: 128,
        when: (read) => read('deployment') === 'provisioned',
      } /* AWS::Redshift::Cluster#NumberOfNodes */,
    ),
  },
  explain: 'Amazon Redshift',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
