/** Starts an app as Electron's executable would. */
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { createElectron } = require('./electron-api.cjs');

/** What Electron reads of its command line: modules to load first, switches, and the app with its arguments. */
const readCommandLine = (argv) => {
  const preloaded = [];
  const switches = new Map();
  const rest = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloaded.push(argv[index]);
    } else if (argument.startsWith('--')) {
      const [, name, value] = /^--([^=]+)=?(.*)$/s.exec(argument) ?? [];
      if (!/^inspect/.test(name)) switches.set(name, value);
      if (rest.length > 0) rest.push(argument);
    } else {
      rest.push(argument);
    }
  }
  return { preloaded, switches, rest };
};

const argv = process.argv.slice(2);
const { preloaded, switches, rest } = readCommandLine(argv);
const folder = path.resolve(rest[0] ?? '.');
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
const mainScript = path.join(folder, manifest.main ?? 'index.js');

const versionOf = (name) => {
  try {
    return JSON.parse(
      fs.readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8'),
    ).version;
  } catch {
    return '0.0.0';
  }
};
Object.defineProperty(process.versions, 'electron', {
  value: versionOf('electron'),
  enumerable: true,
});
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: folder });
process.argv = [process.argv[0], ...argv];

const { electron, start, startBrowser } = createElectron({ folder, manifest, switches });

const load = Module._load;
Module._load = function loadModule(request, ...others) {
  return request === 'electron' ? electron : load.call(this, request, ...others);
};
for (const file of preloaded) require(file);
const failed = (error) => {
  console.error(error);
  process.exit(1);
};
// Whoever debugs waits for the browser's line before it lets the app become ready.
if (switches.has('remote-debugging-port')) startBrowser().catch(failed);
require(mainScript);
start().catch(failed);
