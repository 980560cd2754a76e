import { type Findable, matching } from '../lib/match.ts';
import { categories } from './appearance.ts';
import type { ServiceDefinition } from './service.ts';

/** How a service is found: by its title, by what people call it, by category and CloudFormation type. */
export const findableService = ({
  kind,
  title,
  words,
  category,
  cloudFormation,
}: ServiceDefinition): Findable => ({
  title,
  words: [
    words,
    kind,
    categories[category].title,
    cloudFormation.join(' ').replaceAll('::', ' '),
  ].join(' '),
});

const findable = new WeakMap<ServiceDefinition, Findable & { service: ServiceDefinition }>();

/** The services that answer what was typed, the closest first; all of them while nothing is typed. */
export const searchServices = (
  typed: string,
  services: readonly ServiceDefinition[],
): readonly ServiceDefinition[] =>
  matching(
    typed,
    services.map((service) => {
      const known = findable.get(service) ?? { ...findableService(service), service };
      findable.set(service, known);
      return known;
    }),
  ).map(({ service }) => service);
