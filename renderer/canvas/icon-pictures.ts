import { iconAddress } from '../assets/icons.ts';

/*
 * AWS's icons as bitmaps of the size they are painted in: drawing the vector anew for every card would be felt.
 */

type Sized = Map<number, HTMLCanvasElement>;

const images = new Map<string, HTMLImageElement>();
const sized = new Map<string, Sized>();
const listeners = new Set<() => void>();

/** Calls the listener whenever an icon has come that was asked for before; gives back how to stop. */
export const onIconsLoaded = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const load = (name: string): HTMLImageElement | undefined => {
  const known = images.get(name);
  if (known) return known;
  const address = iconAddress(name);
  if (address === undefined) return undefined;
  const image = new Image();
  images.set(name, image);
  image.addEventListener('load', () => {
    for (const listener of listeners) listener();
  });
  image.src = address;
  return image;
};

/** An icon as a bitmap of at least so many device pixels; undefined while it is loading. */
export const iconPicture = (name: string, pixels: number): HTMLCanvasElement | undefined => {
  const size = Math.max(8, Math.ceil(pixels / 8) * 8);
  let pictures = sized.get(name);
  const known = pictures?.get(size);
  if (known) return known;
  const image = load(name);
  if (!image?.complete || image.naturalWidth === 0) return undefined;
  const picture = document.createElement('canvas');
  picture.width = size;
  picture.height = size;
  const context = picture.getContext('2d');
  if (!context) return undefined;
  context.beginPath();
  context.roundRect(0, 0, size, size, size / 8);
  context.clip();
  context.drawImage(image, 0, 0, size, size);
  if (!pictures) {
    pictures = new Map();
    sized.set(name, pictures);
  }
  pictures.set(size, picture);
  return picture;
};
