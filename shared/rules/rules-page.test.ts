import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from './index.ts';
import { rulesPage } from './rules-page.ts';

test('the page of rules in docs/ says what the rules say', async () => {
  await expect(rulesPage(rules)).toMatchFileSnapshot(
    join(import.meta.dirname, '../../docs/rules.md'),
  );
});
