import type { ForgePackagerOptions } from '@electron-forge/shared-types';
import type { Configuration } from 'electron-builder';

/*
 * Who signs what, by the environment alone: a machine that has the certificates signs, any other does not, and says
 * so. Nothing secret is in the project. The names are explained in docs/releasing.md.
 */

type Environment = Readonly<Record<string, string | undefined>>;

export interface Signing {
  /** For Forge's packager, which signs the app itself. */
  readonly packager: Pick<ForgePackagerOptions, 'osxSign' | 'osxNotarize' | 'windowsSign'>;
  /** For electron-builder, which signs installers for Windows. */
  readonly windowsInstaller: NonNullable<Configuration['win']>;
  /** What is signed and what is not, in sentences. */
  readonly says: readonly string[];
}

/** All of the variables, or undefined when none is set. A part of them is a mistake, and better told than half signed. */
const allOf = <Name extends string>(
  environment: Environment,
  names: readonly Name[],
): Readonly<Record<Name, string>> | undefined => {
  const set = names.filter((name) => (environment[name] ?? '') !== '');
  if (set.length === 0) return undefined;
  const missing = names.filter((name) => !set.includes(name));
  if (missing.length > 0)
    throw new Error(
      `${set.join(', ')} is set, but not ${missing.join(', ')}: nothing can be signed with that.`,
    );
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? ''])) as Record<
    Name,
    string
  >;
};

/** How a system's packages are signed. */
export const signingFor = (platform: NodeJS.Platform, environment: Environment): Signing => {
  const unsigned = { packager: {}, windowsInstaller: {} };
  switch (platform) {
    case 'darwin': {
      const identity = allOf(environment, ['ISOBAR_MAC_IDENTITY']);
      const key = allOf(environment, ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']);
      if (!identity) {
        if (key)
          throw new Error('Apple notarizes only what is signed: set ISOBAR_MAC_IDENTITY too.');
        return {
          ...unsigned,
          says: [
            'NOT SIGNED: ISOBAR_MAC_IDENTITY is not set. macOS will refuse the app until a person allows it.',
          ],
        };
      }
      return {
        windowsInstaller: {},
        packager: {
          osxSign: { identity: identity.ISOBAR_MAC_IDENTITY },
          ...(key && {
            osxNotarize: {
              appleApiKey: key.APPLE_API_KEY,
              appleApiKeyId: key.APPLE_API_KEY_ID,
              appleApiIssuer: key.APPLE_API_ISSUER,
            },
          }),
        },
        says: [
          `signed as ${identity.ISOBAR_MAC_IDENTITY}`,
          key
            ? 'notarized by Apple'
            : 'NOT NOTARIZED: APPLE_API_KEY is not set. macOS will warn of the app.',
        ],
      };
    }
    case 'win32': {
      const certificate = allOf(environment, [
        'ISOBAR_WINDOWS_CERTIFICATE',
        'ISOBAR_WINDOWS_PASSWORD',
      ]);
      if (!certificate)
        return {
          ...unsigned,
          says: [
            'NOT SIGNED: ISOBAR_WINDOWS_CERTIFICATE is not set. Windows will warn of the installer.',
          ],
        };
      const file = {
        certificateFile: certificate.ISOBAR_WINDOWS_CERTIFICATE,
        certificatePassword: certificate.ISOBAR_WINDOWS_PASSWORD,
      };
      return {
        packager: { windowsSign: { ...file } },
        windowsInstaller: { signtoolOptions: { ...file, signingHashAlgorithms: ['sha256'] } },
        says: ['signed with ISOBAR_WINDOWS_CERTIFICATE'],
      };
    }
    default:
      return {
        ...unsigned,
        says: [
          'Packages for Linux are not signed by themselves; releases carry checksums and an attestation of where they were built.',
        ],
      };
  }
};
