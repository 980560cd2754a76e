import { icons } from 'virtual:icons';
import { ownIcons } from '../../shared/exporters/picture/own-icons.ts';

const addresses = new Map<string, string>([
  ...Object.entries(icons),
  ...[...ownIcons].map(([name, svg]): [string, string] => [
    name,
    `data:image/svg+xml,${encodeURIComponent(svg)}`,
  ]),
]);

/** The address of an icon, by the name that a service gives; undefined when there is none. */
export const iconAddress = (name: string): string | undefined => addresses.get(name);
