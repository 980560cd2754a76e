import { serviceOf } from '../../shared/catalog/catalog.ts';
import type { Design } from '../../shared/model/design.ts';

/** The SVG texts of the icons that a picture of the design needs, by name. Loaded when a picture is drawn. */
export const iconTextsFor = async (design: Design): Promise<Readonly<Record<string, string>>> => {
  const { iconTexts } = await import('virtual:icon-texts');
  const names = new Set(design.nodes.flatMap(({ kind }) => serviceOf(kind)?.icon ?? []));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const text = Object.hasOwn(iconTexts, name) ? iconTexts[name] : undefined;
      return text === undefined ? [] : [[name, text]];
    }),
  );
};
