/** Where releases are told of, and the page for people. */
export interface UpdateFeed {
  readonly asked: string;
  readonly page: string;
}

/** The feed of a repository on GitHub, as a release is built with; undefined for anything else, or for none. */
export const feedOf = (address: string): UpdateFeed | undefined => {
  const [, owner, name] =
    /^https:\/\/api\.github\.com\/repos\/([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+)\/releases\/latest$/.exec(
      address,
    ) ?? [];
  if (owner === undefined || name === undefined || /^\.+$/.test(name)) return undefined;
  return { asked: address, page: `https://github.com/${owner}/${name}/releases/latest` };
};
