import { expect, type Locator } from '@playwright/test';
import type { Files, LaunchedApp } from '../launchers/launcher.ts';
import type { IsobarWindow } from './window.ts';

/** The window's dialog for exports, as a person uses it. */
export class ExportDialog {
  readonly #app: LaunchedApp;
  readonly #window: IsobarWindow;

  constructor(app: LaunchedApp, window: IsobarWindow) {
    this.#app = app;
    this.#window = window;
  }

  get frame(): Locator {
    return this.#window.page.getByRole('dialog', { name: 'Export' });
  }

  async open(): Promise<void> {
    await this.#window.press('Mod+e');
    await expect(this.frame).toBeVisible();
  }

  /** Chooses what to write, by its title. */
  choose(title: 'AWS SAM' | 'AWS CDK'): Promise<void> {
    return this.frame.getByText(title, { exact: true }).click();
  }

  /** Writes into a folder that was not chosen before, and gives what is in it then. */
  async writeInto(folder: string): Promise<Files> {
    await this.#app.answer('folder', folder);
    await this.frame.getByRole('button', { name: 'Choose folder…' }).click();
    await this.frame.getByRole('button', { name: /^Write \d+ files$/ }).click();
    await expect(this.frame.getByText(/^Exported \d+ files$/)).toBeVisible();
    return this.#app.readFolder(folder);
  }

  async done(): Promise<void> {
    await this.frame.getByRole('button', { name: 'Done' }).click();
    await expect(this.frame).toBeHidden();
  }
}
