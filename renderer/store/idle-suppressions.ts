import type { Design, Suppression } from '../../shared/model/design.ts';
import { findNode } from '../../shared/model/tree.ts';
import type { Finding, Place } from '../../shared/rules/rule.ts';

/*
 * Suppressions that set nothing aside: the fault is mended, or the place or the rule is gone. Nobody would see them
 * again, and the day the fault came back it would be silent; so they are listed like the others.
 */

const idle = 'idle-suppression';

/** The suppression that sets a finding aside: the one at its place, else that of the whole design. */
export const suppressionOf = (design: Design, { rule, at }: Finding): Suppression | undefined => {
  const own = (design.suppressions ?? []).filter((item) => item.rule === rule);
  return (
    own.find((item) => at.kind !== 'design' && item.at === at.id) ??
    own.find((item) => item.at === undefined)
  );
};

/** True for what stands in the list in place of a finding, for a suppression without one. */
export const isIdle = ({ messageKey }: Finding): boolean => messageKey === idle;

/** The place of a suppression is gone, most likely with its node. */
export const isGone = (design: Design, at: Place): boolean =>
  at.kind !== 'design' &&
  findNode(design, at.id) === undefined &&
  !design.connections.some(({ id }) => id === at.id);

const placeOf = (design: Design, at: string | undefined): Place => {
  if (at === undefined) return { kind: 'design' };
  const isConnection = design.connections.some(({ id }) => id === at);
  return { kind: isConnection ? 'connection' : 'node', id: at };
};

/** What is listed for each suppression of a design that matches none of its findings. */
export const idleSuppressions = (
  findings: readonly Finding[],
  design: Design,
): readonly Finding[] => {
  const { suppressions = [] } = design;
  if (suppressions.length === 0) return [];
  const used = new Set<Suppression>();
  for (const finding of findings) {
    const suppression = finding.suppressed && suppressionOf(design, finding);
    if (suppression) used.add(suppression);
  }
  return suppressions
    .filter((suppression) => !used.has(suppression))
    .map(({ rule, at, reason }): Finding => {
      const place = placeOf(design, at);
      return {
        rule,
        severity: 'info',
        messageKey: idle,
        message: isGone(design, place)
          ? 'Matches nothing now: what it was written for is gone.'
          : 'Matches nothing now.',
        at: place,
        data: {},
        fixes: [],
        suppressed: { reason },
      };
    });
};
