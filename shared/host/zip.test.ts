import { expect, test } from 'vitest';
import { crc32, utf8, zip, zipOfTexts } from './zip.ts';

test('the checksum is that of the standard', () => {
  expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
});

test('text becomes the UTF-8 that Node.js makes', () => {
  const text = 'aé€🚀\u0000\ud800z';
  expect(utf8(text)).toEqual(new Uint8Array(Buffer.from(text, 'utf8')));
});

/** Reads an archive as programs do: from its end to the directory, and from there to each file. */
const unzip = (bytes: Uint8Array): (readonly [path: string, text: string])[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u2 = (at: number) => view.getUint16(at, true);
  const u4 = (at: number) => view.getUint32(at, true);
  const text = (at: number, length: number) =>
    Buffer.from(bytes.subarray(at, at + length)).toString('utf8');
  const end = bytes.length - 22;
  expect(u4(end)).toBe(0x06054b50);
  const files: (readonly [string, string])[] = [];
  let at = u4(end + 16);
  for (let left = u2(end + 10); left > 0; left -= 1) {
    expect(u4(at)).toBe(0x02014b50);
    const [crc, packed, size, nameLength] = [u4(at + 16), u4(at + 20), u4(at + 24), u2(at + 28)];
    const header = u4(at + 42);
    expect(u4(header)).toBe(0x04034b50);
    // Both say the same of the file: version, flags, method, time, checksum, sizes, length of its name.
    expect(bytes.subarray(header + 4, header + 28)).toEqual(bytes.subarray(at + 6, at + 30));
    expect([u2(at + 10), packed]).toEqual([0, size]);
    const name = text(at + 46, nameLength);
    expect(text(header + 30, u2(header + 26))).toBe(name);
    const from = header + 30 + u2(header + 26) + u2(header + 28);
    expect(crc32(bytes.subarray(from, from + size))).toBe(crc);
    files.push([name, text(from, size)]);
    at += 46 + nameLength + u2(at + 30) + u2(at + 32);
  }
  expect(at).toBe(end);
  return files;
};

test('an archive holds its files, byte by byte', () => {
  const files = [
    { path: 'template.yaml', text: 'Resources: {}\n' },
    { path: 'src/bestellung-ü/index.mjs', text: 'ünïcode 🚀' },
    { path: 'empty', text: '' },
  ];
  expect(unzip(zipOfTexts(files))).toEqual(files.map(({ path, text }) => [path, text]));
});

test('the same files give the same bytes, and none gives an archive too', () => {
  expect(zip([])).toHaveLength(22);
  expect(zipOfTexts([{ path: 'a', text: 'b' }])).toEqual(zipOfTexts([{ path: 'a', text: 'b' }]));
});
