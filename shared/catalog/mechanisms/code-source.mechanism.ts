import { call } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { defineMechanism } from '../connection.ts';

export interface CodeSource {
  /**
   * Who fetches it: Lambda a zip file, the application itself under its role, or whatever runs an image. The kinds of
   * the last two write the place.
   */
  readonly by: 'function' | 'application' | 'image';
}

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
      for (const statement of scope.statements('source-policy'))
        source.out.allowOn(source.node.id, statement, 'sam');
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
