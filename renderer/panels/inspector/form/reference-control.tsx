import { useMemo } from 'react';
import { connectionOf, serviceOf } from '../../../../shared/catalog/catalog.ts';
import { labelOf } from '../../../../shared/catalog/connection-label.ts';
import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import { isNode } from '../../../../shared/graph/property-values.ts';
import { iconAddress } from '../../../assets/icons.ts';
import { useApp, useDesign, useNode } from '../../../store/hooks.ts';
import { type Choice, ChoiceLine } from '../../../ui/fields/choice-inputs.tsx';
import type { ControlIds } from '../../../ui/fields/field.tsx';
import classes from './form.module.css';
import { useForm } from './form-context.ts';

interface Props {
  readonly ids: ControlIds;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly placeholder?: string | undefined;
  readonly isLocked?: boolean;
  readonly definition: PropertyDefinition;
}

/** Picks another node, or another connection, of the design. */
export const ReferenceControl = (props: Props) =>
  props.definition.type === 'node-ref' ? (
    <NodePicker {...props} />
  ) : (
    <ConnectionPicker {...props} />
  );

const NodePicker = ({ ids, text, onText, isLocked = false, definition, placeholder }: Props) => {
  const { nodes } = useDesign();
  const chosen = useNode(text);
  const icon = iconAddress(serviceOf(chosen?.kind ?? '')?.icon ?? '');
  const choices = useMemo(
    () =>
      nodes
        .filter(({ kind }) => definition.kinds?.includes(kind) ?? true)
        .map(({ id, name, kind }): Choice => {
          const twin = nodes.some((other) => other.id !== id && other.name === name);
          return {
            value: id,
            label: twin ? `${name} (${serviceOf(kind)?.title ?? kind}, ${id})` : name,
          };
        }),
    [nodes, definition.kinds],
  );
  const wanted = (definition.kinds ?? [])
    .map((kind) => serviceOf(kind)?.title ?? kind)
    .join(' or ');
  return (
    <ChoiceLine
      ids={ids}
      value={text}
      choices={withMissing(choices, text)}
      onChoose={onText}
      isLocked={isLocked}
      isClearable
      isSearchable
      placeholder={
        placeholder ??
        (choices.length === 0
          ? `No ${wanted || 'node'} in the design yet`
          : `None: choose ${wanted || 'a node'}`)
      }
      icon={icon === undefined ? undefined : <img className={classes.tinyIcon} src={icon} alt="" />}
    />
  );
};

const ConnectionPicker = ({ ids, text, onText, isLocked = false, placeholder }: Props) => {
  const app = useApp();
  const { connections } = useDesign();
  const { owners } = useForm();
  const choices = useMemo(() => {
    const starts = new Set<string>(owners.map((owner) => (isNode(owner) ? owner.id : owner.from)));
    const own = new Set<string>(owners.map(({ id }) => id));
    return connections
      .filter(({ id, from, to }) => !own.has(id) && (starts.has(from) || starts.has(to)))
      .map((connection): Choice => {
        const from = app.graph.source(connection)?.name ?? connection.from;
        const to = app.graph.target(connection)?.name ?? connection.to;
        const verb = connectionOf(connection.type)
          ? labelOf(app.graph, connection).text
          : connection.type;
        return { value: connection.id, label: `${from} → ${to} (${verb})` };
      });
  }, [app, connections, owners]);
  return (
    <ChoiceLine
      ids={ids}
      value={text}
      choices={withMissing(choices, text)}
      onChoose={onText}
      isLocked={isLocked}
      isClearable
      isSearchable
      placeholder={placeholder ?? 'All of them'}
    />
  );
};

/** What is referred to and not there, or of another kind, stays and says so. */
const withMissing = (choices: readonly Choice[], value: string): readonly Choice[] =>
  value === '' || choices.some((choice) => choice.value === value)
    ? choices
    : [{ value, label: `${value} (not found)` }, ...choices];
