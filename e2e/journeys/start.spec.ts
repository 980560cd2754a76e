import { expect, test } from '../launchers/test.ts';

/*
 * That the app starts, reaches the machine, and cannot be led elsewhere. What a person does in it is in the other
 * journeys.
 */

test('a window opens, and shows something', async ({ app }) => {
  await expect(app.page.locator('#root')).not.toBeEmpty();
  await expect(app.page).toHaveTitle(/Isobar/);
});

test('nothing but our own scripts runs', async ({ app }) => {
  const ran = await app.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.head.append(script);
    // Later, and so not under the debugger, which may do what no page may.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: that it does not work is what is proved
          globalThis.eval('1');
          resolve('ran');
        } catch {
          resolve('refused');
        }
      });
    });
    return [(globalThis as { inlineRan?: boolean }).inlineRan ?? false, evaluated];
  });
  expect(ran).toEqual([false, 'refused']);
  // Chromium says so on the console, as it should.
  await expect.poll(() => app.takeProblems().join('\n')).toContain('Content Security Policy');
});

test('the page reaches no other machine', async ({ app }) => {
  const answer = await app.page.evaluate(() =>
    fetch('https://isobar.invalid/x').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
  await expect.poll(() => app.takeProblems().join('\n')).toContain('isobar.invalid');
});
