import { expect, test } from '../launchers/test.ts';
import { openFile, saveAs, templateText } from '../pages/window.ts';

const names = [
  '"></script><img src=x onerror=alert(1)>',
  '${process.exit(1)}',
  "'; DROP TABLE orders; --",
  'Orders 🧾 für Größe',
  'x'.repeat(500),
];

test('a name is never more than a name', async ({ app }) => {
  test.slow();
  const window = await openFile(app, 'shop.isobar.json', templateText('serverless-rest-api'));
  await window.isDrawing();
  let dialogs = 0;
  app.page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  for (const [index, name] of names.entries()) {
    await window.canvas.locator('.react-flow__node[data-id="place-order"]').click();
    await window.press('F2');
    const field = app.page.getByRole('textbox', { name: /^Name of / }).last();
    await field.fill(name);
    await field.press('Enter');
    const saved = await saveAs(app, window, `hostile-${index}.isobar.json`);
    const node = JSON.parse(saved).nodes.find(({ id }: { id: string }) => id === 'place-order');
    expect(node.name).toBe(name);
  }
  expect(dialogs).toBe(0);
  expect(await app.page.locator('script:not([src]), img[onerror]').count()).toBe(0);
});
