import { jsonDefaults } from 'monaco-editor/languages/features/json/register';

/*
 * What Monaco's JSON service does here: it offers what may come next and says what it means, from schemas that the
 * window brings along. It never fetches one. What is wrong is said by the checks of this program, in their own words.
 */

/** A sort of JSON that the editor helps with. */
export interface JsonHelp {
  /** A word of letters and dashes; the names of its models end in it. */
  readonly name: string;
  readonly schema: object;
}

jsonDefaults.setModeConfiguration({ completionItems: true, hovers: true, selectionRanges: true });

const known = new Map<string, object>();

const setSchemas = (): void =>
  jsonDefaults.setDiagnosticsOptions({
    validate: false,
    enableSchemaRequest: false,
    schemas: [...known].map(([name, schema]) => ({
      uri: `isobar://schemas/${name}.json`,
      fileMatch: [`*.${name}.json`],
      schema,
    })),
  });
setSchemas();

let models = 0;

/** The address of a new model, by which the service finds its schema. */
export const modelAddress = (help: JsonHelp | undefined): string => {
  models += 1;
  if (!help) return `inmemory://isobar/${models}.json`;
  if (known.get(help.name) !== help.schema) {
    known.set(help.name, help.schema);
    setSchemas();
  }
  return `inmemory://isobar/${models}.${help.name}.json`;
};
