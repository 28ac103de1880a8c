export function objections(found: {
  status: string;
  version: string;
  versionInCode: string;
  changelog: string;
}): string[];
export function addRelease(
  cdn: string,
  folder: string,
  version: string,
): Promise<{ file: string; integrity: string }[]>;
export function headersFor(example: string, versions: string[]): string;
