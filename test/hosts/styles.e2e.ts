import { describe, it } from 'node:test';
import { useHosts } from './host-page.js';
import { styles } from './styles.js';

describe('On a page whose style sheets do not expect us', () => {
  const { holds } = useHosts();
  for (const host of styles) it(host.name, () => holds(host).then(() => undefined));
});
