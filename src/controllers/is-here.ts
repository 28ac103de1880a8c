/** Whether the reader is in the widget, or nowhere: nobody is called back who went on elsewhere. */
export const isHere = (widget: HTMLElement): boolean =>
  !!widget.shadowRoot!.activeElement || document.activeElement === document.body;
