export function findChromium(): string | undefined;
export function chromium(): string;
export const chromiumMissing: string;
export const chromiumFlags: string[];
