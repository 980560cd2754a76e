import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../launchers/test.ts';
import { validate } from '../pages/command-line.ts';
import { type IsobarWindow, openFile, saveAs } from '../pages/window.ts';

/*
 * Connecting by hand and by keys: who lights up, what is drawn, asked, refused and built.
 */

const node = (id: string, kind: string, name: string, x: number, y: number, properties = {}) => ({
  id,
  kind,
  name,
  position: { x, y },
  properties,
});

const sketch = (connections: readonly object[] = []): string =>
  JSON.stringify({
    formatVersion: 1,
    name: 'Sketch',
    region: 'eu-west-1',
    nodes: [
      node('api', 'rest-api', 'Shop', 0, 80, { name: 'shop' }),
      node('place', 'lambda', 'Place order', 340, 0),
      node('list', 'lambda', 'List orders', 340, 160),
      node('jobs', 'sqs-queue', 'Jobs', 680, 0),
      node('items', 'dynamodb-table', 'Items', 680, 160),
      node('tls', 'certificate', 'TLS', 0, 240, { domainName: 'example.com' }),
      node('clicks', 'kinesis-stream', 'Clicks', 340, 320),
      node('archive', 's3-bucket', 'Archive', 680, 320),
    ],
    connections,
  });

/** The connections of the design as it is now: type, start, end and settings. */
const saved = async (
  app: Parameters<typeof openFile>[0],
  window: IsobarWindow,
): Promise<readonly { type: string; from: string; to: string; properties: object }[]> =>
  JSON.parse(await saveAs(app, window, 'saved.isobar.json')).connections;

const lit = (window: IsobarWindow, name: string) =>
  window.node(name).locator('[data-lit]').or(window.node(name).locator('[data-dimmed]'));

/** Presses the right handle of a node and brings the pointer over another, without letting go. */
const reach = async (window: IsobarWindow, from: string, to: string): Promise<void> => {
  await window.node(from).hover();
  const start = await window.node(from).boundingBox();
  const end = await window.node(to).boundingBox();
  if (!start || !end) throw new Error('A node is not in view.');
  const { mouse } = window.page;
  await mouse.move(start.x + start.width, start.y + start.height / 2);
  await mouse.down();
  await mouse.move(start.x + start.width + 30, start.y + start.height / 2 + 10, { steps: 3 });
  await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
};

test('while a line is drawn, who can take it lights up and the others say why not', async ({
  app,
}) => {
  const window = await openFile(app, 'sketch.isobar.json', sketch());
  await window.isDrawing();
  await reach(window, 'Jobs', 'Items');
  await expect(window.node('Place order').locator('[data-lit]')).toHaveCount(1);
  await expect(window.node('TLS').locator('[data-dimmed]')).toHaveCount(1);
  await expect(lit(window, 'Jobs')).toHaveCount(0);
  await expect(window.page.locator('[data-connect-note]')).toHaveText(
    'A queue cannot write items.',
  );
  await window.press('Escape');
  await window.page.mouse.up();
  await expect(window.page.locator('[data-lit], [data-dimmed]')).toHaveCount(0);
  await window.holds(8, 0);
});

test('one meaning is drawn at once, with a route that nobody has yet', async ({ app }) => {
  const window = await openFile(app, 'sketch.isobar.json', sketch());
  await window.isDrawing();
  await window.connect('Jobs', 'List orders');
  await window.holds(8, 1);
  for (const name of ['Place order', 'List orders']) {
    await window.connect('Shop', name);
    const menu = app.page.getByRole('dialog', { name: 'What should the connection do?' });
    await expect(menu.getByRole('menuitem', { name: /routes to/ })).toBeFocused();
    await window.press('Enter');
    await expect(menu).toBeHidden();
  }
  await window.hasErrors(0);
  expect(await saved(app, window)).toMatchObject([
    { from: 'api', to: 'list', properties: { method: 'GET', path: '/orders' } },
    { from: 'api', to: 'place', properties: { method: 'POST', path: '/orders' } },
    { type: 'sqs-queue--lambda', from: 'jobs', to: 'list' },
  ]);
});

test('several meanings are chosen by arrows and digits, and left by Escape', async ({ app }) => {
  const window = await openFile(app, 'sketch.isobar.json', sketch());
  await window.isDrawing();
  const menu = app.page.getByRole('dialog', { name: 'What should the connection do?' });
  await window.connect('Place order', 'Jobs');
  await expect(menu.getByRole('menuitem')).toHaveCount(4);
  await window.press('Escape');
  await expect(menu).toBeHidden();
  await window.holds(8, 0);
  await window.connect('Place order', 'Jobs');
  await window.press('ArrowDown');
  await expect(menu.getByRole('menuitem').nth(1)).toBeFocused();
  await window.press('4');
  await expect(menu).toBeHidden();
  expect(await saved(app, window)).toMatchObject([{ type: 'lambda--sqs-queue--dead-letter' }]);
});

test('what AWS does not do is explained, and the way that works is one step', async ({ app }) => {
  // An API needs a route; nothing else is wrong with the sketch.
  const route = {
    id: 'c1',
    type: 'rest-api--lambda',
    from: 'api',
    to: 'place',
    properties: { method: 'POST', path: '/orders' },
  };
  const window = await openFile(app, 'sketch.isobar.json', sketch([route]));
  await window.isDrawing();
  await window.hasErrors(0);
  await window.connect('Jobs', 'Items');
  const card = app.page.getByRole('dialog', { name: 'This cannot be connected directly' });
  await expect(card).toContainText('A queue cannot write items.');
  await expect(card.getByRole('listitem')).toContainText([
    'SQS queue',
    'Lambda function',
    'DynamoDB table',
  ]);
  await card.getByRole('button', { name: 'Explain' }).click();
  await expect(card).toContainText('SQS queue triggers Lambda function');
  const { violations } = await new AxeBuilder({ page: app.page })
    .include('[role="dialog"]')
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await card.getByRole('button', { name: 'Insert Lambda function between' }).click();
  await expect(card).toBeHidden();
  await window.holds(9, 3);
  const bridged = await saveAs(app, window, 'bridged.isobar.json');
  expect(validate(bridged)).toEqual({ status: 0, errors: '' });
  // By now the window has looked at the bridge too.
  await window.hasErrors(0);
  await window.press('Mod+z');
  await window.holds(8, 1);
});

test('a way that ends elsewhere, or starts elsewhere, is one click and one step as well', async ({
  app,
}) => {
  const text = JSON.stringify({
    formatVersion: 1,
    name: 'Edge',
    region: 'us-east-1',
    nodes: [
      node('browser', 'client', 'Browser', 0, 0),
      node('rewrite', 'lambda-edge', 'Rewrite', 360, 0),
      node('files', 's3-bucket', 'Files', 0, 300),
      { ...node('net', 'vpc', 'Net', 360, 200), size: { width: 420, height: 320 } },
      {
        ...node('data', 'subnet', 'Data', 24, 60),
        parent: 'net',
        size: { width: 360, height: 220 },
      },
    ],
    connections: [],
  });
  const window = await openFile(app, 'edge.isobar.json', text);
  await window.isDrawing();
  const card = app.page.getByRole('dialog', { name: 'This cannot be connected directly' });

  await window.connect('Browser', 'Rewrite');
  await expect(card.getByRole('listitem')).toContainText(['Client', 'CloudFront distribution']);
  await card
    .getByRole('button', {
      name: 'Add CloudFront distribution and connect "Browser" to it, with an S3 bucket as its origin',
    })
    .click();
  await expect(card).toBeHidden();
  await window.holds(7, 2);
  await window.hasErrors(0);
  await expect(app.page.locator('.react-flow__node.selected')).toHaveCount(2);
  await window.press('Mod+z');
  await window.holds(5, 0);

  await window.node('Files').click();
  await window.press('c');
  await app.page.keyboard.type('Data');
  await expect(app.page.getByRole('option', { name: /VPC endpoint → S3 bucket/ })).toBeVisible();
  await window.press('Enter');
  await card.getByRole('button', { name: 'Add VPC endpoint and connect it to "Files"' }).click();
  await window.holds(6, 1);
  await window.hasErrors(0);
  const design = JSON.parse(await saveAs(app, window, 'saved.isobar.json'));
  expect(design.nodes.at(-1)).toMatchObject({
    kind: 'vpc-endpoint',
    parent: 'net',
    properties: { service: 's3', vpcEndpointType: 'Gateway' },
  });
  expect(design.connections).toMatchObject([{ type: 'vpc-endpoint--s3-bucket', to: 'files' }]);
  await window.press('Mod+z');
  await window.holds(5, 0);
});

test('another purpose is offered beside what people mean', async ({ app }) => {
  const window = await openFile(app, 'sketch.isobar.json', sketch());
  await window.isDrawing();
  await window.connect('Clicks', 'Archive');
  const card = app.page.getByRole('dialog', { name: 'What should the connection do?' });
  await expect(card.getByRole('menuitem')).toHaveCount(1);
  await window.press('1');
  await window.holds(9, 2);
});

test('dropped where nothing is, a line leads to a new service', async ({ app }) => {
  const window = await openFile(app, 'sketch.isobar.json', sketch());
  await window.isDrawing();
  await reach(window, 'Shop', 'TLS');
  const place = await window.node('TLS').boundingBox();
  if (!place) throw new Error('A node is not in view.');
  await app.page.mouse.move(place.x + place.width / 2, place.y + place.height + 60, { steps: 4 });
  await app.page.mouse.up();
  const list = app.page.getByRole('combobox', { name: 'Connect Shop to a new service' });
  await expect(list).toBeFocused();
  await app.page.keyboard.type('sns');
  await window.press('Enter');
  await window.holds(9, 1);
  await window.press('Mod+z');
  await window.holds(8, 0);
});

test('a click on a handle and a click on the target connect too', async ({ app }) => {
  const window = await openFile(app, 'sketch.isobar.json', sketch());
  await window.isDrawing();
  await window.node('Jobs').hover();
  const start = await window.node('Jobs').boundingBox();
  const end = await window.node('List orders').boundingBox();
  if (!start || !end) throw new Error('A node is not in view.');
  await app.page.mouse.click(start.x + start.width, start.y + start.height / 2);
  await app.page.mouse.click(end.x + end.width / 2, end.y + end.height / 2);
  await window.holds(8, 1);
});

test('by keys alone: to a node, over something between, to a new service', async ({ app }) => {
  const window = await openFile(app, 'sketch.isobar.json', sketch());
  await window.isDrawing();
  await window.node('Jobs').click();
  const list = app.page.getByRole('combobox', { name: 'Connect "Jobs" to' });
  const pick = async (typed: string): Promise<void> => {
    await window.press('c');
    await expect(list).toBeFocused();
    await app.page.keyboard.type(typed);
    await window.press('Enter');
  };
  await pick('List');
  await window.holds(8, 1);
  // The keyboard is where it was, so the next line starts at the same node.
  await pick('Items');
  await expect(
    app.page.getByRole('button', { name: 'Insert Lambda function between' }),
  ).toBeFocused();
  await window.press('Enter');
  await window.holds(9, 3);
  await window.press('Mod+z');
  await window.node('Jobs').click();
  await window.press('c');
  await expect(list).toBeFocused();
  await window.press('Escape');
  await expect(list).toBeHidden();
  await expect(app.page.locator('[data-lit]')).toHaveCount(0);
  await pick('new lambda');
  await window.holds(8, 1);
});

test('an end is hung on another node, or refused', async ({ app }) => {
  const line = {
    id: 'c1',
    type: 'sqs-queue--lambda',
    from: 'jobs',
    to: 'list',
    properties: { batchSize: 5 },
  };
  const window = await openFile(app, 'sketch.isobar.json', sketch([line]));
  await window.isDrawing();
  await app.page.locator('.react-flow__edge[data-id="c1"] path').last().click({ force: true });
  const grip = app.page.locator('[data-connection-end="to"]');
  const drop = async (name: string): Promise<void> => {
    const start = await grip.boundingBox();
    const end = await window.node(name).boundingBox();
    if (!start || !end) throw new Error('Something is not in view.');
    await app.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await app.page.mouse.down();
    await app.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
    await app.page.mouse.up();
  };
  await drop('Place order');
  await drop('Items');
  await expect(
    app.page.getByRole('dialog', { name: 'This cannot be connected directly' }),
  ).toBeVisible();
  await window.press('Escape');
  expect(await saved(app, window)).toMatchObject([
    {
      id: 'c1',
      type: 'sqs-queue--lambda',
      from: 'jobs',
      to: 'place',
      properties: { batchSize: 5 },
    },
  ]);
});
