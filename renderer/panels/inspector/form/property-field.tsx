import { Menu } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { propertyOf } from '../../../../shared/catalog/catalog.ts';
import type { Subject } from '../../../../shared/graph/graph.ts';
import { isNode } from '../../../../shared/graph/property-values.ts';
import type { Json } from '../../../../shared/lib/json.ts';
import { sameJson } from '../../../../shared/lib/json-value.ts';
import { sequence, setProperty, unsetProperty } from '../../../../shared/model/edits/index.ts';
import { isIntrinsic } from '../../../../shared/model/value.ts';
import { useApp, useFindingsAt, useView } from '../../../store/hooks.ts';
import { IconButton } from '../../../ui/fields/field.tsx';
import classes from '../../../ui/fields/fields.module.css';
import { MoreSign, ResetSign } from '../../../ui/fields/signs.tsx';
import { defaultText } from '../values/limits.ts';
import { baseOf, type NamedProperty } from '../values/sections.ts';
import { useDraft } from './drafts.ts';
import { FindingLines } from './finding-lines.tsx';
import { useForm } from './form-context.ts';
import { type IntrinsicDraft, intrinsicDraft } from './intrinsic-control.tsx';
import { ValueField } from './value-field.tsx';

const nameOf = (owner: Subject): string => (isNode(owner) ? `"${owner.name}"` : 'a connection');

/** The name that AWS's templates have for a property, as the tooltip of a label says it. */
const cloudFormationName = (owner: Subject | undefined, property: string): string => {
  const path = owner && propertyOf(isNode(owner) ? owner.kind : owner.type, property)?.cfn;
  return path === undefined ? `${property} in the design file` : `${path} in CloudFormation`;
};

/** One property of what is chosen, with all that can be done to it. */
export const PropertyField = ({ property }: { readonly property: NamedProperty }) => {
  const app = useApp();
  const { owners, isLocked } = useForm();
  const { name, label, definition } = property;
  const [first, ...others] = owners;
  const own = first?.properties[name];
  const differs = others.some((owner) => !sameJson(owner.properties[name], own));
  const value = differs ? undefined : own;
  const isSet = owners.some((owner) => Object.hasOwn(owner.properties, name));
  const key = `${owners.map(({ id }) => id).join(' ')}.${name}`;
  const findings = useFindingsAt(owners.length === 1 ? (first?.id ?? '') : '').filter(
    (finding) =>
      owners.length === 1 && finding.property !== undefined && baseOf(finding.property) === name,
  );
  const anchor = useFocusOnRequest(first?.id, name);
  const intrinsic = useDraft<IntrinsicDraft>(intrinsicDraft(key), value);
  const text = useDraft<unknown>(key, value);

  const setValue = (next: Json | undefined): void => {
    app.edit(
      `${next === undefined ? 'Reset' : 'Set'} ${label.toLowerCase()} of ${
        others.length > 0 ? `${owners.length} items` : first ? nameOf(first) : ''
      }`,
      sequence(
        ...owners.map(({ id }) =>
          next === undefined ? unsetProperty(id, name) : setProperty(id, name, next),
        ),
      ),
      { mergeKey: key },
    );
  };
  const reset = (): void => {
    intrinsic.keep(undefined);
    text.keep(undefined);
    setValue(undefined);
    app.endGesture();
  };
  const isForm = isIntrinsic(value) || intrinsic.typed !== undefined;
  const proposal = defaultText(definition);
  return (
    <div ref={anchor}>
      <ValueField
        key={isForm ? 'intrinsic' : 'value'}
        definition={definition}
        label={label}
        name={cloudFormationName(first, name)}
        value={value}
        setValue={setValue}
        draftName={key}
        isSet={isSet}
        mixed={differs ? 'Different values' : undefined}
        anchor={name}
        hasFindings={findings.length > 0}
        onLeave={() => app.endGesture()}
        below={<FindingLines findings={findings} />}
        tools={
          !isLocked && (
            <span className={classes.tools}>
              {(isSet || text.typed !== undefined) && (
                <IconButton
                  name={proposal === undefined ? `Clear ${label}` : `Reset ${label} to ${proposal}`}
                  onClick={reset}
                >
                  <ResetSign />
                </IconButton>
              )}
              <Menu position="bottom-end" withinPortal shadow="md">
                <Menu.Target>
                  <button type="button" className={classes.icon} aria-label={`More for ${label}`}>
                    <MoreSign />
                  </button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Label>{cloudFormationName(first, name)}</Menu.Label>
                  {isForm ? (
                    <Menu.Item onClick={reset}>Use a plain value</Menu.Item>
                  ) : (
                    <Menu.Item onClick={() => intrinsic.keep({ form: 'Ref', text: '' }, value)}>
                      Use an intrinsic…
                    </Menu.Item>
                  )}
                  {definition.type === 'string' && proposal !== undefined && (
                    <Menu.Item disabled={value === ''} onClick={() => setValue('')}>
                      Leave empty on purpose
                    </Menu.Item>
                  )}
                  <Menu.Item disabled={!isSet} onClick={reset}>
                    {proposal === undefined ? 'Clear' : `Reset to ${proposal}`}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </span>
          )
        }
      />
    </div>
  );
};

/** Scrolls to the field and gives it the keyboard when somebody asks to see this property. */
const useFocusOnRequest = (owner: string | undefined, name: string) => {
  const app = useApp();
  const wanted = useView('property');
  const element = useRef<HTMLDivElement>(null);
  const isWanted = wanted?.owner === owner && baseOf(wanted?.name ?? '') === name;
  useEffect(() => {
    if (!isWanted || !element.current) return;
    element.current.scrollIntoView({ block: 'center' });
    element.current.querySelector<HTMLElement>('input, textarea, [role="combobox"]')?.focus();
    app.setView({ property: undefined });
  }, [app, isWanted]);
  return element;
};
