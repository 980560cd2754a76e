import { templates } from 'virtual:templates';
import { Button } from '@mantine/core';
import { useApp } from '../../store/hooks.ts';
import { loadCore } from '../load-core.ts';
import classes from './home.module.css';

/** What is seen first: templates, recent designs, new and open. */
export const Home = () => {
  const app = useApp();
  return (
    <main className={classes.home}>
      <h1>Isobar</h1>
      <Button onClick={async () => (await loadCore(app)).openNew(app)}>New design</Button>
      {Object.entries(templates).map(([name, load]) => (
        <Button
          key={name}
          variant="default"
          onClick={async () => {
            const [core, text] = await Promise.all([loadCore(app), load()]);
            core.openTemplate(app, text);
          }}
        >
          {name}
        </Button>
      ))}
    </main>
  );
};
