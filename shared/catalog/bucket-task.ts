import { executionName, input, inputField } from './workflow/dynamic.ts';
import { field, keep } from './workflow/task-parts.ts';
import type { TaskTarget } from './workflow/task-target.ts';

/** How a workflow uses a bucket: one object, or the list of them. */
export const bucketTask: TaskTarget = {
  verb: 'Use',
  services: { s3: ['Bucket'] },
  call: (context) => {
    const action = String(context.read('action') ?? 'putObject');
    const bucket = { Bucket: context.fill('Name', context.target.attribute('name')) };
    if (action === 'listObjectsV2')
      return {
        resource: 'aws-sdk:s3:listObjectsV2',
        arguments: bucket,
        output: field('Contents'),
      };
    if (action === 'getObject')
      return {
        resource: 'aws-sdk:s3:getObject',
        arguments: { ...bucket, Key: inputField('key') },
        output: field('Body'),
      };
    return {
      resource: 'aws-sdk:s3:putObject',
      arguments: { ...bucket, Key: executionName, Body: input },
      output: keep,
    };
  },
};
