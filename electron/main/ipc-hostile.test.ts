import type { WebContents } from 'electron';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { HostApi } from '../../shared/host/host-api.ts';
import {
  type HostMethod,
  hostChannel,
  hostMethods,
  hostSignals,
} from '../../shared/host/host-methods.ts';
import { argumentSchemas } from '../host/host-schemas.ts';
import { appOrigin, appPage } from './allowed.ts';
import { type IpcWindow, registerIpc } from './ipc.ts';

/*
 * What a page could send that somebody broke into: anything. Only what the schema of a call allows gets through to the
 * host, and nothing at all of whoever is not our page.
 */

type Listener = (event: unknown, ...args: readonly unknown[]) => unknown;

const many = Number(process.env.ISOBAR_FUZZ_RUNS ?? 0);
const numRuns = many > 0 ? many : 150;

const bench = () => {
  const handlers = new Map<string, Listener>();
  const got: { readonly method: string; readonly args: readonly unknown[] }[] = [];
  const own = {} as WebContents;
  const api = Object.fromEntries(
    hostMethods.map((method) => [
      method,
      (...args: readonly unknown[]) => {
        got.push({ method, args });
      },
    ]),
  ) as unknown as HostApi;
  const window: IpcWindow = {
    host: {
      api,
      emit: () => undefined,
      dispose: () => undefined,
      openHandedOver: () => Promise.reject(new Error('not asked')),
    },
    listening: () => got.push({ method: 'listening', args: [] }),
    received: () => got.push({ method: 'received', args: [] }),
    dropped: (path) => got.push({ method: 'dropped', args: [path] }),
  };
  const keep = (channel: string, listener: unknown) => {
    handlers.set(channel, listener as Listener);
  };
  registerIpc(
    { handle: keep, on: keep } as unknown as Parameters<typeof registerIpc>[0],
    (sender) => (sender === own ? window : undefined),
    [appOrigin],
  );
  return {
    got,
    channels: [...handlers.keys()],
    ours: { sender: own, senderFrame: { url: appPage, parent: null } },
    call: (channel: string, event: object, args: readonly unknown[]): unknown =>
      handlers.get(channel)?.(event, ...args),
  };
};

const schemas: Readonly<Record<string, z.ZodType>> = argumentSchemas;
const isAllowed = (method: string, args: unknown): boolean =>
  schemas[method]?.safeParse(args).success === true;

const file = { id: '/a.json', name: 'a.json', folder: '/' };
/** One call of each that is right, to spoil. */
const right: Partial<Record<HostMethod, readonly unknown[]>> = {
  readDesign: [file],
  saveDesign: [file, 'text', undefined],
  saveDesignAs: ['name', 'text'],
  saveFile: ['a.png', new Uint8Array(2)],
  compareFiles: [file, [{ path: 'a', text: 'b' }]],
  writeFiles: [file, [{ path: 'a', text: 'b' }]],
  downloadFiles: ['a', [{ path: 'a', text: 'b' }]],
  forgetRecentFile: [file],
  writeRecovery: [{ key: 'k', name: 'n', text: 't', savedAt: 1 }],
  dropRecovery: ['k'],
  writeSettings: [{ a: [1, null] }],
  writeClipboard: ['x'],
  newWindow: [file],
  setDocument: [{ title: 't', dirty: true, file }],
  setMenu: [[{ label: 'a', entries: [{ kind: 'role', role: 'quit' }] }]],
  finishClose: [true],
  openDocumentation: ['https://docs.aws.amazon.com/'],
  checkForUpdate: [true],
};

const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom<unknown>(
    '__proto__',
    Number.NaN,
    Symbol.iterator,
    () => 1,
    new Proxy({}, {}),
    file,
    'x'.repeat(5000),
  ),
);

/** The arguments with one of their places, at any depth, replaced. */
const spoil = (value: unknown, by: unknown, path: readonly number[]): unknown => {
  const [step, ...rest] = path;
  if (
    step === undefined ||
    typeof value !== 'object' ||
    value === null ||
    value instanceof Uint8Array
  )
    return by;
  if (Array.isArray(value)) {
    const at = step % (value.length + 1);
    return Array.from({ length: Math.max(value.length, at + 1) }, (_, index) =>
      index === at ? spoil(value[index], by, rest) : value[index],
    );
  }
  const keys = [...Object.keys(value), '__proto__', 'extra'];
  const key = keys[step % keys.length] ?? 'extra';
  const inner = Object.hasOwn(value, key)
    ? spoil((value as Record<string, unknown>)[key], by, rest)
    : by;
  return Object.fromEntries([...Object.entries(value), [key, inner]]);
};

const anyArguments = (method: HostMethod): fc.Arbitrary<readonly unknown[]> =>
  fc.oneof(
    fc.array(anything, { maxLength: 4 }),
    fc
      .tuple(anything, fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }))
      .map(([by, path]) => spoil(right[method] ?? [], by, path) as readonly unknown[])
      .filter(Array.isArray),
  );

test.each(hostMethods)('%s gets what its schema allows, or is not called', (method) => {
  const { got, ours, call } = bench();
  fc.assert(
    fc.property(anyArguments(method), (args) => {
      got.length = 0;
      let refused: string | undefined;
      try {
        call(hostChannel(method), ours, args);
      } catch (error) {
        refused = error instanceof Error ? error.message : 'thrown';
      }
      if (got.length === 0) expect(refused).toContain(`${method} was called wrongly`);
      else {
        expect(refused).toBeUndefined();
        expect(isAllowed(method, got[0]?.args)).toBe(true);
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      }
    }),
    { numRuns },
  );
});

test('a call that is right gets through, so that the refusals mean something', () => {
  const { got, ours, call } = bench();
  for (const method of hostMethods) call(hostChannel(method), ours, right[method] ?? []);
  expect(got.map(({ method }) => method)).toEqual([...hostMethods]);
});

const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    appPage,
    'app://isobar.example/index.html',
    'app://isobar@example.org/',
    'app://example.org/isobar',
    'APP://ISOBAR/',
    'app:isobar',
    'file:///isobar',
    'data:text/html,app://isobar/',
    'blob:app://isobar/1',
    'about:srcdoc',
    '',
  ),
);

test('whoever is not the top frame of our own page gets nothing, whatever it says', () => {
  const { got, ours, call, channels } = bench();
  const { sender } = ours;
  expect(channels.length).toBe(hostMethods.length + 3);
  fc.assert(
    fc.property(
      fc.constantFrom(...channels),
      fc.record({
        sender: fc.constantFrom<unknown>(sender, {}, null),
        senderFrame: fc.option(
          fc.record({ url, parent: fc.constantFrom<unknown>(null, {}, undefined, 0) }),
        ),
      }),
      (channel, event) => {
        const isOurs =
          event.sender === sender &&
          event.senderFrame !== null &&
          event.senderFrame.parent === null &&
          /^app:\/\/isobar(?:\/|$)/i.test(event.senderFrame.url);
        fc.pre(!isOurs);
        got.length = 0;
        const method = hostMethods.find((item) => hostChannel(item) === channel);
        const args = method ? (right[method] ?? []) : ['/a.json'];
        if (method) expect(() => call(channel, event, args)).toThrow(/^Not allowed: /);
        else call(channel, event, args);
        expect(got).toEqual([]);
      },
    ),
    { numRuns: numRuns * 4 },
  );
});

test('a signal does only what it is for', () => {
  const { got, ours, call } = bench();
  fc.assert(
    fc.property(anything, (value) => {
      got.length = 0;
      call(hostSignals.dropped, ours, [value]);
      for (const { args } of got) expect(args[0]).toMatch(/\.json$/i);
    }),
    { numRuns },
  );
});
