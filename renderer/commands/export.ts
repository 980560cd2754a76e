import type { App } from '../store/app-store.ts';
import type { ExportChoice } from '../store/view.ts';
import { type Command, defineCommand, hasDesign } from './command.ts';
import {
  copyPicture,
  copyText,
  makeExportOf,
  nameFor,
  pngBytes,
  saveOne,
  svgOf,
  themeNow,
} from './exporting.ts';

const dialog = (choice: ExportChoice, title: string, words: string): Command =>
  defineCommand({
    id: `file.export-${choice}`,
    title,
    group: 'file',
    words: `export ${words}`,
    hidden: true,
    when: hasDesign,
    run: (app) => app.openDialog({ kind: 'export', choice }),
  });

const svgNow = (app: App): Promise<string> => svgOf(app, { theme: themeNow(), transparent: false });

/** Exports without a dialog, and with one that begins where it should: for the palette. */
export const exportCommands: readonly Command[] = [
  dialog('sam', 'Export as SAM…', 'template cloudformation yaml deploy'),
  dialog('cdk', 'Export as CDK…', 'typescript app deploy'),
  defineCommand({
    id: 'file.export-svg',
    title: 'Save picture as SVG…',
    group: 'file',
    words: 'export image drawing vector',
    hidden: true,
    when: hasDesign,
    run: async (app) => {
      await saveOne(app, nameFor(app, 'svg'), await svgNow(app));
    },
  }),
  defineCommand({
    id: 'file.export-png',
    title: 'Save picture as PNG…',
    group: 'file',
    words: 'export image drawing screenshot',
    hidden: true,
    when: hasDesign,
    run: async (app) => {
      const bytes = await pngBytes(await svgNow(app), 2);
      await saveOne(app, nameFor(app, 'svg').replace(/\.svg$/, '.png'), bytes);
    },
  }),
  dialog('mermaid', 'Export as Mermaid…', 'flowchart diagram markdown'),
  dialog('report', 'Export as report…', 'markdown documentation findings'),
  defineCommand({
    id: 'file.copy-sam',
    title: 'Copy SAM template',
    group: 'file',
    words: 'clipboard yaml cloudformation',
    hidden: true,
    when: hasDesign,
    run: async (app) => {
      const { files, problems } = await makeExportOf(app, 'sam');
      const template = files.find(({ path }) => path === 'template.yaml');
      if (template) await copyText(app, template.path, template.text);
      else
        app.notify({
          tone: 'error',
          text: `The design cannot be written as SAM yet. ${problems[0]?.message ?? ''}`,
          action: {
            label: 'Show all',
            run: () => app.openDialog({ kind: 'export', choice: 'sam' }),
          },
        });
    },
  }),
  defineCommand({
    id: 'file.copy-picture',
    title: 'Copy picture',
    group: 'file',
    words: 'clipboard image png',
    hidden: true,
    when: hasDesign,
    run: async (app) => copyPicture(app, await svgNow(app), 2),
  }),
];
