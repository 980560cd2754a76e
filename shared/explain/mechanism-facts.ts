import { connections } from '../catalog/catalog.ts';
import { commonConnectionProperties } from '../catalog/common-properties.ts';
import type { Mechanism, OnPath } from '../catalog/connection.ts';
import { titleOf } from '../connecting/words.ts';
import type { Page } from './page.ts';
import { part } from './page.ts';
import { type PropertyFacts, propertyFacts, propertyTable } from './property-facts.ts';

/** All that is known of one mechanism. */
export interface MechanismFacts {
  readonly id: string;
  readonly title: string;
  readonly family: Mechanism['family'];
  readonly explain: string;
  readonly onPath: OnPath;
  /** What every connection of the mechanism has. */
  readonly properties: readonly PropertyFacts[];
  readonly connections: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly label: string;
  }[];
}

/** What the tables say of a mechanism. */
export const mechanismFacts = ({
  id,
  title,
  family,
  explain,
  onPath = 'anywhere',
  properties = {},
}: Pick<
  Mechanism,
  'id' | 'title' | 'family' | 'explain' | 'onPath' | 'properties'
>): MechanismFacts => ({
  id,
  title,
  family,
  explain,
  onPath,
  properties: propertyFacts({ ...commonConnectionProperties(id), ...properties }),
  connections: connections
    .filter(({ mechanism }) => mechanism === id)
    .map((row) => ({ id: row.id, from: row.from, to: row.to, label: row.label })),
});

const places: Readonly<Record<OnPath, string>> = {
  anywhere: '',
  first: 'It tells of its source itself, so a way over several services can only begin with it.',
  last: 'It ends at its target, so a way over several services can only end with it.',
  never: 'It is no part of a way over several services.',
};

/** The page of a mechanism. */
export const mechanismPage = (facts: MechanismFacts): Page => ({
  title: facts.title,
  id: facts.id,
  blocks: [
    { text: facts.explain },
    { text: places[facts.onPath] },
    ...part('Settings of all its connections', [propertyTable(facts.properties)]),
    ...part('Connections', [
      {
        list: facts.connections.map(({ id, from, to, label }) => [
          { text: id, to: { connection: id } },
          `: ${titleOf(from)} ${label} ${titleOf(to)}`,
        ]),
      },
    ]),
  ].filter((block) => !('text' in block) || block.text !== ''),
});
