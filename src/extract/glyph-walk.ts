import { DrawnRules, type PageRules } from './drawn-rules.ts';
import type { FontTable } from './font-table.ts';
import { identity } from './matrix.ts';
import { Operator } from './operators.ts';
import type { PdfPage } from './pdfjs.ts';
import { RawGlyphs } from './raw-glyphs.ts';
import { showText } from './show-text.ts';
import { TextStateStack } from './text-state.ts';

/** A page that draws more glyphs than this is a bomb, not a page; the rest of it is left out and said so. */
export const maxGlyphs = 1_000_000;

interface Walk {
  readonly page: PdfPage;
  readonly fonts: FontTable;
  readonly stack: TextStateStack;
  readonly glyphs: RawGlyphs;
  readonly rules: DrawnRules;
  /** How deep the walk is inside a soft mask, whose text is not on the page. */
  maskDepth: number;
}

type Step = (walk: Walk, operand: readonly unknown[]) => void;

/**
 * Walks a page's operators and places every glyph they draw: text state (ISO 32000-2, 9.3 and 9.4),
 * nested form XObjects and groups. Text inside a soft mask is not on the page and is passed over.
 */
export function walkGlyphs(page: PdfPage, fonts: FontTable): RawGlyphs {
  return walkPage(page, fonts).glyphs;
}

/** The same walk, with the straight rules that the page draws. */
export function walkPage(page: PdfPage, fonts: FontTable): { glyphs: RawGlyphs; rules: PageRules } {
  const glyphs = new RawGlyphs();
  const rules = new DrawnRules();
  const walk: Walk = { page, fonts, glyphs, rules, stack: new TextStateStack(page.toDisplay), maskDepth: 0 };
  const { operators, operands } = page;
  for (let at = 0; at < operators.length && glyphs.count < maxGlyphs; at++) {
    const step = steps[operators[at] ?? 0];
    if (step) step(walk, (operands[at] ?? []) as readonly unknown[]);
  }
  return { glyphs, rules: rules.rules };
}

const steps: Readonly<Partial<Record<number, Step>>> = {
  [Operator.showText]: ({ stack, glyphs, maskDepth }, [items]) => {
    if (maskDepth === 0) showText(items, stack, glyphs);
  },
  [Operator.setFont]: selectFont,
  [Operator.setGState]: (walk, [entries]) => {
    for (const [key, value] of entries as readonly [string, readonly unknown[]][]) {
      if (key === 'Font') selectFont(walk, value);
    }
  },
  [Operator.save]: ({ stack }) => stack.save(),
  [Operator.restore]: ({ stack }) => stack.restore(),
  [Operator.transform]: ({ stack }, matrix) => stack.transform(matrix),
  [Operator.paintFormXObjectBegin]: ({ stack }, [matrix]) => {
    stack.save();
    stack.transform(matrix);
  },
  [Operator.paintFormXObjectEnd]: ({ stack }) => stack.restore(),
  [Operator.beginGroup]: (walk, [group]) => {
    walk.stack.save();
    if (walk.maskDepth > 0 || isSoftMask(group)) walk.maskDepth++;
  },
  [Operator.endGroup]: (walk) => {
    walk.stack.restore();
    if (walk.maskDepth > 0) walk.maskDepth--;
  },
  [Operator.constructPath]: ({ stack, rules, maskDepth }, operands) => {
    if (maskDepth === 0) rules.add(operands, stack.state.ctm);
  },
  [Operator.beginMarkedContent]: ({ glyphs }) => glyphs.beginMarked(),
  [Operator.beginMarkedContentProps]: ({ glyphs }) => glyphs.beginMarked(),
  [Operator.endMarkedContent]: ({ glyphs }) => glyphs.endMarked(),
  [Operator.beginText]: ({ stack }) => stack.setTextMatrix(identity),
  [Operator.setTextMatrix]: ({ stack }, [matrix]) => stack.setTextMatrix(matrix),
  [Operator.moveText]: ({ stack }, [x, y]) => stack.moveText(Number(x), Number(y)),
  [Operator.setLeadingMoveText]: ({ stack }, [x, y]) => {
    stack.state.leading = Number(y);
    stack.moveText(Number(x), Number(y));
  },
  [Operator.nextLine]: ({ stack }) => stack.moveText(0, stack.state.leading),
  [Operator.setLeading]: ({ stack }, [leading]) => {
    stack.state.leading = -Number(leading);
  },
  [Operator.setCharSpacing]: ({ stack }, [spacing]) => {
    stack.state.charSpacing = Number(spacing);
  },
  [Operator.setWordSpacing]: ({ stack }, [spacing]) => {
    stack.state.wordSpacing = Number(spacing);
  },
  [Operator.setHScale]: ({ stack }, [percent]) => {
    stack.state.hScale = Number(percent) / 100;
  },
  [Operator.setTextRise]: ({ stack }, [rise]) => {
    stack.state.rise = Number(rise);
  },
  [Operator.setTextRenderingMode]: ({ stack }, [mode]) => {
    stack.state.renderMode = Number(mode);
  },
};

function selectFont({ page, fonts, stack }: Walk, [id, size]: readonly unknown[]): void {
  const font = page.font(String(id));
  stack.state.font = font;
  stack.state.fontSize = Number(size) || 0;
  if (font) stack.state.fontIndex = fonts.index(String(id), font);
}

function isSoftMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
}
