declare module 'virtual:icons' {
  /** The address of each icon of AWS's set that the catalog uses, by its name. */
  export const icons: Readonly<Record<string, string>>;
}
declare module 'virtual:templates' {
  /** Loads the text of a template, by the name of its folder. */
  export const templates: Readonly<Record<string, () => Promise<string>>>;
}

/** The version in package.json. */
declare const ISOBAR_VERSION: string;
