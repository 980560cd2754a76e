import { call } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { defineMechanism } from '../connection.ts';

/** The code of a function lies in a bucket, instead of beside the template. */
export const codeSource = defineMechanism({
  id: 'code-source',
  family: 'ops',
  onPath: 'never',
  title: 'Deployment package in a bucket',
  explain:
    'Lambda takes the zip file with the code from the bucket when the stack is deployed; later it does not look there again. The file must lie in the bucket before the function is made.',
  emit(scope) {
    const { source, target } = scope;
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
