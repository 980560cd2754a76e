import type { BothExports } from './both.ts';
import { cdkSide, samSide } from './canonical.ts';
import type { Fact } from './fact.ts';
import { factsOf } from './facts.ts';
import { expandSam } from './sam-expand.ts';
import type { Template } from './template.ts';
import { tolerated } from './tolerated.ts';

/** What one export deploys and the other does not, tolerated differences left out. */
export const differences = (
  both: BothExports,
  synthesized: ReadonlyMap<string, Template>,
): readonly string[] => {
  const found: string[] = [];
  for (const [region, template] of both.templates) {
    const cdk = synthesized.get(region);
    if (!cdk) {
      found.push(`${region}: the CDK app has no stack`);
      continue;
    }
    const foreign = new Set(
      Object.entries(template.Parameters ?? {})
        .filter(([, { Description }]) =>
          /: the output \w+ of that stack\.$/.test(String(Description)),
        )
        .map(([name]) => name),
    );
    const samFacts = factsOf(samSide(expandSam(template), foreign, region));
    const cdkFacts = factsOf(cdkSide(cdk, region));
    found.push(
      ...missing('sam', samFacts, cdkFacts).map((text) => `${region}: only in SAM: ${text}`),
      ...missing('cdk', cdkFacts, samFacts).map((text) => `${region}: only in CDK: ${text}`),
    );
  }
  return found;
};

const missing = (
  side: 'sam' | 'cdk',
  here: readonly Fact[],
  there: readonly Fact[],
): readonly string[] => {
  const others = new Set(there.map(({ text }) => text));
  return [...new Set(here.map(({ text }) => text))]
    .filter((text) => !others.has(text))
    .filter((text) => !tolerated.some((item) => item.side === side && item.pattern.test(text)))
    .sort();
};
