import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseDesign } from '../shared/model/serialise.ts';
import { madeDesign } from './made-design.ts';

/* Writes made designs as files, for whoever opens them: `<folder> <nodes>…` gives `<folder>/<nodes>.isobar.json`. */

const [folder = '.', ...sizes] = process.argv.slice(2);
for (const size of sizes)
  writeFileSync(join(folder, `${size}.isobar.json`), serialiseDesign(madeDesign(Number(size))));
