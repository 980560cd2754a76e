import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, expect, test } from 'vitest';
import config from '../forge.config.ts';
import { executableIn, flipFusesOf, fuses } from './flip-fuses.ts';
import { MakerElectronBuilder } from './maker-electron-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'isobar-forge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { packagerConfig, makers = [] } = config;

test('only what runs is packaged', () => {
  const { ignore } = packagerConfig ?? {};
  if (typeof ignore !== 'function') throw new Error('ignore is no function');
  const shipped = [
    '',
    '/package.json',
    '/LICENSE',
    '/NOTICE',
    '/.vite',
    '/.vite/build',
    '/.vite/build/main.cjs',
    '/.vite/build/preload.cjs',
    '/.vite/renderer/index.html',
    '/.vite/renderer/assets/a.woff2',
  ];
  const leftOut = [
    '/.vite/built',
    '/.vite/build/main.cjs.map',
    '/.vite/build/serve.cjs',
    '/.git/config',
    '/node_modules/zod/package.json',
    '/shared/model/design.ts',
    '/electron/main/main.ts',
    '/e2e/electron-shim/electron',
    '/package-lock.json',
    '/out/x',
  ];
  expect(shipped.filter((path) => ignore(path))).toEqual([]);
  expect(leftOut.filter((path) => !ignore(path))).toEqual([]);
  expect(packagerConfig?.asar).toBe(true);
});

test('icons and texts that are packaged are there', () => {
  for (const ending of ['png', 'ico', 'icns'])
    expect(existsSync(`${String(packagerConfig?.icon)}.${ending}`), ending).toBe(true);
  expect(packagerConfig?.extraResource).toEqual([
    expect.stringMatching(/LICENSE$/),
    expect.stringMatching(/NOTICE$/),
    // Made by the build.
    expect.stringMatching(/third-party-licences\.txt$/),
    expect.stringMatching(/isobar-app\.cdx\.json$/),
  ]);
});

test('each system gets its installers, and macOS knows the ending of designs', async () => {
  const builders = makers.filter((maker) => maker instanceof MakerElectronBuilder);
  for (const builder of builders) await builder.prepareConfig('x64');
  expect(builders.map(({ platforms, config: { targets } }) => [platforms, targets])).toEqual([
    [['linux'], ['AppImage', 'deb']],
    [['darwin'], ['dmg']],
    [['win32'], ['nsis']],
  ]);
  expect(JSON.stringify(packagerConfig?.extendInfo)).toContain('isobar.json');
});

test('no two installers of a release have one name', async () => {
  const builders = makers.filter((maker) => maker instanceof MakerElectronBuilder);
  for (const builder of builders) {
    await builder.prepareConfig('arm64');
    for (const part of ['${os}', '${arch}', '${version}', '${ext}'])
      expect(builder.config.config.artifactName).toContain(part);
  }
});

test('package.json names the bundled main script', () => {
  const { main, productName } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(main).toBe('.vite/build/main.cjs');
  expect(productName).toBe('Isobar');
});

test('the fuses close every door that an installed program does not need', () => {
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
});

/** The mark in Electron's executable, then version, number of fuses and their states as Electron ships them. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

test.each(['linux', 'win32', 'darwin'] as const)(
  'on %s they are set in the executable',
  async (platform) => {
    const app = join(folder, platform, 'resources', 'app');
    const executable = executableIn(app, platform);
    mkdirSync(app, { recursive: true });
    mkdirSync(join(executable, '..'), { recursive: true });
    writeFileSync(executable, Buffer.from(`before${sentinel}\u0001\u000810011001after`, 'latin1'));
    // On Linux, asking for the fuses looks at the file itself; on macOS it wants the whole app.
    await flipFusesOf(app, platform, 'x64');
    const copy = join(folder, `electron-${platform}`);
    copyFileSync(executable, copy);
    const wire = await getCurrentFuseWire(copy);
    const state = (fuse: FuseV1Options): string => String.fromCharCode(Number(wire[fuse]));
    for (const [fuse, wanted] of Object.entries(fuses))
      if (/^\d+$/.test(fuse) && typeof wanted === 'boolean')
        expect(state(Number(fuse)), FuseV1Options[Number(fuse)]).toBe(wanted ? '1' : '0');
  },
);

test('Isobar is offered for JSON files, and takes them from nobody', async () => {
  const builders = makers.filter((maker) => maker instanceof MakerElectronBuilder);
  for (const builder of builders) await builder.prepareConfig('x64');
  for (const { config: of } of builders) {
    const { fileAssociations, win, linux, nsis } = of.config;
    // electron-builder would write the default program of the ending.
    expect([fileAssociations, win?.fileAssociations]).toEqual([undefined, undefined]);
    expect(linux?.fileAssociations).toEqual([
      expect.objectContaining({ ext: 'isobar.json', mimeType: 'application/vnd.isobar+json' }),
    ]);
    const script = readFileSync(String(nsis?.include), 'utf8').replaceAll(/^;.*$/gm, '');
    expect(script).toContain(
      'WriteRegNone SHELL_CONTEXT "Software\\Classes\\.json\\OpenWithProgids"',
    );
    expect(script).toContain('"AllowSilentDefaultTakeOver"');
    // Nothing else below .json is written, least of all its default; and what is written goes again.
    expect(script.match(/Classes\\\.json(?!\\OpenWithProgids")/g)).toBeNull();
    expect(script).toMatch(/customUnInstall[\s\S]*DeleteRegValue .*OpenWithProgids/);
    expect(script).toMatch(/customUnInstall[\s\S]*DeleteRegKey .*Isobar\.Design\.1"/);
  }
  expect(packagerConfig?.extendInfo).toMatchObject({
    CFBundleDocumentTypes: [
      { LSHandlerRank: 'Owner', LSItemContentTypes: ['dev.isobar.design'] },
      { LSHandlerRank: 'Alternate', LSItemContentTypes: ['public.json'] },
    ],
  });
});
