import type { Locator } from '@playwright/test';
import { expect, test } from '../launchers/test.ts';
import { validate } from '../pages/command-line.ts';
import { IsobarWindow, saveAs } from '../pages/window.ts';

/*
 * The same REST API by keyboard alone: no call of the mouse in this file.
 */

test('a REST API is built from nothing by keys, and the command line accepts it', async ({
  app,
}) => {
  const { page } = app;
  const { keyboard } = page;
  const window = new IsobarWindow(page);
  const start = page.getByRole('button', { name: /^New design/ });
  await start.focus();
  await window.press('Enter');
  await expect(window.canvas).toBeVisible();
  const canvas = page.getByRole('listbox', { name: 'Canvas' });
  await canvas.focus();

  const services = [
    'Client application',
    'API Gateway REST API',
    'Lambda function',
    'DynamoDB table',
  ];
  for (const [count, service] of services.entries()) {
    await window.press('/');
    await expect(page.getByRole('combobox', { name: 'Add a service' })).toBeFocused();
    await keyboard.type(service);
    await expect(page.getByRole('option', { name: service }).first()).toBeVisible();
    await window.press('Enter');
    await window.holds(count + 1, 0);
    await expect(canvas).toBeFocused();
  }

  const current = canvas.getByRole('option', { selected: true });
  /** Goes to a node by Tab, as it is read out. */
  const goTo = async (name: string): Promise<void> => {
    await canvas.focus();
    await window.press('Escape');
    await expect(current).toHaveCount(0);
    await canvas.focus();
    let before = 'nothing yet';
    for (let step = 0; step < services.length; step += 1) {
      await window.press('Tab');
      await expect(current).toHaveCount(1);
      await expect(current).not.toHaveText(before);
      before = (await current.textContent()) ?? '';
      if (before === name || before.startsWith(`${name},`)) return;
    }
    throw new Error(`Tab does not come to ${name}.`);
  };
  const connect = async (from: string, to: string): Promise<void> => {
    await goTo(from);
    await window.press('c');
    await expect(page.getByRole('combobox', { name: `Connect "${from}" to` })).toBeFocused();
    await keyboard.type(to);
    await window.press('Enter');
  };
  await connect('Client application', 'API Gateway REST API');
  await window.holds(4, 1);
  await connect('API Gateway REST API', 'Lambda function');
  await expect(page.getByRole('menuitem', { name: /routes to/ })).toBeFocused();
  await window.press('Enter');
  await window.holds(4, 2);
  await connect('Lambda function', 'DynamoDB table');
  await window.holds(4, 3);

  await goTo('Lambda function');
  await window.press('F2');
  await keyboard.type('Place order');
  await window.press('Enter');
  await expect(current).toHaveText(/^Place order,/);
  const inspector = page.getByRole('region', { name: 'Inspector' });
  /** Types a value into a field of the node that is chosen. */
  const set = async (field: Locator, value: string): Promise<void> => {
    await window.press('Enter');
    await expect(inspector.locator(':focus')).toHaveCount(1);
    const isThere = (): Promise<boolean> => field.evaluate((element) => element.matches(':focus'));
    for (let step = 0; step < 40 && !(await isThere()); step += 1) await window.press('Tab');
    await expect(field).toBeFocused();
    await keyboard.type(value);
    await window.press('Tab');
  };
  await set(inspector.getByRole('spinbutton', { name: 'Memory size' }), '512');
  await window.hasErrors(1);
  await goTo('API Gateway REST API');
  await set(inspector.locator('[data-field="name"]').getByRole('textbox'), 'shop');
  await window.hasErrors(0);

  const text = await saveAs(app, window, 'shop.isobar.json');
  const { nodes, connections } = JSON.parse(text);
  expect(nodes).toHaveLength(4);
  expect(nodes.find(({ kind }: { kind: string }) => kind === 'lambda')).toMatchObject({
    name: 'Place order',
    properties: { memorySize: 512 },
  });
  expect(connections.map(({ type }: { type: string }) => type).sort()).toEqual([
    'client--rest-api',
    'lambda--dynamodb-table',
    'rest-api--lambda',
  ]);
  expect(validate(text)).toEqual({ status: 0, errors: '' });
});
