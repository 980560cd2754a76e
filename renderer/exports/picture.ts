import interAddress from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { Design } from '../../shared/model/design.ts';
import { requestExport } from './exporter.ts';
import type { PictureOptions } from './make-export.ts';
import { pixelsOf, sizeOfSvg, withFont } from './picture-size.ts';

/** Draws the design as SVG, the icons it needs in it: the same bytes as the command line writes. */
export const drawSvg = async (
  design: Design,
  today: string,
  options: PictureOptions,
): Promise<string> => {
  const { iconTextsFor } = await import('./icon-texts.ts');
  const icons = await iconTextsFor(design);
  const { files } = await requestExport({
    design,
    format: 'svg',
    today,
    picture: { ...options, icons },
  });
  return files[0]?.text ?? '';
};

let font: Promise<string> | undefined;

/** The window's font as a data address: a picture sees no fonts but its own. */
const fontData = (): Promise<string> => {
  font ??= fetch(interAddress)
    .then((answer) => answer.blob())
    .then(
      (blob) =>
        new Promise<string>((resolve, reject) => {
          const reader = new FileReader();
          reader.onload = () => resolve(String(reader.result));
          reader.onerror = () => reject(new Error('The font of the picture could not be read.'));
          reader.readAsDataURL(blob);
        }),
    );
  return font;
};

/** Turns an SVG into a PNG of `scale` pixels for each of its own, as far as a browser can draw so many. */
export const pngOf = async (svg: string, scale: number): Promise<Blob> => {
  const { width, height } = pixelsOf(sizeOfSvg(svg), scale);
  const address = URL.createObjectURL(
    new Blob([withFont(svg, await fontData())], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The picture is too large to be drawn. Choose a smaller size.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
};
