export function findFirefox(): string | undefined;
export function findWebKit(): { driver: string; browser: string; display: string } | undefined;
export const engines: Record<
  'chromium' | 'firefox' | 'webkit',
  { find(): unknown; missing: string }
>;
