import { useEffect, useMemo, useState } from 'react';
import { propertiesOf } from '../../../../shared/catalog/catalog.ts';
import { readerOf } from '../../../../shared/catalog/reader.ts';
import type { Subject } from '../../../../shared/graph/graph.ts';
import { isNode } from '../../../../shared/graph/property-values.ts';
import { unsetProperty } from '../../../../shared/model/edits/index.ts';
import { useApp, useIsReadOnly, useSetting, useView } from '../../../store/hooks.ts';
import { IconButton } from '../../../ui/fields/field.tsx';
import { RemoveSign, RightSign, SearchSign } from '../../../ui/fields/signs.tsx';
import { labelOf } from '../values/label.ts';
import { baseOf, findProperties, type NamedProperty, sectionsOf } from '../values/sections.ts';
import classes from './form.module.css';
import { FormContext } from './form-context.ts';
import { PropertyField } from './property-field.tsx';
import { ValueField } from './value-field.tsx';

/** With more properties than this, one searches. */
const manyProperties = 10;

/** Kinds whose advanced properties somebody has unfolded; they stay so while the window lives. */
const unfolded = new Set<string>();

/** The form of some nodes or connections of one kind or type, drawn from its property table. */
export const PropertyForm = ({ owners }: { readonly owners: readonly Subject[] }) => {
  const app = useApp();
  const isLocked = useIsReadOnly();
  const showsHelp = useSetting('density') === 'comfortable';
  const [typed, setTyped] = useState('');
  const [first] = owners;
  const kind = first === undefined ? '' : isNode(first) ? first.kind : first.type;
  const [isOpen, setIsOpen] = useState(unfolded.has(kind));
  const table = useMemo(() => propertiesOf(kind) ?? {}, [kind]);
  const sections = useMemo(() => {
    const readers = owners.map((owner) => readerOf(app.graph, owner));
    return sectionsOf(table, {
      set: new Set(owners.flatMap((owner) => Object.keys(owner.properties))),
      counts: ({ when }) => when === undefined || readers.some((read) => when(read)),
    });
  }, [app, owners, table]);
  const form = useMemo(
    () => ({ isLocked, showsHelp, owners, Value: ValueField }),
    [isLocked, showsHelp, owners],
  );
  const { main, advanced, waiting, unknown } = sections;

  // Somebody wants to see a property that is folded away, or that the search hides.
  const wanted = useView('property');
  const wantedName =
    wanted !== undefined && wanted.owner === first?.id ? baseOf(wanted.name) : undefined;
  useEffect(() => {
    if (wantedName === undefined) return;
    setTyped('');
    if (advanced.some(({ name }) => name === wantedName)) setIsOpen(true);
    // What cannot be shown now must not take the keyboard later.
    else if (!main.some(({ name }) => name === wantedName)) app.setView({ property: undefined });
  }, [app, wantedName, main, advanced]);

  const found = typed.trim() === '' ? undefined : findProperties(sections, typed);
  const setCount = advanced.filter(({ name }) =>
    owners.some((owner) => Object.hasOwn(owner.properties, name)),
  ).length;
  return (
    <FormContext value={form}>
      {main.length + advanced.length > manyProperties && (
        <div className={classes.search}>
          <div className={classes.searchBox}>
            <SearchSign />
            <input
              type="search"
              value={typed}
              placeholder="Find a property"
              aria-label="Find a property"
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || typed === '') return;
                event.stopPropagation();
                setTyped('');
              }}
            />
          </div>
        </div>
      )}
      {found !== undefined ? (
        <>
          <Fields properties={found} />
          {found.length === 0 && (
            <p className={classes.quiet}>No property is called “{typed.trim()}”.</p>
          )}
        </>
      ) : (
        <>
          <Fields properties={main} />
          {main.length === 0 && unknown.length === 0 && (
            <p className={classes.quiet}>There is nothing to set here.</p>
          )}
          {advanced.length > 0 && (
            <section className={classes.advanced}>
              <h3>
                <button
                  type="button"
                  aria-expanded={isOpen}
                  onClick={() => {
                    if (isOpen) unfolded.delete(kind);
                    else unfolded.add(kind);
                    setIsOpen(!isOpen);
                  }}
                >
                  <RightSign />
                  Advanced
                  <span>
                    {advanced.length}
                    {setCount > 0 && `, ${setCount} set`}
                  </span>
                </button>
              </h3>
              {isOpen && <Fields properties={advanced} />}
            </section>
          )}
          <Waiting properties={waiting} />
          <Unknown owners={owners} names={unknown} isLocked={isLocked} />
        </>
      )}
    </FormContext>
  );
};

const Fields = ({ properties }: { readonly properties: readonly NamedProperty[] }) =>
  properties.map((property) => <PropertyField key={property.name} property={property} />);

/** What is set, but has no meaning as long as other properties are as they are. */
const Waiting = ({ properties }: { readonly properties: readonly NamedProperty[] }) =>
  properties.length === 0 ? null : (
    <p className={classes.quiet}>
      Kept in the file, without meaning while the settings above are as they are:{' '}
      {properties.map(({ label }) => label).join(', ')}.
    </p>
  );

/** What the file holds and this version does not know: shown as it is, kept, and removable. */
const Unknown = ({
  owners,
  names,
  isLocked,
}: {
  readonly owners: readonly Subject[];
  readonly names: readonly string[];
  readonly isLocked: boolean;
}) => {
  const app = useApp();
  const [owner] = owners;
  if (names.length === 0 || owners.length !== 1 || owner === undefined) return null;
  return (
    <section className={classes.unknown}>
      <h3>Also in the file</h3>
      <p>This version of Isobar does not know these. They stay as they are.</p>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{JSON.stringify(owner.properties[name], undefined, 2)}</code>
            </dd>
            {!isLocked && (
              <IconButton
                name={`Remove ${name} from the file`}
                onClick={() =>
                  app.edit(`Remove ${labelOf(name).toLowerCase()}`, unsetProperty(owner.id, name))
                }
              >
                <RemoveSign />
              </IconButton>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
};
