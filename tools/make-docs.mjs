/**
 * `npm run docs`: writes the pages that are made from the tables (docs/kinds, docs/rules, docs/connections.md, …).
 * A page that is no longer made is removed.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs');

/** Folders that hold made pages and nothing else. */
const folders = ['kinds', 'rules'];

const { outputFiles } = await esbuild.build({
  entryPoints: [join(docs, '../shared/explain/all-pages.ts')],
  bundle: true,
  write: false,
  // The core needs no machine; what packages have for Node.js would ask for its modules with require().
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
/** @type {{ allPages: () => ReadonlyMap<string, string> }} */
const { allPages } = await import(`data:text/javascript;base64,${code}`);
const pages = allPages();

let [written, removed] = [0, 0];
for (const folder of folders) {
  mkdirSync(join(docs, folder), { recursive: true });
  for (const name of readdirSync(join(docs, folder), { recursive: true, encoding: 'utf8' })) {
    const path = `${folder}/${name.replaceAll('\\', '/')}`;
    if (!path.endsWith('.md') || pages.has(path)) continue;
    rmSync(join(docs, path));
    removed += 1;
  }
}
for (const [path, text] of pages) {
  const file = join(docs, path);
  let present = '';
  try {
    present = readFileSync(file, 'utf8');
  } catch {
    // It is new.
  }
  if (present === text) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written += 1;
}
process.stdout.write(`docs: ${pages.size} pages, ${written} written, ${removed} removed\n`);
