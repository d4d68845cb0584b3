/** Subroutines that a Type 2 charstring may call. */
export interface Subroutines {
  readonly global: readonly Uint8Array[];
  readonly local: readonly Uint8Array[];
}

const maxCalls = 10;
const maxSteps = 20_000;
/** Pieces to a curve: shapes are compared on a coarse grid. */
const curveSteps = 4;

/**
 * Draws a Type 2 charstring (Adobe Technical Note 5177): its contours as straight pieces; null where it is
 * broken. Hints, widths and arithmetic operators are passed over.
 */
export function drawCharString(code: Uint8Array, subroutines: Subroutines): number[][] | null {
  const pen = new Pen();
  const machine = new Machine(pen, subroutines);
  return machine.run(code, 0) === 'broken' ? null : pen.finish();
}

/** Draws contours of lines and curves, relative to where it stands. */
export class Pen {
  x = 0;
  y = 0;
  #contours: number[][] = [];
  #contour: number[] = [];

  move(dx: number, dy: number): void {
    this.#close();
    this.x += dx;
    this.y += dy;
  }

  line(dx: number, dy: number): void {
    this.#begin();
    this.x += dx;
    this.y += dy;
    this.#contour.push(this.x, this.y);
  }

  curve(d: readonly [number, number, number, number, number, number]): void {
    this.#begin();
    const [x0, y0] = [this.x, this.y];
    const [x1, y1] = [x0 + d[0], y0 + d[1]];
    const [x2, y2] = [x1 + d[2], y1 + d[3]];
    const [x3, y3] = [x2 + d[4], y2 + d[5]];
    for (let step = 1; step <= curveSteps; step++) {
      const t = step / curveSteps;
      const u = 1 - t;
      const [a, b, c, e] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      this.#contour.push(a * x0 + b * x1 + c * x2 + e * x3, a * y0 + b * y1 + c * y2 + e * y3);
    }
    this.x = x3;
    this.y = y3;
  }

  finish(): number[][] {
    this.#close();
    return this.#contours;
  }

  #begin(): void {
    if (this.#contour.length === 0) this.#contour.push(this.x, this.y);
  }

  #close(): void {
    if (this.#contour.length > 4) this.#contours.push(this.#contour);
    this.#contour = [];
  }
}

type Outcome = 'return' | 'end' | 'broken';

class Machine {
  readonly #pen: Pen;
  readonly #subroutines: Subroutines;
  #stack: number[] = [];
  #hints = 0;
  #steps = 0;

  constructor(pen: Pen, subroutines: Subroutines) {
    this.#pen = pen;
    this.#subroutines = subroutines;
  }

  run(code: Uint8Array, depth: number): Outcome {
    for (let at = 0; at < code.length; ) {
      if (++this.#steps > maxSteps) return 'broken';
      const b = code[at] ?? 0;
      if (b >= 32 || b === 28) {
        at += this.#push(code, at);
        continue;
      }
      at++;
      const outcome = this.#flow(b, depth);
      if (outcome === 'on') at += this.#act(b, code[at] ?? 0);
      else if (outcome !== 'called') return outcome;
    }
    return 'return';
  }

  /** Does what leads into and out of subroutines; `on` for every other operator. */
  #flow(operator: number, depth: number): Outcome | 'on' | 'called' {
    if (operator === 11) return 'return';
    if (operator === 14) return 'end';
    if (operator !== 10 && operator !== 29) return 'on';
    const { local, global } = this.#subroutines;
    const outcome = this.#call(operator === 10 ? local : global, depth);
    return outcome === 'return' ? 'called' : outcome;
  }

  /** Does an operator; returns how many bytes after it are its own. */
  #act(operator: number, next: number): number {
    if (operator === 12) {
      this.#escape(next);
      return 1;
    }
    if (operator === 19 || operator === 20) {
      this.#countHints();
      return (this.#hints + 7) >> 3;
    }
    this.#draw(operator);
    return 0;
  }

  #push(code: Uint8Array, at: number): number {
    const b = code[at] ?? 0;
    const next = code[at + 1] ?? 0;
    if (b === 28) {
      this.#stack.push((((next << 8) | (code[at + 2] ?? 0)) << 16) >> 16);
      return 3;
    }
    if (b < 247) {
      this.#stack.push(b - 139);
      return 1;
    }
    if (b < 255) {
      this.#stack.push(b < 251 ? (b - 247) * 256 + next + 108 : -(b - 251) * 256 - next - 108);
      return 2;
    }
    const whole =
      (next << 24) | ((code[at + 2] ?? 0) << 16) | ((code[at + 3] ?? 0) << 8) | (code[at + 4] ?? 0);
    this.#stack.push(whole / 65_536);
    return 5;
  }

  #call(subrs: readonly Uint8Array[], depth: number): Outcome {
    const bias = subrs.length < 1240 ? 107 : subrs.length < 33_900 ? 1131 : 32_768;
    const subr = subrs[(this.#stack.pop() ?? 0) + bias];
    return subr === undefined || depth >= maxCalls ? 'broken' : this.run(subr, depth + 1);
  }

  #countHints(): void {
    this.#hints += this.#stack.length >> 1;
    this.#stack = [];
  }

  #draw(operator: number): void {
    const s = this.#stack;
    switch (operator) {
      case 1:
      case 3:
      case 18:
      case 23:
        this.#countHints();
        break;
      case 21:
        this.#pen.move(s.at(-2) ?? 0, s.at(-1) ?? 0);
        break;
      case 22:
        this.#pen.move(s.at(-1) ?? 0, 0);
        break;
      case 4:
        this.#pen.move(0, s.at(-1) ?? 0);
        break;
      default:
        drawPath(this.#pen, operator, s);
    }
    this.#stack = [];
  }

  /** Flex operators are two curves; everything else that is escaped draws nothing. */
  #escape(operator: number): void {
    const s = this.#stack;
    const v = (i: number) => s[i] ?? 0;
    if (operator === 35) this.#curves(s.slice(0, 12));
    else if (operator === 34) this.#curves([v(0), 0, v(1), v(2), v(3), 0, v(4), 0, v(5), -v(2), v(6), 0]);
    else if (operator === 36) {
      const dy = v(1) + v(3) + v(7);
      this.#curves([v(0), v(1), v(2), v(3), v(4), 0, v(5), 0, v(6), v(7), v(8), -dy]);
    } else if (operator === 37) {
      const dx = v(0) + v(2) + v(4) + v(6) + v(8);
      const dy = v(1) + v(3) + v(5) + v(7) + v(9);
      const flat = Math.abs(dx) > Math.abs(dy);
      this.#curves([...s.slice(0, 10), flat ? v(10) : -dx, flat ? -dy : v(10)]);
    }
    this.#stack = [];
  }

  #curves(values: readonly number[]): void {
    for (let i = 0; i + 6 <= values.length; i += 6) this.#pen.curve(six(values, i));
  }
}

function six(s: readonly number[], i: number): [number, number, number, number, number, number] {
  return [s[i] ?? 0, s[i + 1] ?? 0, s[i + 2] ?? 0, s[i + 3] ?? 0, s[i + 4] ?? 0, s[i + 5] ?? 0];
}

function drawPath(pen: Pen, operator: number, s: readonly number[]): void {
  const v = (i: number) => s[i] ?? 0;
  let i = 0;
  switch (operator) {
    case 5:
      for (; i + 2 <= s.length; i += 2) pen.line(v(i), v(i + 1));
      break;
    case 6:
    case 7:
      for (; i < s.length; i++) {
        if ((operator === 6) === (i % 2 === 0)) pen.line(v(i), 0);
        else pen.line(0, v(i));
      }
      break;
    case 8:
    case 24:
      for (; i + 6 <= s.length; i += 6) pen.curve(six(s, i));
      if (operator === 24) pen.line(v(i), v(i + 1));
      break;
    case 25:
      for (; i + 8 <= s.length; i += 2) pen.line(v(i), v(i + 1));
      pen.curve(six(s, i));
      break;
    case 26:
    case 27:
      drawFlatCurves(pen, operator === 27, s);
      break;
    case 30:
    case 31:
      drawTurningCurves(pen, operator === 31, s);
      break;
    default:
  }
}

/** `vvcurveto` and `hhcurveto`. */
function drawFlatCurves(pen: Pen, horizontal: boolean, s: readonly number[]): void {
  let i = s.length % 4 === 0 ? 0 : 1;
  let extra = i === 0 ? 0 : (s[0] ?? 0);
  for (; i + 4 <= s.length; i += 4) {
    const [a, b, c, d] = [s[i] ?? 0, s[i + 1] ?? 0, s[i + 2] ?? 0, s[i + 3] ?? 0];
    pen.curve(horizontal ? [a, extra, b, c, d, 0] : [extra, a, b, c, 0, d]);
    extra = 0;
  }
}

/** `vhcurveto` and `hvcurveto`. */
function drawTurningCurves(pen: Pen, startsHorizontal: boolean, s: readonly number[]): void {
  let horizontal = startsHorizontal;
  for (let i = 0; i + 4 <= s.length; i += 4) {
    const last = s.length - i === 5 ? (s[i + 4] ?? 0) : 0;
    const [a, b, c, d] = [s[i] ?? 0, s[i + 1] ?? 0, s[i + 2] ?? 0, s[i + 3] ?? 0];
    pen.curve(horizontal ? [a, 0, b, c, last, d] : [0, a, b, c, d, last]);
    horizontal = !horizontal;
  }
}
