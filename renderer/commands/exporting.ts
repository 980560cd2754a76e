import { requestExport } from '../exports/exporter.ts';
import { type ExportFormat, fileNameOf } from '../exports/file-names.ts';
import type { MadeExport, PictureOptions } from '../exports/make-export.ts';
import type { App } from '../store/app-store.ts';
import { tell } from './saving.ts';

/*
 * What the export dialog and the export commands do alike.
 */

/** The day as the rules take it. */
const todayOf = (app: App): string => new Date(app.parts.now()).toISOString().slice(0, 10);

/** Makes an export of the open design, and looks for what should stop it. */
export const makeExportOf = (app: App, format: ExportFormat): Promise<MadeExport> => {
  const { document } = app.state;
  if (!document) throw new Error('No design is open.');
  return requestExport({ design: document.design, format, today: todayOf(app), check: true });
};

/** Draws the open design. */
export const svgOf = async (app: App, options: PictureOptions): Promise<string> => {
  const { document } = app.state;
  if (!document) throw new Error('No design is open.');
  const { drawSvg } = await import('../exports/picture.ts');
  return drawSvg(document.design, todayOf(app), options);
};

/** The pixels of an SVG. */
export const pngBytes = async (svg: string, scale: number): Promise<Uint8Array> => {
  const { pngOf } = await import('../exports/picture.ts');
  return new Uint8Array(await (await pngOf(svg, scale)).arrayBuffer());
};

/** Asks where to, writes one file, and says so; false when the person thought better of it. */
export const saveOne = async (
  app: App,
  name: string,
  content: string | Uint8Array,
): Promise<boolean> => {
  const saved = await app.parts.host.saveFile(name, content);
  if (!saved.ok) {
    tell(app, saved.error);
    return false;
  }
  app.notify({ tone: 'success', text: `Saved ${saved.value.name}.` });
  return true;
};

/** Puts a text on the clipboard, and says so. */
export const copyText = async (app: App, what: string, text: string): Promise<void> => {
  const copied = await app.parts.host.writeClipboard(text);
  if (copied.ok) app.notify({ tone: 'success', text: `Copied ${what}.` });
  else tell(app, copied.error);
};

/** Puts a picture on the clipboard, for documents and chats. */
export const copyPicture = async (app: App, svg: string, scale: number): Promise<void> => {
  const { pngOf } = await import('../exports/picture.ts');
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg, scale) })]);
    app.notify({ tone: 'success', text: 'Copied the picture.' });
  } catch {
    app.notify({
      tone: 'error',
      text: 'The picture could not be copied: the clipboard takes none here. Save it as a file instead.',
    });
  }
};

/** What a file of the open design is called in a format. */
export const nameFor = (app: App, format: ExportFormat): string =>
  fileNameOf(app.state.document?.design ?? { name: '' }, format);

/** The colours that the window has now. */
export const themeNow = (): 'light' | 'dark' =>
  document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light';
