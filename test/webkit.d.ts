export function startWebKit(): Promise<{
  hostname: string;
  port: number;
  capabilities: Record<string, unknown>;
  stop(): void;
}>;
