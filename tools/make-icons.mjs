/**
 * Makes the app's icons from electron/icons/icon.svg: `icon.png` (Linux), `icon.ico` (Windows) and `icon.icns` (macOS).
 * Run it after the drawing was changed, and look at what it made; the results are kept with the sources.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'electron', 'icons');

/** An .ico file: a directory, then the pictures, which may be PNG. */
const ico = (/** @type {readonly { size: number, png: Buffer }[]} */ pictures) => {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 256 does not fit into a byte: 0 stands for it.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
};

/** The names that an .icns file has for sizes of PNG. */
const icnsNames = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
]);

/** An .icns file: pieces, each with a name of four letters and its length. */
const icns = (/** @type {readonly { size: number, png: Buffer }[]} */ pictures) => {
  const pieces = pictures.flatMap(({ size, png }) => {
    const name = icnsNames.get(size);
    if (name === undefined) return [];
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return [Buffer.concat([head, png])];
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + pieces.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...pieces]);
};

const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const executablePath = findChromium();
if (executablePath === undefined)
  throw new Error('Icons are drawn by Chromium, and there is none.');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
/** @type {{ size: number, png: Buffer }[]} */
const pictures = [];
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
}
await browser.close();
const of = (/** @type {readonly number[]} */ sizes) =>
  pictures.filter(({ size }) => sizes.includes(size));
for (const { png } of of([512])) writeFileSync(join(folder, 'icon.png'), png);
writeFileSync(join(folder, 'icon.ico'), ico(of([16, 24, 32, 48, 64, 128, 256])));
writeFileSync(join(folder, 'icon.icns'), icns(of([...icnsNames.keys()])));
console.log('made icon.png, icon.ico and icon.icns in electron/icons');
