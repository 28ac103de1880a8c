/** One moment at which something that the reader saw moved. */
export interface LayoutShift {
  value: number;
  /** Milliseconds since navigation. */
  at: number;
  /** What moved, with its place before and after. */
  sources: string[];
}

/** Runs in the page before everything else, and collects. */
export function watchLayoutShifts() {
  interface Attribution {
    node: Node | null;
    previousRect: DOMRectReadOnly;
    currentRect: DOMRectReadOnly;
  }
  interface Entry extends PerformanceEntry {
    value: number;
    sources: Attribution[];
  }

  const shifts: LayoutShift[] = [];
  const name = (node: Node | null) => {
    if (!node) return '(gone)';
    if (!(node instanceof Element)) return `text “${node.textContent?.trim().slice(0, 30)}”`;
    const host = node.getRootNode() instanceof ShadowRoot ? ' (in a shadow tree)' : '';
    return `${node.localName}${node.id && `#${node.id}`}${node.part.value && `::part(${node.part.value})`}${host}`;
  };
  const place = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}×${height}`;
  const collect = (list: { getEntries(): PerformanceEntry[] }) => {
    for (const { value, startTime, sources } of list.getEntries() as Entry[])
      shifts.push({
        value,
        at: Math.round(startTime),
        sources: sources.map(
          ({ node, previousRect, currentRect }) =>
            `${name(node)}: ${place(previousRect)} → ${place(currentRect)}`,
        ),
      });
  };
  const observer = new PerformanceObserver(collect);
  observer.observe({ type: 'layout-shift', buffered: true });
  window.layoutShifts = () => {
    collect({ getEntries: () => observer.takeRecords() });
    return shifts;
  };
}
