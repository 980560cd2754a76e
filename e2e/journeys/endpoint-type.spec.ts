import { expect, test } from '../launchers/test.ts';
import { openFile, saveAs } from '../pages/window.ts';

/*
 * An edge-optimized API wants its certificate in Northern Virginia: said where it is changed, and mended in one step.
 */

const node = (id: string, kind: string, name: string, x: number, properties: object) => ({
  id,
  kind,
  name,
  position: { x, y: 0 },
  properties,
});
const line = (from: string, to: string, type: string, properties: object = {}) => ({
  id: `${from}--${to}`,
  type,
  from,
  to,
  properties,
});
const shop = JSON.stringify({
  formatVersion: 1,
  name: 'Shop',
  region: 'eu-west-1',
  nodes: [
    node('tls', 'certificate', 'TLS', 0, { domainName: 'api.example.com', externalDns: true }),
    node('domain', 'api-custom-domain', 'Domain', 320, {
      domainName: 'api.example.com',
      endpointType: 'REGIONAL',
      externalDns: true,
    }),
    node('api', 'rest-api', 'Shop API', 640, { endpointType: 'REGIONAL', name: 'shop' }),
    node('answer', 'lambda', 'Answer', 960, {}),
  ],
  connections: [
    line('tls', 'domain', 'certificate--api-custom-domain'),
    line('domain', 'api', 'api-custom-domain--rest-api'),
    line('api', 'answer', 'rest-api--lambda', {
      method: 'GET',
      path: '/',
      authorizationType: 'AWS_IAM',
    }),
  ],
});

test('made edge-optimized, a domain asks for its certificate in us-east-1, and the fix moves it', async ({
  app,
}) => {
  const { page } = app;
  const window = await openFile(app, 'shop.isobar.json', shop);
  await window.hasErrors(0);
  const inspector = page.getByRole('region', { name: 'Inspector' });
  for (const [name, title] of [
    ['Shop API', 'Endpoint type'],
    ['Domain', 'Endpoint type'],
  ] as const) {
    await window.node(name).click();
    await expect(inspector.getByRole('textbox', { name: 'Name of the node' })).toHaveValue(name);
    const choice = inspector.locator('[data-field="endpointType"]');
    await expect(choice).toContainText(title);
    const edge = choice.getByRole('radio', { name: /edge/i });
    if ((await edge.count()) > 0) await choice.getByText(/edge/i).first().click();
    else {
      await choice.getByRole('combobox').click();
      await page.getByRole('option', { name: /edge/i }).click();
    }
  }
  await window.hasErrors(1);
  const problem = page
    .getByRole('treegrid', { name: 'Problems' })
    .getByRole('row', { name: /edge-cert-us-east-1/ });
  await expect(problem).toContainText('needs it in us-east-1');
  await problem.getByRole('button', { name: /^Fix in one of/ }).click();
  await page.getByRole('menuitem', { name: /Move "TLS" to us-east-1/ }).click();
  await window.hasErrors(0);

  const saved = JSON.parse(await saveAs(app, window, 'saved.isobar.json'));
  const find = (id: string) => saved.nodes.find((item: { id: string }) => item.id === id);
  expect(find('domain').properties.endpointType).toBe('EDGE');
  expect(find('api').properties.endpointType).toBe('EDGE');
  expect(find(find('tls').parent)).toMatchObject({
    kind: 'region',
    properties: { code: 'us-east-1' },
  });

  await window.press('Mod+z');
  await window.hasErrors(1);
});
