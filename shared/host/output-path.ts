import { fail, ok, type Result } from '../lib/result.ts';
import type { HostProblem, OutputFile } from './host-api.ts';
import { hostProblem } from './problems.ts';

/** Names that Windows keeps for devices, whatever ending follows. */
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notInNames = /[<>:"|?*\\\u0000-\u001f\u007f]/;

/** Windows takes 255 characters for a name, Linux 255 bytes. */
const longestName = 255;
const longestPath = 1024;

const partProblem = (part: string): string | undefined => {
  if (part === '') return 'one of its parts is empty';
  if (part === '.' || part === '..') return `it may not contain "${part}"`;
  if (notInNames.test(part)) return 'it holds a character that not every system takes in a name';
  if (/[. ]$/.test(part)) return 'a name may not end with a dot or a space';
  if (part.length > longestName) return 'a name is too long';
  if (deviceName.test(part.replace(/\..*$/s, '').trimEnd()))
    return `Windows keeps the name "${part}" for a device`;
  return undefined;
};

/**
 * Why a file may not be written at this path below a folder; undefined when it may. The same on every system, so
 * that what was exported on one can be written on another: parts joined by `/`, none of them leaving the folder.
 */
export const outputPathProblem = (path: string): string | undefined => {
  if (path === '') return 'it is empty';
  if (path.length > longestPath) return 'it is too long';
  if (path.startsWith('/')) return 'it does not start inside the folder';
  if (/^[a-z]:/i.test(path)) return 'it names a drive';
  for (const part of path.split('/')) {
    const problem = partProblem(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/**
 * A path as a system sees it that does not tell capitals from small letters, as Windows and macOS. By way of the
 * capitals, since some letters have two small ones (`σ` and `ς`) and some none of their own (`ſ`, the Kelvin sign).
 */
const folded = (path: string): string =>
  path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

/** Every path of some files, held to the rules: each one may be written, and no two are the same file on some system. */
export const checkOutputFiles = (files: readonly OutputFile[]): Result<void, HostProblem> => {
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const problem = outputPathProblem(path);
    if (problem !== undefined)
      return fail(
        hostProblem(
          'bad-path',
          `Nothing was written: "${path}" is no path for a file; ${problem}.`,
        ),
      );
    const key = folded(path);
    const other = seen.get(key);
    if (other !== undefined)
      return fail(
        hostProblem(
          'bad-path',
          `Nothing was written: "${other}" and "${path}" are one file on some systems.`,
        ),
      );
    seen.set(key, path);
  }
  for (const [key, path] of seen)
    for (let end = key.indexOf('/'); end !== -1; end = key.indexOf('/', end + 1)) {
      const folder = seen.get(key.slice(0, end));
      if (folder !== undefined)
        return fail(
          hostProblem(
            'bad-path',
            `Nothing was written: "${folder}" cannot be a file and the folder of "${path}" at once.`,
          ),
        );
    }
  return ok(undefined);
};
