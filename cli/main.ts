const usage = `isobar - design AWS serverless systems, validate them, export them

  isobar --help       this text

The commands (validate, export, fix, explain, ...) arrive with the core.`;

const [command] = process.argv.slice(2);
if (command === undefined || command === '--help' || command === '-h') {
  console.log(usage);
} else {
  console.error(`isobar: unknown command "${command}"\n\n${usage}`);
  process.exitCode = 2;
}
