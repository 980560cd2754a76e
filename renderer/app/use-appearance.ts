import { useEffect, useSyncExternalStore } from 'react';
import { useSetting } from '../store/hooks.ts';

/** Whether the system says so, kept current. */
const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );

/** Whether things stand still: the person's choice, or else the system's. */
export const useIsStill = (): boolean => {
  const motion = useSetting('motion');
  const system = useMedia('(prefers-reduced-motion: reduce)');
  return motion === 'reduced' || (motion === 'system' && system);
};

/** Writes how the window looks where style sheets read it: contrast, density, motion and the size of text. */
export const useAppearance = (): void => {
  const theme = useSetting('theme');
  const density = useSetting('density');
  const textSize = useSetting('textSize');
  const isStill = useIsStill();
  const wantsContrast = useMedia('(prefers-contrast: more)');
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset.contrast = theme === 'contrast' || wantsContrast ? 'more' : 'standard';
    dataset.density = density;
    dataset.motion = isStill ? 'reduced' : 'full';
    // In percent, so that a larger size chosen in the browser itself still counts.
    style.fontSize = `${textSize}%`;
  }, [theme, density, textSize, isStill, wantsContrast]);
};
