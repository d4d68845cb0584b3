import type { Span } from '../document/span.ts';
import { readFolio } from './folio.ts';

/** What a line of plain text is, where it is not running text. */
export interface TextRole {
  readonly kind: 'page-header' | 'folio';
  readonly folio: string | null;
}

const dumpHeader = /^(?:Page\s+([0-9]{1,5})\s*[-–—:]\s*\S.*|P\.\s*([0-9]{1,5}))$/u;
/** The header lines of a page dump are among the first of the page. */
const headerLines = 3;

/** Reads the header line of a page dump: "Page 81 - kpiebook62002" or "P. 81". */
export function readDumpHeader(line: string): { number: number } | null {
  const match = dumpHeader.exec(line.trim());
  const number = match?.[1] ?? match?.[2];
  return number === undefined ? null : { number: Number(number) };
}

/** The furniture of a page of plain text, by line index: dump headers first, a folio first or last. */
export function textRoles(text: string, lines: readonly Span[]): Map<number, TextRole> {
  const roles = new Map<number, TextRole>();
  const at = (index: number): string => text.slice(lines[index]?.start, lines[index]?.end);
  for (let i = 0; i < Math.min(headerLines, lines.length); i++) {
    if (readDumpHeader(at(i)) === null) break;
    roles.set(i, { kind: 'page-header', folio: null });
  }
  for (const index of [roles.size, lines.length - 1]) {
    if (index < 0 || index >= lines.length || roles.has(index) || lines.length - roles.size < 2) continue;
    const folio = readFolio(at(index));
    if (folio) roles.set(index, { kind: 'folio', folio: folio.text });
  }
  return roles;
}
