import type { Paint } from '../terminal.js';
import type { Report } from './check.js';
import type { Finding } from './finding.js';
import type { SourceReport } from './source.js';

const names: Record<string, string> = {
  wordpress: 'WordPress',
  ghost: 'Ghost',
  'json-feed': 'JSON Feed',
  rss: 'RSS or Atom',
  'json-ld': 'a page that says what it is',
};

/** A report for people. */
export function toText(report: Report, paint: Paint): string {
  const { url, kind, loader, widgets, findings, sources, passed } = report;
  const parts: string[] = [];
  if (kind === 'page') {
    const list = widgets.map(
      ({ widget, line, framed }) => `${widget} (line ${line}${framed ? ', in a frame' : ''})`,
    );
    const by = loader
      ? `${loader.url}${loader.version ? `, version ${loader.version}` : ''}`
      : 'none';
    parts.push(
      [paint('bold', url), `  widgets  ${list.join(', ') || 'none'}`, `  loader   ${by}`].join(
        '\n',
      ),
      ...findings.map((each) => told(each, paint)),
    );
  }
  for (const source of sources)
    parts.push(about(source, paint), ...source.findings.map((each) => told(each, paint)));
  const all = [...findings, ...sources.flatMap((each) => each.findings)];
  const problems = all.filter(({ level }) => level === 'problem').length;
  parts.push(
    passed
      ? paint(
          'green',
          `No problem${all.length ? `, ${counted(all.length, 'piece')} of advice` : ''}.`,
        )
      : paint('red', `${counted(problems, 'problem')}.`),
  );
  return `${parts.join('\n\n')}\n`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function told({ level, line, message, paste }: Finding, paint: Paint): string {
  const sign = level === 'problem' ? paint('red', 'Problem') : paint('yellow', 'Advice');
  const text = `${sign}${line ? `, line ${line}` : ''}: ${message}`;
  return paste ? `${text}\n\n    ${paint('cyan', paste)}` : text;
}

function about(report: SourceReport, paint: Paint): string {
  const { source, type, address, articles, more, total, languages, pictures, sized } = report;
  const lines = [paint('bold', source)];
  const line = (name: string, text: string) => lines.push(`  ${name.padEnd(9)}${text}`);
  if (!type) return [...lines, '  nothing that can be read was found'].join('\n');
  line('is', `${names[type] ?? type}${address === source ? '' : `, at ${address}`}`);
  line(
    'browsers',
    report.readable
      ? `may read it from other sites (Access-Control-Allow-Origin: ${report.allowed ?? 'not needed'})`
      : 'may not read it',
  );
  const others = total
    ? `${articles} of ${total} were read`
    : `${articles} were read${more ? ', there are more' : ''}`;
  line('articles', others);
  const spoken = Object.entries(languages).map(
    ([language, count]) => `${language || 'not said'} (${count})`,
  );
  if (spoken.length) line('language', spoken.join(', '));
  line(
    'pictures',
    `${pictures}, ${sized} of them with their size${report.pictureHosts.length ? `, at ${report.pictureHosts.join(', ')}` : ''}`,
  );
  const lacking = Object.entries(report.missing)
    .filter(([, count]) => count)
    .map(([what, count]) => `${what} (${count})`);
  line('lacking', lacking.join(', ') || 'nothing');
  line(
    'answers',
    `after ${report.milliseconds} ms, ${counted(report.requests, 'request')}; Cache-Control: ${report.cacheControl ?? 'none'}; ${report.validator ? 'can be asked whether it changed' : 'no ETag, no Last-Modified'}`,
  );
  return lines.join('\n');
}
