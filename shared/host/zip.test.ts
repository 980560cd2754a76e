import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crc32, utf8, zip, zipOfTexts } from './zip.ts';

test('the checksum is that of the standard', () => {
  expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
});

test('text becomes the UTF-8 that Node.js makes', () => {
  const text = 'aé€🚀\u0000\ud800z';
  expect(utf8(text)).toEqual(new Uint8Array(Buffer.from(text, 'utf8')));
});

test('an archive holds its files, byte by byte', () => {
  const files = [
    { path: 'template.yaml', text: 'Resources: {}\n' },
    { path: 'src/bestellung-ü/index.mjs', text: 'ünïcode 🚀' },
    { path: 'empty', text: '' },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'isobar-zip-'));
  try {
    writeFileSync(join(folder, 'a.zip'), zipOfTexts(files));
    // Python's reader checks every checksum and the directory.
    const read =
      'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n' +
      'open(sys.argv[2],"w").write(json.dumps([[i.filename,z.read(i).decode()] for i in z.infolist()]))';
    execFileSync('python3', ['-c', read, join(folder, 'a.zip'), join(folder, 'out.json')]);
    const found: unknown = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(found).toEqual(files.map(({ path, text }) => [path, text]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the same files give the same bytes, and none gives an archive too', () => {
  expect(zip([])).toHaveLength(22);
  expect(zipOfTexts([{ path: 'a', text: 'b' }])).toEqual(zipOfTexts([{ path: 'a', text: 'b' }]));
});
