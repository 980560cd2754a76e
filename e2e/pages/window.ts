import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedApp } from '../launchers/launcher.ts';

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The text of a template, as the project has it. */
export const templateText = (name: string): string =>
  readFileSync(join(root, 'templates', name, 'design.isobar.json'), 'utf8');

/** What a person sees of the window, and does in it. */
export class IsobarWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses keys, with Ctrl or ⌘ as `Mod`. */
  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys.replace('Mod', 'ControlOrMeta'));
  }

  /** Starts from a template of Home. */
  async openTemplate(title: string): Promise<void> {
    await this.page.getByRole('button', { name: title }).first().click();
    await this.isDrawing();
  }

  /** A design is shown, and its checks have run. */
  async isDrawing(): Promise<void> {
    await expect(this.canvas).toBeVisible();
    await expect(this.counts).toBeVisible();
  }

  get canvas(): Locator {
    return this.page.getByRole('region', { name: 'Canvas' });
  }

  /** The counts of findings in the title bar. */
  get counts(): Locator {
    return this.page.getByRole('button', { name: /^\d+ errors?, \d+ warnings?/ });
  }

  /** The name of the design in the title bar. */
  get name(): Locator {
    return this.page.getByRole('textbox', { name: 'Name of the design' });
  }

  /** The bar at the bottom. */
  get status(): Locator {
    return this.page.getByRole('contentinfo');
  }

  /** Short messages. */
  get notices(): Locator {
    return this.page.getByRole('status');
  }

  /** A node on the canvas, by its name. */
  node(name: string): Locator {
    return this.canvas.locator('.react-flow__node').filter({ hasText: name }).first();
  }

  /** Draws a line from one node to another, as a hand does: from the right handle, over the canvas, onto the other. */
  async connect(from: string, to: string): Promise<void> {
    await this.node(from).hover();
    const start = await this.node(from).boundingBox();
    const end = await this.node(to).boundingBox();
    if (!start || !end) throw new Error('A node is not in view.');
    await this.page.mouse.move(start.x + start.width, start.y + start.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + start.width + 40, start.y + start.height / 2 + 20, {
      steps: 4,
    });
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 10 });
    await this.page.mouse.up();
  }

  async hasErrors(count: number): Promise<void> {
    await expect(this.counts).toHaveAccessibleName(new RegExp(`^${count} errors?,`));
  }

  async holds(nodes: number, connections: number): Promise<void> {
    const count = (number: number, word: string): RegExp =>
      new RegExp(
        `${number.toLocaleString('en').replace(',', ',?')} ${word}${number === 1 ? '' : 's'}`,
      );
    await expect(this.status).toContainText(count(nodes, 'node'));
    await expect(this.status).toContainText(count(connections, 'connection'));
  }

  /** Runs a command by its name, from the palette. */
  async run(command: string): Promise<void> {
    await this.press('Mod+k');
    await this.page.getByRole('combobox', { name: 'Command palette' }).fill(command);
    await this.page
      .getByRole('listbox', { name: 'Command palette' })
      .getByRole('option', { name: command })
      .first()
      .click();
  }
}

/** Opens a file of the machine by Home's button. */
export const openFile = async (
  app: LaunchedApp,
  name: string,
  text: string,
): Promise<IsobarWindow> => {
  await app.writeFile(name, text);
  await app.answer('open', name);
  await app.page
    .getByRole('button', { name: /^Open…/ })
    .first()
    .click();
  return new IsobarWindow(app.page);
};

/** Saves what is open under a name, and gives what was written. */
export const saveAs = async (
  app: LaunchedApp,
  window: IsobarWindow,
  name: string,
): Promise<string> => {
  await app.answer('save', name);
  await window.press('Mod+Shift+s');
  await expect(window.status).toContainText(/saved/i);
  let text: string | undefined;
  await expect.poll(async () => (text = await app.readFile(name))).toBeTruthy();
  return text ?? '';
};
