import { expect, test } from 'vitest';
import { services } from '../../catalog/catalog.ts';
import { moduleOfService } from './modules.ts';

test('the CDK module of every type in the catalog is known', () => {
  const missing = services
    .flatMap(({ cloudFormation }) => cloudFormation)
    .filter((type) => !type.startsWith('AWS::Serverless::'))
    .filter((type) => moduleOfService(type.split('::')[1] ?? '') === undefined);
  // Each needs a line in modules.ts, such as location: 'aws-cdk-lib/aws-location'.
  expect(missing).toEqual([]);
});
