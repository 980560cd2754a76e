import { expect, test } from '../launchers/test.ts';
import { validate } from '../pages/command-line.ts';
import { IsobarWindow, saveAs } from '../pages/window.ts';

/*
 * A REST API from nothing, by mouse: dragged, connected, named and set as somebody does who has never seen a key.
 */

test('a REST API is built from nothing by mouse, and the command line accepts it', async ({
  app,
}) => {
  const { page } = app;
  const window = new IsobarWindow(page);
  await page.getByRole('button', { name: /^New design/ }).click();
  await expect(window.canvas).toBeVisible();

  const services = page.getByRole('region', { name: 'Left panel' });
  const search = services.getByRole('textbox', { name: 'Search services' });
  for (const [count, [service, x, y]] of (
    [
      ['Client application', 60, 90],
      ['API Gateway REST API', 290, 90],
      ['Lambda function', 520, 220],
      ['DynamoDB table', 290, 350],
    ] as const
  ).entries()) {
    await search.fill(service);
    await services
      .getByRole('button', { name: service, exact: true })
      .first()
      .dragTo(window.canvas, { targetPosition: { x, y } });
    await window.holds(count + 1, 0);
  }

  await window.connect('Client application', 'API Gateway REST API');
  await window.holds(4, 1);
  await window.connect('API Gateway REST API', 'Lambda function');
  await page
    .getByRole('menu', { name: 'Meanings' })
    .getByRole('menuitem', { name: /routes to/ })
    .click();
  await window.holds(4, 2);
  await window.connect('Lambda function', 'DynamoDB table');
  await window.holds(4, 3);

  // A name is changed where it stands, a value in the inspector.
  await window.node('Lambda function').dblclick();
  await window.canvas.getByRole('textbox', { name: 'Name of Lambda function' }).fill('Place order');
  await window.canvas.click({ position: { x: 40, y: 500 } });
  await window.node('Place order').click();
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('spinbutton', { name: 'Memory size' }).fill('512');
  await window.hasErrors(1);
  await page
    .getByRole('treegrid', { name: 'Problems' })
    .getByRole('row', { name: /"name" is required/ })
    .click();
  await inspector
    .locator('[data-field="name"]')
    .getByRole('textbox', { name: 'Name' })
    .fill('shop');
  await window.hasErrors(0);

  const text = await saveAs(app, window, 'shop.isobar.json');
  const { nodes, connections } = JSON.parse(text);
  expect(nodes.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual(
    expect.arrayContaining([
      ['client', 'Client application'],
      ['rest-api', 'API Gateway REST API'],
      ['lambda', 'Place order'],
      ['dynamodb-table', 'DynamoDB table'],
    ]),
  );
  expect(nodes.find(({ kind }: { kind: string }) => kind === 'lambda').properties).toMatchObject({
    memorySize: 512,
  });
  expect(connections.map(({ type }: { type: string }) => type).sort()).toEqual([
    'client--rest-api',
    'lambda--dynamodb-table',
    'rest-api--lambda',
  ]);
  expect(validate(text)).toEqual({ status: 0, errors: '' });
});
