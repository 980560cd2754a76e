/** What is wrong with a text as XML; empty when nothing is. Enough of XML for what the pictures write. */
export const xmlProblems = (xml: string): readonly string[] => {
  const problems: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow them.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
    problems.push('control character');
  if (/\p{Cs}/u.test(xml)) problems.push('half a character');
  let end = 0;
  for (const tag of xml.matchAll(/<(\/?)([A-Za-z]+)((?:\s+[A-Za-z-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const [whole, closes, name = '', attributes = '', empty] = tag;
    checkText(xml.slice(end, tag.index), problems);
    end = tag.index + whole.length;
    for (const [, key, value = ''] of attributes.matchAll(/([A-Za-z-]+)="([^"]*)"/g)) {
      checkText(value, problems);
      if (key === 'id' && ids.has(value)) problems.push(`two ids ${value}`);
      if (key === 'id') ids.add(value);
    }
    if (closes) {
      if (open.pop() !== name) problems.push(`unexpected </${name}>`);
    } else if (!empty) open.push(name);
  }
  checkText(xml.slice(end), problems);
  for (const [, id = ''] of xml.matchAll(/(?:href="|url\()#([^")]+)/g))
    if (!ids.has(id)) problems.push(`nothing has the id ${id}`);
  return [...problems, ...open.map((name) => `<${name}> is not closed`)];
};

const checkText = (text: string, problems: string[]): void => {
  if (/[<>]/.test(text)) problems.push(`markup in ${JSON.stringify(text.slice(0, 60))}`);
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text))
    problems.push(`entity in ${JSON.stringify(text.slice(0, 60))}`);
};
