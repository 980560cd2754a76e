import { monsters } from './monsters.ts';

/* One monster in a process of its own: what it took is the last line. */

const name = process.argv[2] ?? '';
if (name === '') console.log(JSON.stringify(Object.keys(monsters)));
else {
  const begin = performance.now();
  const said = (await monsters[name]?.()) ?? 'there is no such monster';
  const milliseconds = Math.round(performance.now() - begin);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ said, milliseconds, megabytes }));
}
