/**
 * Licences of other people's works as one text, to lie beside what we ship.
 * @param {readonly import('./licences.mjs').Licence[]} licences
 */
export const licencesAsText = (licences) => {
  const sections = licences.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`,
  );
  const line = `\n${'-'.repeat(78)}\n\n`;
  return ['Isobar contains these works of others, each under its own licence.\n', ...sections].join(
    line,
  );
};
