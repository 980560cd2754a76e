/**
 * `protocol.handle`: `app://isobar/x` becomes `http://isobar.app.localhost:<port>/x`, which Chromium takes for a safe
 * origin, answered by the app's own handler. The main process only ever sees `app://`.
 */
const http = require('node:http');
const { Readable } = require('node:stream');

exports.createSchemes = (shim) => {
  const handlers = new Map();
  let port = 0;

  const toHttp = (url) => {
    const [, scheme, host, rest] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
    return handlers.has(scheme) ? `http://${host}.${scheme}.localhost:${port}${rest || '/'}` : url;
  };
  const fromHttp = (url) => {
    const [, host, scheme, at, rest] =
      /^http:\/\/([^./]+)\.([a-z0-9+-]+)\.localhost:(\d+)(.*)$/i.exec(url) ?? [];
    return Number(at) === port && handlers.has(scheme) ? `${scheme}://${host}${rest}` : url;
  };

  const answer = async (request, response) => {
    const url = fromHttp(`http://${request.headers.host}${request.url}`);
    const handler = handlers.get(url.slice(0, url.indexOf(':')));
    if (handler === undefined) {
      response.writeHead(404).end();
      return;
    }
    const headers = Object.entries(request.headers).filter(
      ([name]) => name !== 'host' && name !== 'connection',
    );
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    const given = await handler(
      new Request(url, {
        method: request.method,
        headers,
        ...(hasBody ? { body: Readable.toWeb(request), duplex: 'half' } : {}),
      }),
    );
    response.writeHead(given.status, Object.fromEntries(given.headers));
    if (given.body) Readable.fromWeb(given.body).pipe(response);
    else response.end();
  };
  const server = http.createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  const protocol = {
    registerSchemesAsPrivileged: (list) => {
      if (shim.ready)
        throw new Error(
          'protocol.registerSchemesAsPrivileged should be called before app is ready',
        );
      for (const { scheme } of list) handlers.set(scheme, undefined);
    },
    handle: (scheme, handler) => {
      handlers.set(scheme, handler);
    },
    isProtocolHandled: (scheme) => handlers.get(scheme) !== undefined,
  };
  const listen = () =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        ({ port } = server.address());
        server.unref();
        resolve();
      });
    });
  return { protocol, toHttp, fromHttp, listen };
};
