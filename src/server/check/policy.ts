import type { Found } from './as-in-a-page.js';
import type { Finding, Need } from './finding.js';
import type { Page } from './page.js';

/** One Content Security Policy. A page may have several, and each of them must allow what is asked for. */
export interface Policy {
  /** Of its directives, by name. */
  directives: Map<string, string[]>;
  place: string;
  line?: number;
  /** It only reports. */
  isReport: boolean;
}

function parsed(text: string): Policy['directives'] {
  const directives: Policy['directives'] = new Map();
  for (const part of text.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    // The first of a name counts.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values);
  }
  return directives;
}

/** The policies of a page: those of its headers and those in its head. */
export function policiesOf({ tags }: Page, headers: Headers): Policy[] {
  const policies: Policy[] = [];
  for (const name of ['Content-Security-Policy', 'Content-Security-Policy-Report-Only'])
    for (const text of headers.get(name)?.split(',') ?? [])
      policies.push({
        directives: parsed(text),
        place: `The header ${name}`,
        isReport: name.endsWith('Only'),
      });
  for (const { name, attributes, line, isInHead } of tags)
    if (
      name === 'meta' &&
      isInHead &&
      /^content-security-policy$/i.test(attributes['http-equiv'] ?? '')
    )
      policies.push({
        directives: parsed(attributes.content ?? ''),
        place: 'The <meta http-equiv="Content-Security-Policy">',
        line,
        isReport: false,
      });
  return policies;
}

/** Where else a policy says it, if not by the directive itself. */
const instead: Record<Need['directive'], string[]> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'form-action': ['form-action'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
};

/** Whether one expression of a list of sources stands for an address. */
function covers(expression: string, address: string, page: string): boolean {
  const url = new URL(address);
  const own = new URL(page);
  const isSecured = (scheme: string) =>
    url.protocol === scheme || (scheme === 'http:' && url.protocol === 'https:');
  if (expression === '*') return /^https?:$/.test(url.protocol);
  if (/^'self'$/i.test(expression))
    return url.host === own.host && (url.protocol === own.protocol || url.protocol === 'https:');
  if (/^[a-z][a-z\d+.-]*:$/i.test(expression)) return isSecured(expression.toLowerCase());
  const [, scheme, host, port, path] =
    /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*|(?:\*\.)?[\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])(?::(\d+|\*))?(\/.*)?$/i.exec(
      expression,
    ) ?? [];
  if (!host || !isSecured(scheme?.toLowerCase() ?? own.protocol)) return false;
  const wanted = host.toLowerCase();
  const isHost =
    wanted === '*' ||
    (wanted.startsWith('*.') ? url.hostname.endsWith(wanted.slice(1)) : url.hostname === wanted);
  const portOf = (each: URL) => each.port || (each.protocol === 'https:' ? '443' : '80');
  const isPort = port
    ? port === '*' || port === portOf(url)
    : url.port === '' || (!scheme && url.host === own.host);
  const isPath =
    !path || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  return isHost && isPort && isPath;
}

function allows(sources: string[], need: Need, page: string): boolean {
  const { url, nonce, integrity = '', directive, imported, isInline } = need;
  const has = (expression: string) => sources.includes(expression);
  if (isInline)
    return has("'unsafe-inline'") && !sources.some((each) => /^'(nonce|sha\d+)-/.test(each));
  if (directive === 'script-src' || directive === 'style-src') {
    if (nonce && has(`'nonce-${nonce}'`)) return true;
    const hashes = integrity.trim().split(/\s+/).filter(Boolean);
    if (directive === 'script-src' && hashes.length && hashes.every((each) => has(`'${each}'`)))
      return true;
    // What a trusted script fetches is trusted, and nothing by its address alone.
    if (directive === 'script-src' && has("'strict-dynamic'")) return !!imported;
  }
  return sources.some((expression) => covers(expression, url, page));
}

const PEACEFUL = /^'none'$/i;

/** What a directive has to say instead, so that all of this is allowed as well. */
function mended(policy: Policy, directive: Need['directive'], missing: Need[]): string {
  const [name = directive] = instead[directive].filter((each) => policy.directives.has(each));
  const kept = (policy.directives.get(name) ?? []).filter((each) => !PEACEFUL.test(each));
  const hosts = new Set(missing.map(({ url }) => new URL(url).origin));
  // A directive that falls back to another's list is written out beside it.
  const own = name === 'default-src' || name === 'child-src' ? directive : name;
  return [own, ...kept, ...hosts].join(' ');
}

/** What the policies of a page forbid of what its widgets need. */
export function forbidden(policies: Policy[], needs: Need[], page: string): Finding[] {
  return policies.flatMap((policy) => {
    const level = policy.isReport ? 'advice' : 'problem';
    const findings: Finding[] = [];
    for (const directive of Object.keys(instead) as Need['directive'][]) {
      const name = instead[directive].find((each) => policy.directives.has(each));
      if (!name) continue;
      const sources = policy.directives.get(name)!;
      let missing = needs.filter(
        (need) => need.directive === directive && !allows(sources, need, page),
      );
      if (!missing.length) continue;
      if (missing.some(({ isInline }) => isInline)) {
        findings.push({
          level,
          code: 'csp',
          line: policy.line,
          message: `${policy.place} has ${name}, which forbids the <style> of rendered widgets: render them with --styles link.`,
        });
        missing = missing.filter(({ isInline }) => !isInline);
        if (!missing.length) continue;
      }
      const isStrict = directive === 'script-src' && sources.includes("'strict-dynamic'");
      const uses = [...new Set(missing.map(({ url, use }) => `${new URL(url).origin} (${use})`))];
      findings.push({
        level,
        code: 'csp',
        line: policy.line,
        message: `${policy.place} has ${name}, which does not allow ${uses.join(', ')}.${
          isStrict ? ' With ‘strict-dynamic’ the script tag needs the policy’s nonce.' : ''
        }`,
        paste: isStrict
          ? `<script async nonce="…" src="${missing[0]!.url}"></script>`
          : mended(policy, directive, missing),
      });
    }
    if (
      policy.directives.has('sandbox') &&
      !policy.directives.get('sandbox')!.includes('allow-scripts')
    )
      findings.push({
        level,
        code: 'csp',
        line: policy.line,
        message: `${policy.place} has sandbox without allow-scripts: no script runs.`,
        paste: ['sandbox', ...policy.directives.get('sandbox')!, 'allow-scripts'].join(' '),
      });
    return findings;
  });
}

/** Which Trusted Types policies the page must let the widgets make, and does not. */
export function untrusted(policies: Policy[], names: string[]): Finding[] {
  const isRequired = policies.some(
    ({ directives, isReport }) =>
      !isReport && directives.get('require-trusted-types-for')?.includes("'script'"),
  );
  if (!isRequired) return [];
  return policies.flatMap((policy): Finding[] => {
    const allowed = policy.directives.get('trusted-types');
    if (!allowed || allowed.includes('*') || policy.isReport) return [];
    const missing = names.filter((name) => !allowed.includes(name));
    if (!missing.length) return [];
    const kept = allowed.filter((each) => !PEACEFUL.test(each));
    return [
      {
        level: 'problem',
        code: 'csp',
        line: policy.line,
        message: `${policy.place} has trusted-types without ${missing.join(', ')}.`,
        paste: ['trusted-types', ...kept, ...missing].join(' '),
      },
    ];
  });
}

/** Whether the answer of another page may stand in a frame on this one; the reason if not. */
export function unframeable({ headers, url }: Found, page: string): string | undefined {
  const options = headers.get('X-Frame-Options');
  const isOwn = new URL(url).origin === new URL(page).origin;
  const ancestors = (headers.get('Content-Security-Policy') ?? '')
    .split(',')
    .map((text) => parsed(text).get('frame-ancestors'))
    .find(Boolean);
  if (ancestors)
    return ancestors.some((each) => covers(each, page, url))
      ? undefined
      : `its Content-Security-Policy has frame-ancestors ${ancestors.join(' ')}`;
  return options && (/deny/i.test(options) || (/sameorigin/i.test(options) && !isOwn))
    ? `it is sent with X-Frame-Options: ${options}`
    : undefined;
}
