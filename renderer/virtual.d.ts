declare module 'virtual:icons' {
  /** The address of each icon of AWS's set that the catalog uses, by its name. */
  export const icons: Readonly<Record<string, string>>;
}
declare module 'virtual:templates' {
  /** A design to start from. */
  export interface Template {
    /** The name of its folder. */
    readonly id: string;
    readonly name: string;
    /** One line: what it is. */
    readonly description: string;
    /** The name of the group that it is shown in; those of one group follow each other. */
    readonly group: string;
    /** The addresses of its pictures, and their size in pixels. */
    readonly light: string;
    readonly dark: string;
    readonly width: number;
    readonly height: number;
    /** Loads its text. */
    readonly load: () => Promise<string>;
  }
  export const templates: readonly Template[];
}

declare module 'virtual:icon-texts' {
  /** The SVG text of each icon of AWS's set that the catalog uses, by its name. */
  export const iconTexts: Readonly<Record<string, string>>;
}

/** The version in package.json. */
declare const ISOBAR_VERSION: string;
