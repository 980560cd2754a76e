import { isJsonObject, type Json } from '../../../../shared/lib/json.ts';
import { labelOf } from '../values/label.ts';
import { withField } from '../values/record.ts';
import classes from './form.module.css';
import { useForm } from './form-context.ts';
import type { ValueProps } from './value-props.ts';

/** Types that are made of several, and want the whole width. */
const parts: ReadonlySet<string> = new Set(['list', 'map', 'object', 'json']);

/** An object whose fields the catalog knows: a small form within the form. */
export const RecordControl = ({ definition, value, setValue, draftName }: ValueProps) => {
  const { Value } = useForm();
  const held = isJsonObject(value) ? value : undefined;
  const base = isJsonObject(definition.default ?? null) ? definition.default : undefined;
  const fields = definition.fields ?? {};
  const read = (name: string): Json | undefined => held?.[name] ?? fields[name]?.default;
  const put = (name: string, next: Json | undefined): void =>
    setValue(withField(definition, held, name, next));
  return (
    <div className={classes.record}>
      {Object.entries(fields).map(([name, field]) => {
        if (!(field.when?.(read) ?? true)) return null;
        // While nothing is set, what the whole object would be counts for its parts.
        const inherited = held === undefined && isJsonObject(base) ? base[name] : undefined;
        return (
          <div key={name} className={parts.has(field.type) ? classes.whole : undefined}>
            <Value
              isNested
              definition={inherited === undefined ? field : { ...field, default: inherited }}
              label={labelOf(name, field.unit)}
              value={held?.[name]}
              draftName={`${draftName}.${name}`}
              setValue={(next) => put(name, next)}
            />
          </div>
        );
      })}
    </div>
  );
};
