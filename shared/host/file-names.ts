// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const notInNames = /[<>:"/\\|?*\u0000-\u001f\u007f]+/g;

/** A name that every system takes for a file, made from whatever somebody called a design. */
export const safeFileName = (name: string): string => {
  const safe = name
    .replace(notInNames, '-')
    .slice(0, 100)
    // Half a character, given so or made by the cut, is no text.
    .replace(/\p{Surrogate}/gu, '')
    .replace(/^[. -]+|[. ]+$/g, '');
  if (safe === '') return 'design';
  // Windows keeps these for devices.
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe) ? `_${safe}` : safe;
};

/** What a design is called when nobody named its ending. */
export const withDesignEnding = (name: string): string =>
  /\.json$/i.test(name) ? name : `${name}.isobar.json`;
