import { join } from 'node:path';
import { MakerBase, type MakerOptions } from '@electron-forge/maker-base';
import type { ForgePlatform } from '@electron-forge/shared-types';
import type { Configuration } from 'electron-builder';

/** What electron-builder is told: which installers, and how. */
export interface MakerElectronBuilderConfig {
  readonly targets: readonly string[];
  readonly config: Configuration;
}

/**
 * Makes installers with electron-builder out of what Forge packaged. Its own makers for Forge do not load in Forge 8,
 * and all they would do is this.
 */
export class MakerElectronBuilder extends MakerBase<MakerElectronBuilderConfig> {
  name = 'electron-builder';

  defaultPlatforms: ForgePlatform[] = ['linux', 'darwin', 'win32'];

  override isSupportedOnCurrentPlatform(): boolean {
    return true;
  }

  override async make({
    dir,
    makeDir,
    targetArch,
    targetPlatform,
  }: MakerOptions): Promise<string[]> {
    const { Arch, build, Platform } = await import('electron-builder');
    const platforms: Partial<Record<ForgePlatform, typeof Platform.LINUX>> = {
      linux: Platform.LINUX,
      darwin: Platform.MAC,
      win32: Platform.WINDOWS,
    };
    const platform = platforms[targetPlatform];
    if (platform === undefined) throw new Error(`There are no installers for ${targetPlatform}.`);
    const arch = Arch[targetArch as keyof typeof Arch];
    return build({
      prepackaged: dir,
      publish: 'never',
      targets: platform.createTarget([...this.config.targets], arch),
      config: {
        ...this.config.config,
        directories: { output: join(makeDir, 'electron-builder', targetPlatform) },
      },
    });
  }
}
