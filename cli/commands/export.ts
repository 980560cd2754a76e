import { resolve } from 'node:path';
import { exportCdk } from '../../shared/exporters/cdk/cdk.ts';
import { exportMermaid } from '../../shared/exporters/picture/mermaid.ts';
import { exportSvg } from '../../shared/exporters/picture/svg.ts';
import { planDesign } from '../../shared/exporters/plan/plan.ts';
import { exportMarkdown } from '../../shared/exporters/report/markdown.ts';
import { exportSam } from '../../shared/exporters/sam/sam.ts';
import type { Result } from '../../shared/lib/result.ts';
import { counted } from '../../shared/rules/text.ts';
import { defineCommand } from '../command.ts';
import { findingsOf, locate } from '../findings/located.ts';
import { textReport } from '../findings/text-report.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { type LoadedDesign, loadDesign, say } from '../load-design.ts';
import { flag, maybeOneOf, requiredOneOf, textOption } from '../options.ts';
import { plain, styleOf } from '../style.ts';
import { type WriteProblem, type Written, writeFolder, writeOne } from '../write-files.ts';

const targets = ['sam', 'cdk', 'mermaid', 'svg', 'markdown'] as const;
type Target = (typeof targets)[number];

export const exportDesign = defineCommand({
  name: 'export',
  summary: 'writes a design out as SAM, CDK, a picture or a report',
  takes: '<design>',
  words: { min: 1, max: 1 },
  completes: 'designs',
  findings: 'the design has errors that stop the export',
  details: [
    'sam and cdk write a folder; mermaid, svg and markdown a file, or stdout without --out.',
    'Nothing is written outside of --out, and no file is overwritten without --force. Files',
    'that are there with the same text are left alone.',
  ],
  options: {
    to: requiredOneOf(targets, 'what to write'),
    out: textOption('path', 'the folder (sam, cdk) or the file to write'),
    force: flag('overwrites files that are there'),
    'despite-errors': flag('exports to sam or cdk although the design has errors'),
    theme: maybeOneOf(['light', 'dark'], 'the colours of the svg; light unless said'),
    transparent: flag('an svg without a ground of its own'),
  },
  examples: [
    'isobar export shop.isobar.json --to cdk --out app',
    'isobar export shop.isobar.json --to sam --out sam --force',
    'isobar export shop.isobar.json --to svg --theme dark --out shop.svg',
    'isobar export shop.isobar.json --to mermaid',
  ],
  run({ options, words: [word = ''] }, io) {
    const { to, out, force } = options;
    const wrong = (message: string): ExitCode => {
      say(io, { severity: 'error', message });
      return exitCodes.wrong;
    };
    if (to !== 'svg' && (options.theme !== undefined || options.transparent))
      return wrong('--theme and --transparent are for --to svg.');
    if (to !== 'sam' && to !== 'cdk' && options['despite-errors'])
      return wrong('--despite-errors is for --to sam and --to cdk; the others show any design.');
    if ((to === 'sam' || to === 'cdk') && out === undefined)
      return wrong(`--to ${to} writes several files: name their folder with --out.`);
    const loaded = loadDesign(word, io);
    if (!loaded) return exitCodes.wrong;
    if (to === 'sam' || to === 'cdk') {
      const files = applicationFiles(loaded, to, options['despite-errors'], io);
      if (!files) return exitCodes.findings;
      const folder = resolve(io.cwd, out ?? '');
      return sayWritten(writeFolder(folder, files, { overwrite: force }), out ?? '', true, io);
    }
    const text = documentText(loaded, to, options, io);
    if (out === undefined) {
      io.stdout(text);
      return exitCodes.fine;
    }
    return sayWritten(writeOne(resolve(io.cwd, out), text, { overwrite: force }), out, false, io);
  },
});

/** The files of an application; undefined when the design cannot be exported: then it has said why. */
const applicationFiles = (
  loaded: LoadedDesign,
  to: 'sam' | 'cdk',
  despiteErrors: boolean,
  io: Io,
) => {
  const errors = findingsOf(loaded, io, to).filter(
    ({ severity, suppressed }) => severity === 'error' && !suppressed,
  );
  if (errors.length > 0) {
    io.stderr(`${textReport(loaded, locate(loaded, errors), styleOf(io.colors.stderr))}\n`);
    const message = `The design has ${counted(errors.length, 'error')}`;
    if (!despiteErrors) {
      say(io, {
        severity: 'error',
        message: `${message}; nothing was written.`,
        hint: 'Mend them, or say --despite-errors: what comes out may not deploy.',
      });
      return undefined;
    }
    say(io, { severity: 'warning', message: `${message}; what comes out may not deploy.` });
  }
  const plan = planDesign(loaded.design);
  const { files, problems } = to === 'sam' ? exportSam(plan) : exportCdk(plan);
  for (const { message } of problems) say(io, { severity: 'error', file: loaded.file, message });
  if (problems.length === 0) return files;
  say(io, { severity: 'error', message: 'The design cannot be exported; nothing was written.' });
  return undefined;
};

const documentText = (
  loaded: LoadedDesign,
  to: Exclude<Target, 'sam' | 'cdk'>,
  {
    theme,
    transparent,
  }: { readonly theme: 'light' | 'dark' | undefined; readonly transparent: boolean },
  io: Io,
): string => {
  switch (to) {
    case 'mermaid':
      return exportMermaid(loaded.design);
    case 'svg':
      return exportSvg(loaded.design, {
        theme: theme ?? 'light',
        transparent,
        icon: (name) => (Object.hasOwn(io.assets.icons, name) ? io.assets.icons[name] : undefined),
      });
    case 'markdown':
      return exportMarkdown(loaded.design, { findings: findingsOf(loaded, io) });
  }
};

const sayWritten = (
  result: Result<Written, WriteProblem>,
  out: string,
  isFolder: boolean,
  io: Io,
): ExitCode => {
  if (!result.ok) {
    const { message, existing } = result.error;
    say(io, { severity: 'error', message: `${message} Nothing was written.` });
    if (existing) {
      for (const path of existing.slice(0, 20))
        io.stderr(`  ${plain(isFolder ? `${out}/${path}` : out)}\n`);
      if (existing.length > 20) io.stderr(`  and ${existing.length - 20} more\n`);
      io.stderr('  --force overwrites them.\n');
    }
    return exitCodes.wrong;
  }
  const { written, unchanged } = result.value;
  const parts = [
    `wrote ${counted(written.length, 'file')}`,
    ...(unchanged.length > 0 ? [`${unchanged.length} unchanged`] : []),
  ];
  io.stderr(`${plain(out)}: ${parts.join(', ')}${isFolder ? '; how to deploy: README.md' : ''}\n`);
  return exitCodes.fine;
};
