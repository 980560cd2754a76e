import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy, serveStatic } from './static-files.ts';

/*
 * The window in a browser, where Electron is not: a server on this machine alone, with the same rules as in the app.
 */

export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

/** Only names of this machine: a page elsewhere that lets its own name point here gets nothing. */
const isOwnName = (host: string | undefined, port: number): boolean =>
  host === `127.0.0.1:${port}` || host === `localhost:${port}`;

/** Serves a folder on 127.0.0.1. Port 0 takes any that is free. */
export const serveApp = async (folder: string, port: number): Promise<ServedApp> => {
  let own = port;
  const server: Server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      if (!isOwnName(request.headers.host, own)) {
        response.writeHead(403).end();
        return;
      }
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      // The address as it was sent: a parser would already have taken `..` out of it.
      const sent = (request.url ?? '/').replace(/[?#].*$/s, '');
      const { status, headers, body } = await serveStatic(
        folder,
        request.method ?? 'GET',
        sent.startsWith('/') ? sent : pathname,
      );
      response.writeHead(status, { ...headers, 'Content-Length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    answer().catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  own = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${own}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export { contentSecurityPolicy };
