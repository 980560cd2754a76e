import { categories } from '../../../shared/catalog/appearance.ts';
import type { ServiceDefinition } from '../../../shared/catalog/service.ts';
import { findableService } from '../../../shared/catalog/service-search.ts';
import type { PickerCandidate } from './service-picker.tsx';

export interface ServiceCandidate extends PickerCandidate {
  /** The kind is the id. */
  readonly kind: string;
}

/** More lately added kinds than this are not "lately" any more. */
const recentCount = 4;

/**
 * The services as a picker lists them: those added lately first, then by category. Those that `fits` refuses come
 * last and say so, for they go elsewhere than where they were asked for.
 */
export const serviceCandidates = (
  services: readonly ServiceDefinition[],
  {
    recent,
    fits,
    iconOf,
  }: {
    readonly recent: readonly string[];
    readonly fits: (kind: string) => boolean;
    readonly iconOf: (name: string) => string | undefined;
  },
): readonly ServiceCandidate[] => {
  const candidateOf = (service: ServiceDefinition, group: string): ServiceCandidate => ({
    id: service.kind,
    kind: service.kind,
    title: service.title,
    icon: iconOf(service.icon),
    words: findableService(service).words,
    group,
  });
  const able = services.filter(({ kind }) => fits(kind));
  const lately = recent
    .flatMap((kind) => able.filter((service) => service.kind === kind))
    .slice(0, recentCount);
  const byCategory = Object.entries(categories).flatMap(([category, { title }]) =>
    able
      .filter((service) => service.category === category && !lately.includes(service))
      .map((service) => candidateOf(service, title)),
  );
  return [
    ...lately.map((service) => candidateOf(service, 'Lately added')),
    ...byCategory,
    ...services
      .filter((service) => !able.includes(service))
      .map((service) => candidateOf(service, 'Not in this container')),
  ];
};
