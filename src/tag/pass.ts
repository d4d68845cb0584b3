import type { Diagnostic } from '../document/diagnostic.ts';
import type { Span } from '../document/span.ts';
import { resolveEntities } from './entities/resolve.ts';
import type { Knowledge } from './knowledge.ts';
import type { Annotations, TagInput, TagRule } from './rule.ts';

/** What the rules found in a page, and which of them failed on it. */
export interface Pass {
  readonly annotations: Annotations;
  readonly failures: readonly Diagnostic[];
}

/** Runs the rules over one page. A rule that throws loses its own findings, and nothing else. */
export function annotateWith(rules: readonly TagRule[], page: TagInput, knowledge: Knowledge): Pass {
  const failures: Diagnostic[] = [];
  const parts: Partial<Annotations>[] = [];
  for (const rule of rules) {
    try {
      parts.push(rule.find(page, knowledge));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      const message = `the rule failed (${why}); the page lacks what it would have tagged. Please report it.`;
      failures.push({ rule: rule.name, severity: 'warning', message });
    }
  }
  const annotations = {
    languages: inOrder(parts.flatMap((part) => part.languages ?? [])),
    entities: inOrder(
      resolveEntities(
        parts.flatMap((part) => part.entities ?? []),
        page.text.length,
      ),
    ),
    years: inOrder(parts.flatMap((part) => part.years ?? [])),
    terms: inOrder(parts.flatMap((part) => part.terms ?? [])),
  };
  return { annotations, failures };
}

/** By start; of spans that start together, the longer first. Stable. */
function inOrder<Item extends Span>(items: Item[]): Item[] {
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}
