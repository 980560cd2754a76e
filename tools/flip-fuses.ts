import { join, resolve } from 'node:path';
import { type FuseConfig, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { ForgePlatform } from '@electron-forge/shared-types';

/**
 * Switches inside Electron's executable, set before it is signed. They take from the packaged app what a development
 * tool needs and an installed program does not, so that it cannot be made to run anything but itself.
 */
export const fuses: FuseConfig = {
  version: FuseVersion.V1,
  // ELECTRON_RUN_AS_NODE would make of the app a Node.js for anybody's script.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // The archive must be the one that was packaged, and nothing beside it is loaded.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The window comes by a protocol of our own: file:// needs no rights.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/** Where Electron's executable lies while an app is packaged: it has not got the app's name yet. */
export const executableIn = (buildPath: string, platform: ForgePlatform): string => {
  const base = resolve(buildPath, '..', '..');
  switch (platform) {
    case 'darwin':
    case 'mas':
      return join(base, 'MacOS', 'Electron');
    case 'win32':
      return join(base, 'electron.exe');
    case 'linux':
      return join(base, 'electron');
  }
};

/** Sets the fuses of an app that is being packaged. */
export const flipFusesOf = async (
  buildPath: string,
  platform: ForgePlatform,
  arch: string,
): Promise<void> => {
  const isApple = platform === 'darwin' || platform === 'mas';
  await flipFuses(executableIn(buildPath, platform), {
    ...fuses,
    // Apple's own processors run nothing whose signature does not fit what is in it.
    resetAdHocDarwinSignature: isApple && arch === 'arm64',
  });
};
