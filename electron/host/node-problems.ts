import type { HostProblem } from '../../shared/host/host-api.ts';
import { type Deed, fileProblem, hostProblem } from '../../shared/host/problems.ts';

/** The code of an error of Node.js, such as `ENOENT`; empty for any other. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What an error of the file system means, in words. */
export const problemOf = (error: unknown, deed: Deed, name: string): HostProblem => {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fileProblem('not-found', deed, name);
    case 'EACCES':
    case 'EPERM':
      return fileProblem('denied', deed, name);
    case 'EROFS':
      return fileProblem('read-only', deed, name);
    case 'ENOSPC':
    case 'EDQUOT':
      return fileProblem('disk-full', deed, name);
    case 'EISDIR':
      return fileProblem('failed', deed, name, 'there is a folder of that name');
    case 'ENAMETOOLONG':
      return hostProblem('bad-path', `${name} is too long for a name of a file here.`);
    case 'EBUSY':
      return fileProblem('failed', deed, name, 'another program is using it; try again');
    default:
      return fileProblem(
        'failed',
        deed,
        name,
        error instanceof Error ? error.message : String(error),
      );
  }
};
