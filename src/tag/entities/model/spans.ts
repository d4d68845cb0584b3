/** A run of tokens under one type: `first` and `last` are indexes of tokens, `type` of types. */
export interface LabelSpan {
  readonly first: number;
  readonly last: number;
  readonly type: number;
}

/** The entities of a sequence of labels: 0 is none, `1 + 2 * type` begins one, `2 + 2 * type` goes on. */
export function labelSpans(labels: Uint8Array): LabelSpan[] {
  const spans: LabelSpan[] = [];
  let first = -1;
  let type = -1;
  for (let token = 0; token <= labels.length; token++) {
    const label = token < labels.length ? (labels[token] ?? 0) : 0;
    const here = label === 0 ? -1 : (label - 1) >> 1;
    if (here === type && (here < 0 || (label & 1) === 0)) continue;
    if (type >= 0) spans.push({ first, last: token - 1, type });
    first = token;
    type = here;
  }
  return spans;
}
