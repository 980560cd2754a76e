import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const ecrRepository = defineService({
  kind: 'ecr-repository',
  title: 'ECR repository',
  words: 'ecr docker image registry container repository',
  category: 'compute',
  icon: 'AmazonElasticContainerRegistry',
  cloudFormation: ['AWS::ECR::Repository'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    repositoryName: text({ pattern: '^[a-z0-9][a-z0-9._/-]*$', cfn: 'RepositoryName' }),
    imageTagMutability: choice(['MUTABLE', 'IMMUTABLE'], {
      default: 'IMMUTABLE',
      cfn: 'ImageTagMutability',
    }),
    scanOnPush: yesNo({ default: true, cfn: 'ImageScanningConfiguration.ScanOnPush' }),
    maxImageCount: integer({ default: 30, min: 1, cfn: 'LifecyclePolicy' }),
  },
  explain: 'ECR repository',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
