import { fuzzyFind } from '../lib/fuzzy.ts';
import { categories } from './appearance.ts';
import type { ServiceDefinition } from './service.ts';
import { serviceWords } from './service-words.ts';

/** The services that answer what was typed, the best first: by name, by what people call them, by category. */
export const searchServices = <S extends ServiceDefinition>(
  typed: string,
  services: readonly S[],
): readonly S[] => fuzzyFind(typed, services, ({ title }) => title, wordsOfService);

/** All words besides its title that lead to a service. */
export const wordsOfService = ({ kind, category, cloudFormation }: ServiceDefinition): string =>
  [serviceWords[kind] ?? '', kind, categories[category].title, ...cloudFormation].join(' ');
