/** The absolute form of an http(s) address, or `undefined` for anything else: `javascript:`, `data:`, garbage. */
export function webUrl(raw: string | null | undefined, base?: string): string | undefined {
  if (!raw?.trim()) return undefined;
  try {
    const url = new URL(raw.trim(), base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Appends parameters to an address as text, so that the address's own query and fragment stay to the letter.
 * A parameter that the address has already is left as it is.
 */
export function withParameters(
  url: string,
  parameters: Record<string, string | undefined>,
): string {
  const [start = '', ...fragment] = url.split(/(?=#)/);
  let address = start;
  for (const [name, value] of Object.entries(parameters)) {
    if (!value || new RegExp(`[?&]${name}=`).test(address)) continue;
    const separator = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
    address += `${separator}${name}=${encodeURIComponent(value)}`;
  }
  return address + fragment.join('');
}
