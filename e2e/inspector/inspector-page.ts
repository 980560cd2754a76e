import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedApp } from '../launchers/launcher.ts';
import { type IsobarWindow, openFile, saveAs } from '../pages/window.ts';

/** A small design with one node for each sort of control. */
export const design = (properties: Readonly<Record<string, object>> = {}): string => {
  const node = (id: string, kind: string, name: string, column: number, row: number): object => ({
    id,
    kind,
    name,
    position: { x: column * 260, y: row * 130 },
    properties: properties[id] ?? {},
  });
  return `${JSON.stringify({
    formatVersion: 1,
    name: 'Controls',
    region: 'eu-west-1',
    stage: 'dev',
    nodes: [
      node('api', 'rest-api', 'Api', 0, 0),
      node('fn', 'lambda', 'Worker', 1, 0),
      node('queue', 'sqs-queue', 'Jobs', 2, 0),
      node('table', 'dynamodb-table', 'Orders', 0, 1),
      node('flow', 'state-machine', 'Flow', 1, 1),
      node('pool', 'cognito-user-pool', 'Users', 2, 1),
    ],
    connections: [
      {
        id: 'route',
        type: 'rest-api--lambda',
        from: 'api',
        to: 'fn',
        properties: properties.route ?? {},
      },
    ],
  })}\n`;
};

/** The inspector, as a person sees it. */
export class Inspector {
  readonly app: LaunchedApp;
  readonly window: IsobarWindow;
  readonly page: Page;
  #saves = 0;

  constructor(app: LaunchedApp, window: IsobarWindow) {
    this.app = app;
    this.window = window;
    this.page = window.page;
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Inspector' });
  }

  /** The whole field of a property, by its name in the design. */
  field(name: string): Locator {
    return this.panel.locator(`[data-field="${name}"]`);
  }

  async choose(name: string): Promise<void> {
    await this.window.node(name).click();
    await expect(this.panel.getByRole('textbox', { name: 'Name of the node' })).toHaveValue(name);
  }

  async openTab(name: string): Promise<void> {
    await this.panel.getByRole('tab', { name }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo/ }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Redo/ }).click();
  }

  async unfold(): Promise<void> {
    await this.panel.getByRole('button', { name: /^Advanced/ }).click();
  }

  /** The settings of a node or connection, as a file has them. */
  async saved(id: string): Promise<unknown> {
    this.#saves += 1;
    const text = await saveAs(this.app, this.window, `saved-${this.#saves}.isobar.json`);
    const { nodes, connections } = JSON.parse(text) as {
      readonly nodes: readonly { readonly id: string; readonly properties: unknown }[];
      readonly connections: readonly { readonly id: string; readonly properties: unknown }[];
    };
    return [...nodes, ...connections].find((item) => item.id === id)?.properties;
  }
}

/** Opens a design with one node for each sort of control. */
export const openControls = async (
  app: LaunchedApp,
  properties?: Readonly<Record<string, object>>,
): Promise<Inspector> => {
  const window = await openFile(app, 'controls.isobar.json', design(properties));
  await window.isDrawing();
  return new Inspector(app, window);
};
