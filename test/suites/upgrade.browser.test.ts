import { expect } from '@open-wc/testing';
import { startWordPress } from '../browser-origin.js';
import { link, mount, parts, settled } from './mount.js';
import { forms, specimens } from './specimens.js';

// A file, and so a page, of its own: here nothing is defined before a test defines it.
for (const { tag, define, given, says, frame, texts } of specimens) {
  describe(`<${tag}> that stood on the page before its code came`, () => {
    it('keeps the properties that were set on it, its content and its listeners', async () => {
      expect(customElements.get(tag), 'not defined yet').to.be.undefined;
      const site = await startWordPress();
      const byMarkup = mount(tag, { source: site.url, lang: 'en' }, link('Fallback'));
      const heard: string[] = [];
      byMarkup.addEventListener('nr-load', () => heard.push('nr-load'));
      Object.assign(byMarkup, given);
      const byScript = document.createElement(tag);
      Object.assign(byScript, given);

      await define();
      byMarkup.parentElement!.append(byScript);
      for (const widget of [byMarkup, byScript as typeof byMarkup]) {
        await settled(widget);
        expect(texts(widget)).to.deep.equal([says]);
        expect(widget.shadowRoot!.querySelector(`.root.${frame}`), 'look').to.exist;
      }
      expect(heard).to.deep.equal(['nr-load']);
      expect(byMarkup.textContent, 'the author’s content').to.contain('Fallback');
      expect(await site.requests(), 'requests for what was given').to.be.empty;
    });
  });
}

for (const { tag, define, attributes, given, seen } of forms) {
  describe(`<${tag}> that stood on the page before its code came`, () => {
    it('keeps the properties that were set on it, its content and its listeners', async () => {
      expect(customElements.get(tag), 'not defined yet').to.be.undefined;
      const widget = mount(tag, { ...attributes, lang: 'en' }, link('Fallback'));
      const heard: string[] = [];
      widget.addEventListener('nr-load', () => heard.push('nr-load'));
      Object.assign(widget, given);

      await define();
      await settled(widget);
      expect(widget.shadowRoot!.textContent).to.match(seen);
      expect(parts(widget, 'form')).to.have.length(1);
      expect(heard).to.deep.equal(['nr-load']);
      expect(widget.textContent, 'the author’s content').to.contain('Fallback');
    });
  });
}
