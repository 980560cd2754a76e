/**
 * Where Electron's executable is. Run by itself, prints it; ends with 1 when there is none. Never imports `electron`:
 * without its binary, that starts a download.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { resolve } = createRequire(import.meta.url);

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const usualNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

const packageFolder = () => {
  try {
    return dirname(resolve('electron/package.json'));
  } catch {
    return undefined;
  }
};

/** The path of Electron's executable, or undefined when there is none on this machine. */
export const findElectron = () => {
  const folder = packageFolder();
  if (folder === undefined) return undefined;
  const told = join(folder, 'path.txt');
  const name = existsSync(told)
    ? readFileSync(told, 'utf8').trim()
    : (usualNames[process.platform] ?? 'electron');
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const executable = elsewhere ? join(elsewhere, name) : join(folder, 'dist', name);
  return existsSync(executable) ? executable : undefined;
};

/** The script of the `electron` package that downloads the executable. */
export const electronInstaller = () => {
  const folder = packageFolder();
  return folder === undefined ? undefined : join(folder, 'install.js');
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const found = findElectron();
  if (found === undefined) process.exitCode = 1;
  else console.log(found);
}
