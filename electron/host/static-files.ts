import { readFile, realpath } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/*
 * How the built window is served: to Electron by its own protocol, and to a browser by a small server on this
 * machine. Both say the same of what the page may do.
 */

/** No script but our own files, no address but our own; Monaco's styles and the linter's WebAssembly may run. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface StaticAnswer {
  readonly status: 200 | 400 | 403 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const headers = (type: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // Files have their hash in their name, but the page that names them has not.
  'Cache-Control': 'no-cache',
});

const refuse = (status: 400 | 403 | 404 | 405, why: string): StaticAnswer => ({
  status,
  headers: headers('text/plain; charset=utf-8'),
  body: Buffer.from(why),
});

/** The path of a file below the folder, or why there is none. Nothing outside the folder is ever named. */
const fileOf = (folder: string, pathname: string): string | StaticAnswer => {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return refuse(400, 'This address cannot be read.');
  }
  if (path.includes('\0') || path.includes('\\')) return refuse(400, 'This address is not one.');
  // Checked before it is put together as well, so that no trick of one system's paths matters.
  if (path.split('/').includes('..')) return refuse(403, 'Nothing outside is served.');
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(folder + sep) ? file : refuse(403, 'Nothing outside is served.');
};

/** Answers one request for a file of the built window. */
export const serveStatic = async (
  folder: string,
  method: string,
  pathname: string,
): Promise<StaticAnswer> => {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Files are only read here.');
  const file = fileOf(folder, pathname);
  if (typeof file !== 'string') return file;
  try {
    // Within the archive of the packaged app there are no links; elsewhere they may not lead out.
    const real = file.includes('.asar') ? file : await realpath(file);
    if (real !== file && !real.startsWith((await realpath(folder)) + sep))
      return refuse(403, 'Nothing outside is served.');
    const body = await readFile(real);
    return {
      status: 200,
      headers: headers(types[extname(file).toLowerCase()] ?? 'application/octet-stream'),
      body,
    };
  } catch {
    return refuse(404, 'There is no such file.');
  }
};
