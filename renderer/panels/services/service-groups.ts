import { categories } from '../../../shared/catalog/appearance.ts';
import type { Category, ServiceDefinition } from '../../../shared/catalog/service.ts';
import { searchServices } from '../../../shared/catalog/service-search.ts';

/** One heading of the palette and what stands below it. */
export interface ServiceGroup {
  readonly id: string;
  readonly title: string;
  readonly members: readonly ServiceDefinition[];
}

/** The palette: what was added lately, then every category; while something is typed, one list, the closest first. */
export const serviceGroups = (
  typed: string,
  services: readonly ServiceDefinition[],
  recentKinds: readonly string[],
): readonly ServiceGroup[] => {
  if (typed.trim() !== '') {
    const members = searchServices(typed, services);
    return members.length === 0 ? [] : [{ id: 'found', title: 'Found', members }];
  }
  const recent = recentKinds
    .flatMap((kind) => services.find((service) => service.kind === kind) ?? [])
    .slice(0, 5);
  const groups = (Object.keys(categories) as Category[]).map(
    (category): ServiceGroup => ({
      id: category,
      title: categories[category].title,
      members: services.filter((service) => service.category === category),
    }),
  );
  return [{ id: 'recent', title: 'Used lately', members: recent }, ...groups].filter(
    ({ members }) => members.length > 0,
  );
};
