import { isDocumentation } from '../../../../shared/host/documentation.ts';

/** The address of AWS's page: that of the page, or of AWS's own search for its title. */
export const docsAddress = (urlOrTitle: string): string | undefined => {
  if (isDocumentation(urlOrTitle)) return urlOrTitle;
  if (/^[a-z]+:(?!:)\S/i.test(urlOrTitle) || urlOrTitle.trim() === '') return undefined;
  return `https://docs.aws.amazon.com/search/doc-search.html?searchPath=documentation&searchQuery=${encodeURIComponent(urlOrTitle.trim())}`;
};

/** What a page is called where only its address is known: the guide and the page. */
export const docsTitle = (url: string): string => {
  const { hostname, pathname } = new URL(url);
  const [guide = '', ...rest] = pathname
    .split('/')
    .filter((part) => part !== '' && part !== 'latest');
  const page = (rest.at(-1) ?? '').replace(/\.html$/, '').replaceAll(/[-_]+/g, ' ');
  const parts = [guide, page].filter((part) => part !== '' && !/^(?:welcome|what is)/i.test(part));
  return parts.length === 0 ? hostname : `${parts.join(', ')} on ${hostname}`;
};
