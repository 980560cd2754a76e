import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** `npm run pictures` takes the pictures of docs/ with this: in the browser alone, one after the other. */
export default defineConfig({
  ...config,
  testMatch: '**/*.pictures.ts',
  workers: 1,
  projects: (config.projects ?? [])
    .filter(({ name }) => name === 'browser')
    .map((project) => ({ ...project, testIgnore: [] })),
});
