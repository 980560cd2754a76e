/**
 * What runs in the page, as text: a bridge between the page's own world and the isolated world of the preload, and
 * the part of `electron` that a sandboxed preload gets. None of these functions may use anything from outside itself.
 */
const { codecSource } = require('./codec.cjs');

/**
 * One end of the bridge. A call is a synchronous DOM event with a secret name whose payload is text: so it can give
 * back a plain value, as Electron's contextBridge does, and no object of one world is seen in the other.
 */
function makeBridge(codec, me, peer, secret) {
  // Taken now: the page may change all of these later.
  const listen = EventTarget.prototype.addEventListener.bind(globalThis);
  const fire = EventTarget.prototype.dispatchEvent.bind(globalThis);
  const { CustomEvent } = globalThis;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail').get;
  const functions = new Map();
  const ids = new Map();
  const stubs = new Map();
  let count = 0;
  let answer;

  const pass = (given) => {
    if (!ids.has(given)) {
      count += 1;
      ids.set(given, `${me}${count}`);
      functions.set(`${me}${count}`, given);
    }
    return ids.get(given);
  };
  const take = (id) => {
    if (id.startsWith(me)) return functions.get(id);
    if (!stubs.has(id)) stubs.set(id, (...args) => call(id, args));
    return stubs.get(id);
  };
  const call = (id, args) => {
    answer = undefined;
    const detail = JSON.stringify([id, codec.encode(args, pass)]);
    fire(new CustomEvent(`${secret}:call:${peer}`, { detail }));
    if (answer === undefined) throw new Error('context bridge: no answer');
    const [worked, text] = answer;
    answer = undefined;
    const value = codec.decode(text, take);
    if (worked) return value;
    throw value;
  };
  listen(`${secret}:call:${me}`, (event) => {
    const [id, text] = JSON.parse(detailOf.call(event));
    let result;
    try {
      result = [true, codec.encode(functions.get(id)(...codec.decode(text, take)), pass)];
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      result = [false, codec.encode(error, pass)];
    }
    fire(new CustomEvent(`${secret}:answer:${peer}`, { detail: JSON.stringify(result) }));
  });
  listen(`${secret}:answer:${me}`, (event) => {
    answer = JSON.parse(detailOf.call(event));
  });
  return { pass, call };
}

/** The page's own world: puts there what the preload exposes, and asks before another window opens. */
function mainWorld(bridge) {
  const freeze = (value) => {
    if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) {
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    }
    return value;
  };
  const expose = (name, value) => {
    if (Object.hasOwn(globalThis, name))
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(globalThis, name, { value: freeze(value), enumerable: true });
  };
  // The first function that each world passes has the number 1, which the other world knows.
  bridge.pass(expose);
  try {
    bridge.call('p1', []);
  } catch {
    // The other world is not there yet; it calls when it is.
  }
  const openWindow = (url, name = '', features = '') => bridge.call('p2', [url, name, features]);
  globalThis.open = (url = 'about:blank', name = '', features = '') => {
    openWindow(new URL(url, location.href).href, name, features);
    return null;
  };
  addEventListener('click', (event) => {
    const link = event
      .composedPath()
      .find((node) => node instanceof HTMLAnchorElement && node.target === '_blank');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    openWindow(link.href);
  });
}

/** The isolated world: `electron`, as a sandboxed preload gets it. */
function preloadWorld(codec, bridge, secret) {
  const listeners = new Map();
  const waiting = new Map();
  const post = globalThis[`${secret}post`];
  let count = 0;

  const ipcRenderer = {
    send: (channel, ...args) =>
      post(JSON.stringify({ kind: 'send', channel, args: codec.encode(args) })),
    invoke: (channel, ...args) => {
      const text = codec.encode(args);
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        post(JSON.stringify({ kind: 'invoke', id, channel, args: text }));
      });
    },
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: (channel, listener) => {
      const left = (listeners.get(channel) ?? []).filter((other) => other !== listener);
      listeners.set(channel, left);
      return ipcRenderer;
    },
  };
  globalThis[`${secret}receive`] = (message) => {
    if (message.kind === 'send') {
      const args = codec.decode(message.args);
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer, ports: [] }, ...args);
      return;
    }
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error === undefined) resolve?.(codec.decode(message.value));
    else reject?.(new Error(`Error invoking remote method '${message.channel}': ${message.error}`));
  };

  const exposed = [];
  let pageIsThere = false;
  const expose = () => {
    pageIsThere = true;
    for (const [name, value] of exposed.splice(0)) bridge.call('m1', [name, value]);
  };
  bridge.pass(expose);
  bridge.pass((url, name, features) => post(JSON.stringify({ kind: 'open', url, name, features })));
  const contextBridge = {
    exposeInMainWorld: (name, value) => {
      exposed.push([name, value]);
      if (pageIsThere) return expose();
      const [first] = exposed;
      try {
        bridge.call('m1', first);
        exposed.shift();
        pageIsThere = true;
      } catch (error) {
        if (!/no answer/.test(error.message)) throw error;
      }
      return undefined;
    },
  };
  // A path is what only Electron knows of a file that was dropped.
  return { contextBridge, ipcRenderer, webUtils: { getPathForFile: () => '' } };
}

exports.mainWorldSource = (secret) => `if (window === window.top) {
  (${mainWorld})((${makeBridge})(${codecSource}, 'm', 'p', ${JSON.stringify(secret)}));
}`;

exports.preloadSource = (secret, preload, info) => `if (window === window.top) {
  const codec = ${codecSource};
  const bridge = (${makeBridge})(codec, 'p', 'm', ${JSON.stringify(secret)});
  const electron = (${preloadWorld})(codec, bridge, ${JSON.stringify(secret)});
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error('module not found: ' + name + ' (sandboxed preload)');
  };
  (function (exports, require, module, process, global) {
${preload}
  }).call({}, {}, require, { exports: {} }, ${JSON.stringify(info)}, globalThis);
}`;
