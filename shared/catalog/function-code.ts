import { type Code, call, name, object, text, thisExpression } from '../lib/typescript/syntax.ts';
import { kebabFileName } from '../lib/words.ts';
import { codeOf } from './code.ts';
import { type ExpressionObject, join } from './expression.ts';
import { runtimeCode, runtimeFor } from './function-runtime.ts';
import { buildMethod, deployedFolder, handlerFiles } from './handlers/handlers.ts';
import type { CodeSource } from './mechanisms/code-source.mechanism.ts';
import type { LinkScope, NodeScope } from './service.ts';

/** The folder of the function's code, in both exports. */
const folderOf = (scope: NodeScope): string => `src/${kebabFileName(scope.id)}`;

const isImage = (scope: NodeScope): boolean => scope.read('packageType') === 'Image';

/** Where the code of a function lies and how it is started, in both exports. */
export interface FunctionCode {
  readonly properties: ExpressionObject;
  readonly metadata: ExpressionObject | undefined;
  readonly class: 'lambda.Function' | 'lambda.DockerImageFunction';
  readonly props: Readonly<Record<string, Code | undefined>>;
}

const inFolder = (folder: string): Code =>
  call('path.join', name('__dirname'), text('..'), text(folder));

export const functionCode = (scope: NodeScope): FunctionCode =>
  isImage(scope) ? imageCode(scope) : zipCode(scope);

const zipCode = (scope: NodeScope): FunctionCode => {
  const repository = drawnRepository(scope);
  if (repository !== undefined)
    scope.out.problem(
      `"${scope.node.name}" is a zip file, but "${repository.source.node.name}" holds images: set its package type to Image, or remove the arrow.`,
    );
  const runtime = runtimeFor(scope);
  const folder = folderOf(scope);
  const handler = scope.value('handler') ?? runtime.handler;
  const method = buildMethod(runtime);
  const built = deployedFolder(runtime);
  return {
    properties: { Handler: handler, CodeUri: `${folder}/` },
    metadata: method === undefined ? undefined : { BuildMethod: method },
    class: 'lambda.Function',
    props: {
      runtime: runtimeCode(scope),
      handler: codeOf(handler),
      code: call('lambda.Code.fromAsset', inFolder(built === '' ? folder : `${folder}/${built}`)),
    },
  };
};

/** `111111111111.dkr.ecr.eu-west-1.amazonaws.com/app:1.2`, or with a digest behind an `@`. */
const imageAddress =
  /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.[a-z.]+\/([a-z0-9._/-]+)(?::([A-Za-z0-9._-]+)|@(sha256:[a-f0-9]{64}))?$/;

/** The repository that is drawn for the image. */
const drawnRepository = (scope: NodeScope): LinkScope | undefined =>
  scope
    .links('in', { mechanism: 'code-source' })
    .find(({ options }) => (options as CodeSource).by === 'image');

const drawnImage = ({ source, value }: LinkScope): FunctionCode => {
  const tag = value('tag') ?? 'latest';
  const isDigest = typeof tag === 'string' && tag.startsWith('sha256:');
  return {
    properties: {
      PackageType: 'Image',
      ImageUri: join(source.attribute('uri'), isDigest ? '@' : ':', tag),
    },
    metadata: undefined,
    class: 'lambda.DockerImageFunction',
    props: {
      code: call(
        'lambda.DockerImageCode.fromEcr',
        source.construct,
        object({ tagOrDigest: codeOf(tag) }),
      ),
    },
  };
};

/** An image of a drawn repository, one in Amazon ECR, or one that is built from the generated code. */
const imageCode = (scope: NodeScope): FunctionCode => {
  const drawn = drawnRepository(scope);
  if (drawn !== undefined) return drawnImage(drawn);
  const address = scope.value('imageUri');
  if (address === undefined)
    return {
      properties: { PackageType: 'Image' },
      metadata: {
        Dockerfile: 'Dockerfile',
        DockerContext: folderOf(scope),
        DockerTag: 'latest',
      },
      class: 'lambda.DockerImageFunction',
      props: {
        code: call('lambda.DockerImageCode.fromImageAsset', inFolder(folderOf(scope))),
      },
    };
  const [, account = '', region = '', repository = '', tag, digest] =
    imageAddress.exec(String(address)) ?? [];
  if (repository === '')
    scope.out.problem(
      `The image of "${scope.node.name}" must be the address of an image in Amazon ECR, such as 111111111111.dkr.ecr.eu-west-1.amazonaws.com/app:1.2.`,
    );
  const version = tag ?? digest;
  return {
    properties: { PackageType: 'Image', ImageUri: address },
    metadata: undefined,
    class: 'lambda.DockerImageFunction',
    props: {
      code: call(
        'lambda.DockerImageCode.fromEcr',
        call(
          'ecr.Repository.fromRepositoryArn',
          thisExpression,
          text(`${scope.id}Repository`),
          text(`arn:aws:ecr:${region}:${account}:repository/${repository}`),
        ),
        version === undefined ? undefined : object({ tagOrDigest: text(version) }),
      ),
    },
  };
};

/** Writes a small working handler, unless the code lies elsewhere already. */
export const writeFunctionCode = (scope: NodeScope, environment: readonly string[]): void => {
  const fromBucket = scope.links('in', { mechanism: 'code-source' }).length > 0;
  if (fromBucket || (isImage(scope) && scope.value('imageUri') !== undefined)) return;
  const runtime = runtimeFor(scope);
  const folder = folderOf(scope);
  for (const [path, content] of handlerFiles(runtime, scope, environment))
    scope.out.file(`${folder}/${path}`, content);
  if (isImage(scope)) scope.out.file(`${folder}/Dockerfile`, dockerfile);
};

/** For the first runtime of the list: an image says nothing of its language. */
const dockerfile = [
  'FROM public.ecr.aws/lambda/nodejs:24',
  'COPY index.mjs ${LAMBDA_TASK_ROOT}/',
  'CMD ["index.handler"]',
  '',
].join('\n');
