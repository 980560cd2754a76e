import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ForgeConfig } from '@electron-forge/shared-types';
import type { Configuration } from 'electron-builder';
import { flipFusesOf } from './tools/flip-fuses.ts';
import { MakerElectronBuilder } from './tools/maker-electron-builder.ts';
import { signingFor } from './tools/signing.ts';

/*
 * `npm run package` makes the app for this system, `npm run make` its installers. Both need Electron's executable from
 * the network, and Forge itself needs Node.js 22.13 or newer.
 */

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const appId = 'dev.isobar.app';
const icon = here('electron/icons/icon');
const copyright = 'Copyright (c) the Isobar authors';
const description = 'Design AWS serverless systems, validated live';

/**
 * Files that a double click opens here, on Linux, which looks at the whole ending. Windows and macOS may look at `.json`
 * alone, and taking that from whatever a person uses for it would be rude: there Isobar is offered and no more, by
 * `electron/installer.nsh` and by the second of `CFBundleDocumentTypes`.
 */
const fileAssociations = [
  {
    ext: 'isobar.json',
    name: 'Isobar design',
    description: 'Isobar design',
    mimeType: 'application/vnd.isobar+json',
    role: 'Editor',
  },
] as const;

/** By the environment; see docs/releasing.md. */
const signing = signingFor(process.platform, process.env);

/** Everything that runs is bundled into .vite; the rest of the project stays at home. */
const isShipped = (path: string): boolean =>
  path === '' ||
  /^\/(?:package\.json|LICENSE|NOTICE)$/.test(path) ||
  /^\/\.vite(?:\/(?:build|renderer)(?:\/.*)?)?$/.test(path);
/** The server is for where there is no Electron; maps are for whoever has the sources. */
const isLeftOut = (path: string): boolean =>
  /\/build\/serve\.cjs/.test(path) || path.endsWith('.map');

const installers: Configuration = {
  appId,
  productName: 'Isobar',
  copyright,
  // One name for each system and processor: in a release they lie in one folder.
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  linux: {
    fileAssociations: fileAssociations.map((association) => ({ ...association })),
    executableName: 'isobar',
    category: 'Development',
    synopsis: description,
    icon: `${icon}.png`,
    maintainer: 'The Isobar authors <isobar@users.noreply.github.com>',
    desktop: { entry: { StartupWMClass: 'Isobar', Keywords: 'AWS;serverless;architecture;' } },
  },
  mac: {
    category: 'public.app-category.developer-tools',
    icon: `${icon}.icns`,
    // The packager has signed it, or nobody has.
    identity: null,
  },
  win: { icon: `${icon}.ico`, ...signing.windowsInstaller },
  nsis: {
    oneClick: false,
    allowToChangeInstallationDirectory: true,
    perMachine: false,
    include: here('electron/installer.nsh'),
  },
};
const maker = (targets: readonly string[], platform: 'linux' | 'darwin' | 'win32') =>
  new MakerElectronBuilder({ targets, config: installers }, [platform]);

const config: ForgeConfig = {
  outDir: here('out'),
  packagerConfig: {
    name: 'Isobar',
    executableName: 'isobar',
    appBundleId: appId,
    appCategoryType: 'public.app-category.developer-tools',
    appCopyright: copyright,
    asar: true,
    icon,
    ignore: (path: string) => !isShipped(path) || isLeftOut(path),
    // Beside the program, where people look for them.
    extraResource: [
      here('LICENSE'),
      here('NOTICE'),
      here('.vite/third-party-licences.txt'),
      here('.vite/isobar-app.cdx.json'),
    ],
    extendInfo: {
      CFBundleDocumentTypes: [
        {
          CFBundleTypeName: 'Isobar design',
          CFBundleTypeRole: 'Editor',
          LSHandlerRank: 'Owner',
          LSItemContentTypes: ['dev.isobar.design'],
        },
        {
          CFBundleTypeName: 'JSON',
          CFBundleTypeRole: 'Editor',
          // Offered under Open With; never the program that opens all JSON.
          LSHandlerRank: 'Alternate',
          LSItemContentTypes: ['public.json'],
        },
      ],
      UTExportedTypeDeclarations: [
        {
          UTTypeIdentifier: 'dev.isobar.design',
          UTTypeDescription: 'Isobar design',
          UTTypeConformsTo: ['public.json'],
          UTTypeTagSpecification: {
            'public.filename-extension': ['isobar.json'],
            'public.mime-type': ['application/vnd.isobar+json'],
          },
        },
      ],
    },
    ...signing.packager,
    // For a machine that has Electron's archives in a folder, and no network.
    ...(process.env.ELECTRON_ZIP_DIR ? { electronZipDir: process.env.ELECTRON_ZIP_DIR } : {}),
  },
  makers: [
    maker(['AppImage', 'deb'], 'linux'),
    maker(['dmg'], 'darwin'),
    maker(['nsis'], 'win32'),
    { name: '@electron-forge/maker-zip', platforms: ['linux', 'darwin', 'win32'], config: {} },
  ],
  hooks: {
    generateAssets: () => {
      for (const line of signing.says) console.log(line);
      execFileSync(process.execPath, [here('tools/build-app.mjs')], { stdio: 'inherit' });
      execFileSync(process.execPath, [here('tools/sbom.mjs'), '--to', here('.vite')], {
        stdio: 'inherit',
      });
      return Promise.resolve();
    },
    packageAfterCopy: (_config, buildPath, _version, platform, arch) =>
      flipFusesOf(buildPath, platform, arch),
  },
};

export default config;
