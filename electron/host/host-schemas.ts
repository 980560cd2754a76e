import { z } from 'zod';
import { mostOutputFiles } from '../../shared/host/file-limits.ts';
import type { HostApi, MenuEntry, Recovery } from '../../shared/host/host-api.ts';
import type { HostMethod } from '../../shared/host/host-methods.ts';
import type { Json } from '../../shared/lib/json.ts';
import { isJson } from '../../shared/lib/json-value.ts';

/*
 * The shape of every argument of every call, checked again in the main process: what a window says is not believed.
 * Objects are strict: a key that is not expected here is a mistake, or an attack.
 */

const text = z.string().max(64 * 1024 * 1024);
const line = z.string().max(4096);
const time = z.number().nonnegative();

const fileRef = z.strictObject({ id: line, name: line, folder: line });
const outputFiles = z
  .array(z.strictObject({ path: line, text }))
  .max(mostOutputFiles)
  .readonly();

export const recoverySchema: z.ZodType<Recovery> = z.strictObject({
  key: line,
  name: line,
  text,
  file: fileRef.exactOptional(),
  version: line.exactOptional(),
  drafts: text.exactOptional(),
  savedAt: time,
});

/** Settings are a few lines. A value that holds itself or is nested without end is no JSON. */
const mostJson = 1024 * 1024;
const json: z.ZodType<Json> = z.custom<Json>(
  (value) => isJson(value, 50) && JSON.stringify(value).length <= mostJson,
  'no JSON, or too much of it',
);

const menuEntry: z.ZodType<MenuEntry> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('separator') }),
  z.strictObject({
    kind: z.literal('command'),
    id: line,
    label: line,
    keys: z.string().max(64).exactOptional(),
    enabled: z.boolean(),
    checked: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('role'),
    role: z.enum(['about', 'close', 'quit', 'togglefullscreen', 'toggleDevTools', 'minimize']),
  }),
]);
const menus = z
  .array(z.strictObject({ label: line, entries: z.array(menuEntry).max(200).readonly() }))
  .max(30)
  .readonly();

const recentFiles = z.array(z.strictObject({ file: fileRef, openedAt: time })).readonly();

/** The arguments of each call. A call without its row does not compile. */
export const argumentSchemas: {
  readonly [Method in HostMethod]: z.ZodType<Parameters<HostApi[Method]>>;
} = {
  info: z.tuple([]),
  openDesign: z.tuple([]),
  readDesign: z.tuple([fileRef]),
  saveDesign: z.tuple([fileRef, text, line.or(z.undefined())]),
  saveDesignAs: z.tuple([line, text]),
  saveFile: z.tuple([line, z.union([text, z.instanceof(Uint8Array)])]),
  chooseFolder: z.tuple([]),
  compareFiles: z.tuple([fileRef, outputFiles]),
  writeFiles: z.tuple([fileRef, outputFiles]),
  downloadFiles: z.tuple([line, outputFiles]),
  recentFiles: z.tuple([]),
  forgetRecentFile: z.tuple([fileRef]),
  writeRecovery: z.tuple([recoverySchema]),
  recoveries: z.tuple([]),
  dropRecovery: z.tuple([line]),
  readSettings: z.tuple([]),
  writeSettings: z.tuple([json]),
  readClipboard: z.tuple([]),
  writeClipboard: z.tuple([text]),
  newWindow: z.union([
    z.tuple([]),
    z.tuple([fileRef]),
    z.tuple([z.undefined()]).transform((): [] => []),
  ]),
  setDocument: z.tuple([
    z.strictObject({ title: line, dirty: z.boolean(), file: fileRef.exactOptional() }),
  ]),
  setMenu: z.tuple([menus]),
  finishClose: z.tuple([z.boolean()]),
  openDocumentation: z.tuple([line]),
  checkForUpdate: z.tuple([z.boolean()]),
  openUpdatePage: z.tuple([]),
};

/** What is kept in files of our own, which anybody may have changed. */
export const keptSchemas = {
  settings: json,
  recent: recentFiles,
  folders: z.array(line).readonly(),
} as const;
