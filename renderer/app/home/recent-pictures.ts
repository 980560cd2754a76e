import { icons } from 'virtual:icons';
import { exportSvg } from '../../../shared/exporters/picture/svg.ts';
import type { Design } from '../../../shared/model/design.ts';
import { type KeptPicture, putPicture } from './picture-shelf.ts';

/** Larger designs have none: a picture of so many is a blur, and no reason to wait. */
const mostNodes = 400;

/** The texts of icons. They are files of the app, and lie in the cache already. */
const iconTexts = async (names: Iterable<string>): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  await Promise.all(
    [...names].map(async (name) => {
      const address = icons[name];
      const answer = address === undefined ? undefined : await fetch(address);
      if (answer?.ok) texts.set(name, await answer.text());
    }),
  );
  return texts;
};

/** Draws a design and keeps the picture for Home. Without one Home shows a placeholder, so nothing here may fail. */
export const keepPicture = async (file: string, design: Design): Promise<void> => {
  try {
    if (design.nodes.length === 0 || design.nodes.length > mostNodes) return;
    const wanted = new Set<string>();
    exportSvg(design, {
      theme: 'light',
      icon: (name) => {
        wanted.add(name);
        return undefined;
      },
    });
    const texts = await iconTexts(wanted);
    const draw = (theme: 'light' | 'dark'): string =>
      exportSvg(design, { theme, transparent: true, icon: (name) => texts.get(name) });
    const picture: KeptPicture = { light: draw('light'), dark: draw('dark') };
    await putPicture(file, picture);
  } catch {
    // A browser that keeps nothing, or an icon that cannot be read: the placeholder is fine.
  }
};
