export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Chromium draws no canvas that is longer or larger: https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/canvas#maximum_canvas_size */
const longestSide = 16_384;
const largestArea = 16_384 * 8_192;

/** The size that an exported SVG says it has. */
export const sizeOfSvg = (svg: string): Size => {
  const [, width, height] = /<svg\b[^>]*?\bwidth="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width ?? 1), height: Number(height ?? 1) };
};

/** How many pixels a picture gets: as many as wished, or as many as can be drawn. */
export const pixelsOf = ({ width, height }: Size, scale: number): Size => {
  const most = Math.min(
    scale,
    longestSide / Math.max(width, height),
    Math.sqrt(largestArea / (width * height)),
  );
  return {
    width: Math.max(1, Math.floor(width * most)),
    height: Math.max(1, Math.floor(height * most)),
  };
};

/** The SVG with the font that it names in it. */
export const withFont = (svg: string, fontAddress: string): string =>
  svg.replace(
    /<title\b/,
    `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(${fontAddress})}</style><title`,
  );
