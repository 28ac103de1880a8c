import type { ThreadItem } from '../../model/thread.js';
import { commentElement, type CommentOptions } from './comment.js';

/** The comments on the page: each is made once, and moved only where the order has changed. */
export class CommentList {
  list: Element | undefined;
  made = new Map<string, [item: ThreadItem, element: HTMLElement]>();
  /** What all of them depend on. */
  common: unknown[] = [];

  /** The element of a comment that is painted. */
  find(id: string | undefined): HTMLElement | undefined {
    return this.made.get(id!)?.[1];
  }

  /**
   * Brings the list to this state.
   *
   * @param clear - Called before everything is made anew
   */
  paint(
    list: Element,
    items: () => ThreadItem[],
    options: CommentOptions,
    common: unknown[],
    clear: () => void,
  ): void {
    if (list !== this.list || common.some((each, index) => each !== this.common[index])) {
      clear();
      list.replaceChildren();
      this.made.clear();
      this.list = list;
      this.common = common;
    }
    let next = list.firstElementChild;
    for (const item of items()) {
      const { id } = item.comment;
      const known = this.made.get(id);
      let element = known?.[1];
      // Its place is another when what it answers has come.
      if (!element || known![0].depth !== item.depth) {
        if (element === next) next = element?.nextElementSibling ?? next;
        element?.remove();
        element = commentElement(item, options);
        this.made.set(id, [item, element]);
      }
      if (element === next) next = next.nextElementSibling;
      else list.insertBefore(element, next);
    }
  }
}
