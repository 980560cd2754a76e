import { expect, test } from 'vitest';
import { templateFiles } from '../../shared/exporters/testing/templates.ts';
import { makeExport } from './make-export.ts';
import { pixelsOf, sizeOfSvg, withFont } from './picture-size.ts';

const drawn = async () => {
  const [template] = templateFiles;
  if (!template) throw new Error('There are no templates.');
  const { files } = await makeExport({
    design: template.design,
    format: 'svg',
    today: '2026-11-21',
  });
  return files[0]?.text ?? '';
};

test('the size of a picture is the one it says', async () => {
  const svg = await drawn();
  const { width, height } = sizeOfSvg(svg);
  expect(width).toBeGreaterThan(100);
  expect(svg).toContain(`width="${width}" height="${height}"`);
});

test('a picture has as many pixels as wished, and no more than can be drawn', () => {
  expect(pixelsOf({ width: 400, height: 300 }, 2)).toEqual({ width: 800, height: 600 });
  const long = pixelsOf({ width: 10_000, height: 100 }, 3);
  expect(long).toEqual({ width: 16_384, height: 163 });
  const large = pixelsOf({ width: 15_000, height: 15_000 }, 3);
  expect(large.width * large.height).toBeLessThanOrEqual(16_384 * 8_192);
});

test('the font is put into the picture once', async () => {
  const svg = withFont(await drawn(), 'data:font/woff2;base64,AAAA');
  expect(svg.match(/@font-face/g)).toHaveLength(1);
  expect(svg.indexOf('<style>')).toBeGreaterThan(svg.indexOf('<svg'));
});
