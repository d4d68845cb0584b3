import type { Block } from '../../document/page.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';
import { lineJoin } from './line-join.ts';

/**
 * Line ends inside a cell of a table, joined as those of a paragraph are: so that each row of a table is
 * a line of the text, its cells parted by tabs.
 */
export const cellJoin: RepairRule = {
  name: 'cell-join',
  *find(context): Generator<Finding> {
    const cells = context.blocks.flatMap(cellsOf);
    if (cells.length === 0) return;
    const holds = (start: number, end: number): boolean => {
      const cell = cells[lastFrom(cells, start)];
      return cell !== undefined && start >= cell.start && end <= cell.end;
    };
    const inCells = Object.create(context, {
      blocks: { value: cells },
      withinBlock: { value: holds },
    }) as RepairContext;
    yield* lineJoin.find(inCells);
  },
};

/** The cells of a table as blocks, each once, in the order of the text. */
function cellsOf({ cells = [] }: Block): Block[] {
  const byStart = new Map<number, Block>();
  for (const { start, end } of cells.flat()) {
    if (end > start) byStart.set(start, { kind: 'paragraph', start, end, box: null });
  }
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

/** Index of the last cell that starts at or before an offset, or -1. */
function lastFrom(cells: readonly Block[], offset: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
