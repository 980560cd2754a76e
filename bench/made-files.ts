import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseDesign } from '../shared/model/serialise.ts';
import { madeDesign } from './made-design.ts';
import { pictureOf } from './picture.ts';

/*
 * Writes made designs as files, for whoever opens them: `<folder> <nodes>…` gives `<folder>/<nodes>.isobar.json`, and
 * `<folder>/<nodes>.picture.json` for those who know boxes and arrows only.
 */

const [folder = '.', ...sizes] = process.argv.slice(2);
for (const size of sizes) {
  const design = madeDesign(Number(size));
  writeFileSync(join(folder, `${size}.isobar.json`), serialiseDesign(design));
  writeFileSync(join(folder, `${size}.picture.json`), JSON.stringify(pictureOf(design)));
}
