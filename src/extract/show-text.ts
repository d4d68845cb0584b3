import { multiply } from './matrix.ts';
import type { PdfFont, PdfGlyph } from './pdfjs.ts';
import type { GlyphStyle, RawGlyphs } from './raw-glyphs.ts';
import type { TextState, TextStateStack } from './text-state.ts';

const invisibleMode = 3;
/** More styles than this on one page share the last one (a bound of the 16-bit column). */
const maxStyles = 65_535;

/**
 * Places the glyphs of one show-text operator and moves the text position past them
 * (ISO 32000-2, 9.4.4). Numbers between glyphs are adjustments in thousandths of an em.
 */
export function showText(items: unknown, stack: TextStateStack, glyphs: RawGlyphs): void {
  const { state } = stack;
  const { font } = state;
  if (!font || state.fontSize === 0 || !Array.isArray(items)) return;
  const text = multiply(state.ctm, stack.textMatrix);
  const size = Math.abs(state.fontSize);
  const direction = state.fontSize < 0 ? -1 : 1;
  const horizontal = state.hScale * direction;
  const scale = size * font.fontMatrix[0];
  pushStyle(glyphs, styleOf(state, font, { text, size, horizontal }));
  const stretch = Math.hypot(text[0], text[1]) * Math.abs(horizontal);
  let at = 0;
  for (const item of items as readonly (number | PdfGlyph)[]) {
    if (typeof item === 'number') {
      at += ((font.vertical ? 1 : -1) * item * size) / 1000;
      continue;
    }
    const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    if (font.vertical) {
      at += placeVertical(item, { stack, glyphs, font, text, scale, at }) - spacing * direction;
      continue;
    }
    const width = item.width * scale;
    const tx = stack.x + at * horizontal;
    const ty = stack.y + state.rise;
    glyphs.add(item, {
      x: text[0] * tx + text[2] * ty + text[4],
      y: text[1] * tx + text[3] * ty + text[5],
      advance: width * stretch,
    });
    at += width + spacing * direction;
  }
  if (font.vertical) stack.y -= at;
  else stack.x += at * horizontal;
}

interface VerticalPlace {
  readonly stack: TextStateStack;
  readonly glyphs: RawGlyphs;
  readonly font: PdfFont;
  readonly text: readonly [number, number, number, number, number, number];
  readonly scale: number;
  readonly at: number;
}

/** Places one glyph of vertical writing; returns how far it moves down the column. */
function placeVertical(glyph: PdfGlyph, place: VerticalPlace): number {
  const { stack, text, font, scale, at } = place;
  const metrics = glyph.vmetric ?? font.defaultVMetrics;
  const advance = metrics ? -(metrics[0] ?? 0) : glyph.width;
  const tx = stack.x;
  const ty = stack.y - at + stack.state.rise;
  place.glyphs.add(glyph, {
    x: text[0] * tx + text[2] * ty + text[4],
    y: text[1] * tx + text[3] * ty + text[5],
    advance: advance * scale * Math.hypot(text[2], text[3]),
  });
  return advance * scale;
}

function pushStyle(glyphs: RawGlyphs, style: GlyphStyle): void {
  const last = glyphs.styles.at(-1);
  const same = last && (Object.keys(style) as (keyof GlyphStyle)[]).every((key) => last[key] === style[key]);
  if (!same && glyphs.styles.length < maxStyles) glyphs.styles.push(style);
}

interface Frame {
  readonly text: readonly [number, number, number, number, number, number];
  readonly size: number;
  readonly horizontal: number;
}

function styleOf(state: TextState, font: PdfFont, { text, size, horizontal }: Frame): GlyphStyle {
  const [a, b, c, d] = text;
  const along = Math.hypot(a, b) || 1;
  const up = Math.hypot(c, d) || 1;
  const side = horizontal < 0 ? -1 : 1;
  const vertical = font.vertical;
  const em = font.type3 ? size * up * Math.abs(font.fontMatrix[3]) * 1000 : size * up;
  return {
    font: state.fontIndex,
    size: em,
    alongX: vertical ? -c / up : (side * a) / along,
    alongY: vertical ? -d / up : (side * b) / along,
    upX: vertical ? a / along : c / up,
    upY: vertical ? b / along : d / up,
    ascent: font.ascent > 0 && font.ascent < 2 ? font.ascent : 0.8,
    descent: font.descent < 0 && font.descent > -1 ? font.descent : -0.2,
    invisible: state.renderMode === invisibleMode,
  };
}
