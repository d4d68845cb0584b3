/** How much a diagnostic matters: `error` lost something, `warning` may have, `info` explains. */
export type Severity = 'info' | 'warning' | 'error';

/**
 * A located message about a page or a document: what the pipeline saw and what to do about it.
 * Stages report with diagnostics; no exception crosses a page.
 */
export interface Diagnostic {
  /** The rule or the part that speaks, by its name, such as `image-only` or `control-character`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what was found, and what to do where something can be done. */
  readonly message: string;
  /** Where in the page's `text`, in UTF-16 units, when it has a place. */
  readonly start?: number;
  readonly end?: number;
}
