/**
 * The layer table: which part of the program may know which other part. `check-layers.mjs` reads
 * it; docs/architecture.md shows it to people. Imports go one way only, so that the core runs
 * anywhere and each part can be understood without those above it.
 *
 * @typedef {object} Layer
 * @property {string} folder  Everything below this folder, unless a longer folder claims it. `.` is
 *   the files that lie at the top level of the project itself.
 * @property {readonly string[]} may  Folders whose files may be imported, besides the layer's own.
 *   A folder stands for all that is below it.
 * @property {readonly string[]} packages  Packages that may be imported. `node:` stands for all of
 *   Node.js, `virtual:` for what vite.config.ts makes, `*` for any package: only for what is never shipped.
 * @property {boolean} [pure]  No clock, no chance, no machine: the same input gives the same output.
 * @property {boolean} [foldersApart]  The folders right below this one do not know one another.
 * @property {boolean} [loose]  May import what is worked out at run time.
 */

/** @type {readonly Layer[]} */
export const layers = [
  // The core: runs in a browser, in Node.js and in a test, and behaves the same in each.
  { folder: 'shared/lib', may: [], packages: [], pure: true },
  { folder: 'shared/model', may: ['shared/lib'], packages: ['zod'], pure: true },
  { folder: 'shared/graph', may: ['shared/lib', 'shared/model'], packages: [], pure: true },
  {
    folder: 'shared/catalog',
    may: ['shared/lib', 'shared/model', 'shared/graph', 'shared/catalog/workflow'],
    packages: [],
    pure: true,
  },
  // Reads definitions that people write as YAML; writes none.
  {
    folder: 'shared/catalog/workflow',
    may: ['shared/lib', 'shared/model', 'shared/graph', 'shared/catalog'],
    packages: ['yaml'],
    pure: true,
  },
  {
    folder: 'shared/rules',
    may: ['shared/lib', 'shared/model', 'shared/graph', 'shared/catalog'],
    packages: [],
    pure: true,
  },
  // What drawing a line means. It offers the bridges that rules build, so it stands above them.
  {
    folder: 'shared/connecting',
    may: ['shared/lib', 'shared/model', 'shared/graph', 'shared/catalog', 'shared/rules'],
    packages: [],
    pure: true,
  },
  // What is told of kinds, connections and rules: drawn as Markdown for docs/, and as text by the command line.
  {
    folder: 'shared/explain',
    may: [
      'shared/lib',
      'shared/model',
      'shared/graph',
      'shared/catalog',
      'shared/rules',
      'shared/connecting',
    ],
    packages: [],
    pure: true,
  },
  // Not `yaml`: exports are written by our own writer (docs/decisions/0003).
  {
    folder: 'shared/exporters',
    may: ['shared/lib', 'shared/model', 'shared/graph', 'shared/catalog'],
    packages: [],
    pure: true,
  },
  { folder: 'shared/host', may: ['shared/lib'], packages: [], pure: true },

  { folder: 'cli', may: ['shared'], packages: ['node:'] },

  // The desktop window. The preload runs in a sandbox that has no Node.js, and holds the bridge only.
  {
    folder: 'electron/main',
    may: ['shared', 'electron/host'],
    packages: ['electron', 'node:', 'zod'],
  },
  { folder: 'electron/preload', may: ['shared/host'], packages: ['electron'] },
  { folder: 'electron/host', may: ['shared'], packages: ['node:', 'zod'] },
  {
    folder: 'renderer/ui',
    may: [],
    packages: ['react', 'react-dom', '@mantine/core', 'monaco-editor', 'virtual:'],
  },
  // AWS's icons and our own, by the names that services give.
  { folder: 'renderer/assets', may: ['shared/lib', 'shared/exporters'], packages: ['virtual:'] },
  // Exports as the window makes them: in a worker, and pictures as pixels. Commands, the code panel and the export
  // dialog all ask here.
  {
    folder: 'renderer/exports',
    may: ['shared'],
    packages: ['virtual:', '@fontsource-variable/inter'],
  },
  { folder: 'renderer/store', may: ['shared'], packages: ['react', 'zustand'] },
  {
    folder: 'renderer/commands',
    may: ['shared', 'renderer/store', 'renderer/exports'],
    packages: [],
  },
  { folder: 'renderer/host', may: ['shared'], packages: [] },
  {
    folder: 'renderer/canvas',
    may: ['shared', 'renderer/ui', 'renderer/assets', 'renderer/store', 'renderer/commands'],
    packages: ['react', 'react-dom', '@mantine/core', '@mantine/hooks', '@xyflow/react', 'elkjs'],
  },
  {
    folder: 'renderer/panels',
    may: [
      'shared',
      'renderer/ui',
      'renderer/assets',
      'renderer/exports',
      'renderer/store',
      'renderer/commands',
    ],
    packages: [
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/hooks',
      'monaco-editor',
      'virtual:',
    ],
    foldersApart: true,
  },
  {
    folder: 'renderer/app',
    may: ['shared', 'renderer'],
    packages: [
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/hooks',
      'react-resizable-panels',
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
      'virtual:',
    ],
  },
  // Types that the rest of the window has without asking.
  { folder: 'renderer', may: [], packages: ['react'] },

  // What is never shipped.
  { folder: 'e2e', may: ['tools'], packages: ['@playwright/test', 'node:'], loose: true },
  { folder: 'templates', may: [], packages: [] },
  { folder: 'tools', may: ['shared', 'cli'], packages: ['*'], loose: true },
  { folder: 'bench', may: ['shared', 'cli', 'tools'], packages: ['*'], loose: true },
  { folder: '.', may: ['tools', 'e2e'], packages: ['*'], loose: true },
];
