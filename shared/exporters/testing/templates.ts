import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseDesign } from '../../model/parse.ts';
import type { ExportCase } from './export-case.ts';

const folder = resolve(import.meta.dirname, '../../../templates');

/** A template as it is shipped. */
export interface TemplateFile extends ExportCase {
  readonly text: string;
}

/** All templates, by name. */
export const templateFiles: readonly TemplateFile[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const text = readFileSync(join(folder, name, 'design.isobar.json'), 'utf8');
    const parsed = parseDesign(text);
    if (!parsed.ok)
      throw new Error(`${name}: ${parsed.error.map(({ message }) => message).join('; ')}`);
    return { title: name, text, design: parsed.value.design };
  });
