/*
 * Whether a text can be the name of a time zone. The zones themselves change every year, so only their regions are
 * known here: a wrong city passes, an abbreviation or an offset does not.
 */

/** The first parts of names such as Europe/Berlin. https://www.iana.org/time-zones */
const regions = new Set(
  'Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US'.split(
    ' ',
  ),
);

/** Names without a slash. */
const single = new Set(
  'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu'.split(
    ' ',
  ),
);

/** True unless the text is certainly no name of the IANA database. */
export const mayBeTimeZone = (text: string): boolean => {
  const [region = '', ...places] = text.split('/');
  return places.length === 0
    ? single.has(text)
    : regions.has(region) && places.every((place) => /^[A-Za-z0-9_+-]+$/.test(place));
};
