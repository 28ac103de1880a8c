/** The same content made in several ways, to be compared side by side. */
export interface Workload {
  name: string;
  /** Further files that the pages load, by path. */
  scripts: Record<string, string>;
  /** Page of each side. */
  sides: Record<string, string>;
  /** An expression that is true once a page shows everything. */
  isShown: string;
}
