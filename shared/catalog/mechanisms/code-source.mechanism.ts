import { call } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { policyDocument } from '../policy.ts';

export interface CodeSource {
  /**
   * Who fetches it: Lambda a zip file, the application itself under its role, or whatever runs an image. The kinds of
   * the last two write the place.
   */
  readonly by: 'function' | 'application' | 'image';
}

/** Lets a service fetch the image in its own name, such as Lambda. */
const allowPull = (scope: ConnectionScope): void => {
  const { source, connection } = scope;
  const statements = scope.statements('source-policy');
  if (statements.length === 0) return;
  for (const statement of statements) source.out.allowOn(source.node.id, statement, 'sam');
  // The construct of the function would let in the functions of everybody; the policy is the same for all of them.
  const [first] = source
    .links('out', { mechanism: 'code-source' })
    .filter((link) => link.connection.type === connection.type)
    .filter((link) => link.read('permissions') === 'generated');
  if (first?.connection.id !== connection.id) return;
  source.out.override(source.id, 'RepositoryPolicyText', policyDocument(statements));
};

/** Code lies in a bucket or in a repository, instead of beside the template. */
export const codeSource = defineMechanism<CodeSource>({
  id: 'code-source',
  family: 'ops',
  onPath: 'never',
  title: 'Code from a bucket or a repository',
  explain:
    'A zip file lies in a bucket, or an image in a repository. The service takes the file with the code from the bucket when the stack is deployed; later it does not look there again. The file must lie in the bucket before what runs it is made.',
  emit(scope) {
    const { source, target } = scope;
    if (scope.options.by === 'image') {
      allowPull(scope);
      return;
    }
    if (scope.options.by === 'application') {
      for (const statement of scope.statements('target-role'))
        target.out.allow(target.node.id, statement);
      return;
    }
    if (target.read('packageType') === 'Image') {
      target.out.problem(
        `"${target.node.name}" is made of an image, so it takes no code from "${source.node.name}": remove the connection, or package the function as a zip file.`,
      );
      return;
    }
    const key = scope.value('key') ?? '';
    target.out.set(target.id, 'CodeUri', { Bucket: source.attribute('name'), Key: key });
    target.out.props(target.id, {
      code: call('lambda.Code.fromBucketV2', source.construct, codeOf(key)),
    });
  },
});
