/** Nothing but a plain host name of AWS, then a path: no user, no port, no backslash that a browser would turn. */
const awsPage = /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*aws\.amazon\.com(?:\/[^\s\\]*)?$/;

/** True for a page of AWS that the system's browser may be told to open. */
export const isDocumentation = (url: string): boolean => url.length <= 2048 && awsPage.test(url);
