/** A rule that knows one kind of token other than a plain Thai word. */
export interface TokenRule {
  /** The kind of token, by its name. */
  readonly name: string;
  /** Where the token that begins at the offset ends; the offset itself when none of the kind does. */
  match(text: string, at: number): number;
}

/** A rule for what a pattern matches; the pattern must be sticky and take linear time. */
export function patternRule(name: string, pattern: RegExp): TokenRule {
  return { name, match: (text, at) => matchEnd(pattern, text, at) };
}

/** Where the match of a sticky pattern at the offset ends; the offset itself when there is none. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
