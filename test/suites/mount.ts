import type { Widget } from './specimens.js';

let stage: HTMLElement | undefined;

afterEach(() => {
  stage?.remove();
  stage = undefined;
});

/** What stands on the page during a test. */
export function theStage(): HTMLElement {
  if (!stage) {
    stage = document.createElement('main');
    document.body.append(stage);
  }
  return stage;
}

/** Puts a widget on the page, with what the author put inside. */
export function mount(tag: string, attributes: Record<string, string>, ...inside: Node[]): Widget {
  const widget = document.createElement(tag) as Widget;
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  widget.append(...inside);
  theStage().append(widget);
  return widget;
}

export function link(text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = 'https://publisher.example/';
  anchor.textContent = text;
  return anchor;
}

/** Resolves when the widget has painted what it is settled with. */
export async function settled(widget: Widget): Promise<void> {
  await widget.settled;
  await widget.updateComplete;
}

export function parts(widget: Widget, name: string): HTMLElement[] {
  return [...(widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])];
}

export const headlines = (widget: Widget) =>
  parts(widget, 'headline').map(({ textContent }) => textContent.trim());

/** Resolves when this is so, at the latest before the test's time is over. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(requestAnimationFrame);
}

/** Whether the reader sees this element of the page or of a shadow tree. */
export function isSeen(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 0 &&
    height > 0 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}
