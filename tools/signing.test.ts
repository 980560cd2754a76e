import { describe, expect, test } from 'vitest';
import { signingFor } from './signing.ts';

const key = { APPLE_API_KEY: '/k.p8', APPLE_API_KEY_ID: 'ID', APPLE_API_ISSUER: 'ISSUER' };

describe('without certificates', () => {
  test.each(['darwin', 'win32'] as const)('%s is not signed, and it is said', (platform) => {
    for (const environment of [{}, { ISOBAR_MAC_IDENTITY: '', ISOBAR_WINDOWS_CERTIFICATE: '' }]) {
      const { packager, windowsInstaller, says } = signingFor(platform, environment);
      expect([packager, windowsInstaller]).toEqual([{}, {}]);
      expect(says.join()).toContain('NOT SIGNED');
    }
  });
});

describe('on macOS', () => {
  test('the app is signed, and notarized with a key', () => {
    const { packager, says } = signingFor('darwin', {
      ISOBAR_MAC_IDENTITY: 'Developer ID',
      ...key,
    });
    expect(packager).toEqual({
      osxSign: { identity: 'Developer ID' },
      osxNotarize: { appleApiKey: '/k.p8', appleApiKeyId: 'ID', appleApiIssuer: 'ISSUER' },
    });
    expect(says.join()).not.toContain('NOT');
  });

  test('without a key it says that it is not notarized', () => {
    const { packager, says } = signingFor('darwin', { ISOBAR_MAC_IDENTITY: 'Developer ID' });
    expect(packager).not.toHaveProperty('osxNotarize');
    expect(says.join()).toContain('NOT NOTARIZED');
  });

  test('half of what is needed is a mistake', () => {
    expect(() => signingFor('darwin', key)).toThrow('set ISOBAR_MAC_IDENTITY');
    expect(() =>
      signingFor('darwin', { ISOBAR_MAC_IDENTITY: 'x', APPLE_API_KEY: '/k.p8' }),
    ).toThrow('but not APPLE_API_KEY_ID, APPLE_API_ISSUER');
  });
});

describe('on Windows', () => {
  test('app and installer are signed with one certificate', () => {
    const file = { certificateFile: 'c.pfx', certificatePassword: 'p' };
    const { packager, windowsInstaller } = signingFor('win32', {
      ISOBAR_WINDOWS_CERTIFICATE: 'c.pfx',
      ISOBAR_WINDOWS_PASSWORD: 'p',
    });
    expect(packager).toEqual({ windowsSign: file });
    expect(windowsInstaller).toEqual({
      signtoolOptions: { ...file, signingHashAlgorithms: ['sha256'] },
    });
  });

  test('half of what is needed is a mistake, and its words hold no secret', () => {
    expect(() => signingFor('win32', { ISOBAR_WINDOWS_PASSWORD: 'secret' })).toThrow(
      /^ISOBAR_WINDOWS_PASSWORD is set, but not ISOBAR_WINDOWS_CERTIFICATE/,
    );
  });
});
