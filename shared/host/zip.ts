/*
 * A zip file without compression: what is exported is small text, and whoever opens it needs no more than what every
 * system brings. No clock: the same files give the same bytes.
 */

/** A file of an archive. */
export interface ZipEntry {
  /** The path within the archive, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** The checksum that zip asks for (CRC-32). */
export const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
};

/** UTF-8 by hand: `TextEncoder` is of a host, and this is not. A lone surrogate becomes U+FFFD, as there. */
export const utf8 = (text: string): Uint8Array => {
  const bytes: number[] = [];
  for (const letter of text) {
    const given = letter.codePointAt(0) ?? 0;
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(bytes);
};

/** Little-endian numbers, each with its size in bytes. */
const fields = (...parts: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array => {
  const bytes: number[] = [];
  for (const [size, value] of parts)
    for (let shift = 0; shift < size * 8; shift += 8) bytes.push((value >>> shift) & 0xff);
  return Uint8Array.from(bytes);
};

/** 1 January 1980, the first day a zip file knows. */
const firstDay = 0x0021;
/** Names are UTF-8. */
const utf8Names = 0x0800;

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** The archive of some files, in the order given. */
export const zip = (entries: readonly ZipEntry[]): Uint8Array => {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = utf8(path);
    const common = [
      [2, 20],
      [2, utf8Names],
      [2, 0],
      [2, 0],
      [2, firstDay],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ] as const;
    const header = fields([4, 0x04034b50], ...common);
    bodies.push(header, name, bytes);
    directory.push(
      fields(
        [4, 0x02014b50],
        [2, 0x0314],
        ...common,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0o100644 << 16],
        [4, offset],
      ),
      name,
    );
    offset += header.length + name.length + bytes.length;
  }
  const index = join(directory);
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, index.length],
    [4, offset],
    [2, 0],
  );
  return join([...bodies, index, end]);
};

/** The archive of an export. */
export const zipOfTexts = (files: readonly { readonly path: string; readonly text: string }[]) =>
  zip(files.map(({ path, text }) => ({ path, bytes: utf8(text) })));
