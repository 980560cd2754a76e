import { expect, it } from 'vitest';
import { connections, services } from '../../../../shared/catalog/catalog.ts';
import { isDocumentation } from '../../../../shared/host/documentation.ts';
import { docsAddress, docsTitle } from './docs-page.ts';

it('leads to a page that a host opens, for every kind and every connection', () => {
  for (const { docs } of [...services, ...connections])
    expect(isDocumentation(docsAddress(docs) ?? ''), docs).toBe(true);
});

it('leads nowhere else', () => {
  expect(docsAddress('javascript:alert(1)')).toBeUndefined();
  expect(docsAddress('https://example.com/')).toBeUndefined();
  expect(docsAddress(' ')).toBeUndefined();
});

it('names a page by its guide and its file', () => {
  expect(docsTitle('https://docs.aws.amazon.com/lambda/latest/dg/welcome.html')).toBe(
    'lambda on docs.aws.amazon.com',
  );
  expect(docsTitle('https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html')).toBe(
    'lambda, with sqs on docs.aws.amazon.com',
  );
});
