import { array, name, number, object } from '../../lib/typescript/syntax.ts';
import { document } from '../expression.ts';
import { policyStatements } from '../policy.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

/** The lifecycle policy as AWS wants it: a text of JSON. */
const keepNewest = (count: number): string =>
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: count },
        action: { type: 'expire' },
      },
    ],
  });

export const ecrRepository = defineService({
  kind: 'ecr-repository',
  title: 'ECR repository',
  words: 'ecr docker image registry container repository',
  category: 'compute',
  icon: 'AmazonElasticContainerRegistry',
  cloudFormation: ['AWS::ECR::Repository'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    repositoryName: text({
      maxLength: 256,
      pattern: '^[a-z0-9]+(?:[._/-][a-z0-9]+)*$',
      help: 'Small letters, such as shop/orders. AWS makes a name when this is empty.',
      cfn: 'RepositoryName',
      cdk: 'repositoryName',
    }),
    imageTagMutability: choice(['IMMUTABLE', 'MUTABLE'], {
      default: 'IMMUTABLE',
      emitDefault: true,
      help: 'IMMUTABLE: a tag means one image for ever, so nobody can slip another one under it; then each version needs a tag of its own, and latest can be pushed once only.',
      cfn: 'ImageTagMutability',
      cdk: { name: 'imageTagMutability', enum: 'ecr.TagMutability' },
    }),
    scanOnPush: yesNo({
      default: true,
      emitDefault: true,
      help: 'Looks through each new image for known weaknesses.',
      cfn: 'ImageScanningConfiguration.ScanOnPush',
      cdk: 'imageScanOnPush',
    }),
    maxImageCount: integer({
      default: 30,
      min: 1,
      unit: 'images',
      help: 'So many images are kept, the newest; older ones go.',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'repositoryArn' },
    name: { cfn: 'Ref', cdk: 'repositoryName' },
    uri: { cfn: 'RepositoryUri', cdk: 'repositoryUri' },
  },
  summary: (read) =>
    [
      read('imageTagMutability') === 'IMMUTABLE' ? 'tags cannot change' : 'tags can change',
      ...(read('scanOnPush') === true ? ['scanned'] : []),
    ].join(' · '),
  explain:
    'A repository keeps the images of one program, one for each version. You push an image with docker push, and ECS, Lambda or a server pulls it from there. Images are kept until a lifecycle rule deletes them, so without one they add up. The stack makes the empty repository: the first image must be pushed before something that runs it can start.',
  cost: 'Storage by the GB and month, and what is pulled into other Regions or the internet.',
  limits: [
    '100,000 repositories in a Region and 100,000 images in a repository (adjustable).',
    'A layer has at most 52,000 MB. Lambda takes images up to 10 GB.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/what-is-ecr.html',
  emit(scope) {
    const { out, id, node } = scope;
    const count = scope.value('maxImageCount') ?? scope.read('maxImageCount') ?? 30;
    if (typeof count !== 'number') {
      out.problem(
        `"${node.name}": maxImageCount must be known when the export is made, because it is a part of a text. Set it to a plain value.`,
      );
      return;
    }
    out.resource(id, {
      type: 'AWS::ECR::Repository',
      deletionPolicy: 'Retain',
      properties: {
        ...scope.cfnProperties(),
        LifecyclePolicy: { LifecyclePolicyText: keepNewest(count) },
      },
      cdk: scope.l2('ecr.Repository', {
        lifecycleRules: array([object({ maxImageCount: number(count) })]),
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    });
    out.output(`${id}Uri`, scope.attribute('uri'), `Where the images of ${id} are pushed to.`);
  },
  resourcePolicy: {
    sam: ({ out, id }, statements) =>
      out.set(
        id,
        'RepositoryPolicyText',
        document({ Version: '2012-10-17', Statement: policyStatements(statements) }),
      ),
  },
});
