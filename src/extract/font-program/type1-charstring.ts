import { Pen } from './charstring.ts';

const maxCalls = 10;

/** Undoes the encryption of a Type 1 program or charstring, and leaves out the first `skip` bytes. */
export function decryptType1(bytes: Uint8Array, key: number, skip: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let r = key;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    out[i] = byte ^ (r >> 8);
    r = ((byte + r) * 52_845 + 22_719) & 0xffff;
  }
  return out.subarray(skip);
}

interface State {
  readonly pen: Pen;
  readonly subrs: readonly Uint8Array[];
  stack: number[];
  readonly postScript: number[];
  /** Points gathered while a flex is drawn, or null. */
  flex: number[] | null;
}

/** Draws a Type 1 charstring as straight pieces; accented composites (`seac`) come as null. */
export function drawType1(code: Uint8Array, subrs: readonly Uint8Array[]): number[][] | null {
  const state: State = { pen: new Pen(), subrs, stack: [], postScript: [], flex: null };
  return run(code, state, 0) ? state.pen.finish() : null;
}

function run(code: Uint8Array, state: State, depth: number): boolean {
  for (let at = 0; at < code.length; ) {
    const b = code[at] ?? 0;
    if (b >= 32) {
      at += push(code, at, state.stack);
      continue;
    }
    if (b === 11 || b === 14) return true;
    if (b === 10 ? !call(state, depth) : !act(state, b, code[at + 1] ?? 0)) return false;
    at += b === 12 ? 2 : 1;
  }
  return true;
}

function call(state: State, depth: number): boolean {
  const subr = state.subrs[state.stack.pop() ?? -1];
  return subr !== undefined && depth < maxCalls && run(subr, state, depth + 1);
}

/** Does an operator; false for `seac`, which needs the glyphs of other letters. */
function act(state: State, operator: number, second: number): boolean {
  if (operator !== 12) draw(operator, state);
  else if (second === 6) return false;
  else drawEscaped(second, state);
  return true;
}

/** Pushes a number; returns how many bytes it takes. */
function push(code: Uint8Array, at: number, stack: number[]): number {
  const b = code[at] ?? 0;
  const next = code[at + 1] ?? 0;
  if (b < 247) stack.push(b - 139);
  else if (b < 251) stack.push((b - 247) * 256 + next + 108);
  else if (b < 255) stack.push(-(b - 251) * 256 - next - 108);
  else
    stack.push((next << 24) | ((code[at + 2] ?? 0) << 16) | ((code[at + 3] ?? 0) << 8) | (code[at + 4] ?? 0));
  return b < 247 ? 1 : b < 255 ? 2 : 5;
}

function move(state: State, dx: number, dy: number): void {
  if (state.flex === null) state.pen.move(dx, dy);
  else state.flex.push(dx, dy);
}

function draw(operator: number, state: State): void {
  const v = (i: number) => state.stack[i] ?? 0;
  const { pen } = state;
  if (operator === 13) pen.move(v(0), 0);
  else if (operator === 21) move(state, v(0), v(1));
  else if (operator === 22) move(state, v(0), 0);
  else if (operator === 4) move(state, 0, v(0));
  else if (operator === 5) pen.line(v(0), v(1));
  else if (operator === 6) pen.line(v(0), 0);
  else if (operator === 7) pen.line(0, v(0));
  else if (operator === 8) pen.curve([v(0), v(1), v(2), v(3), v(4), v(5)]);
  else if (operator === 30) pen.curve([0, v(0), v(1), v(2), v(3), 0]);
  else if (operator === 31) pen.curve([v(0), 0, v(1), v(2), 0, v(3)]);
  state.stack = [];
}

function drawEscaped(operator: number, state: State): void {
  const { stack } = state;
  if (operator === 12) {
    const divisor = stack.pop() ?? 1;
    stack.push((stack.pop() ?? 0) / (divisor || 1));
  } else if (operator === 16) callOther(state);
  else if (operator === 17) stack.push(state.postScript.pop() ?? 0);
  else {
    if (operator === 7) state.pen.move(stack[0] ?? 0, stack[1] ?? 0);
    state.stack = [];
  }
}

/** The other subroutines 0 to 3: flex and hint replacement. */
function callOther(state: State): void {
  const which = state.stack.pop() ?? 0;
  const count = state.stack.pop() ?? 0;
  const operands = count > 0 ? state.stack.splice(-count) : [];
  if (which === 1) state.flex = [];
  else if (which === 0 && state.flex !== null) {
    drawFlex(state.pen, state.flex);
    state.flex = null;
    state.postScript.push(operands[2] ?? 0, operands[1] ?? 0);
  } else if (which === 3) state.postScript.push(3);
  else if (which !== 2) for (const operand of operands.reverse()) state.postScript.push(operand);
}

/** Seven moves: to the reference point, then the six points of two curves. */
function drawFlex(pen: Pen, moves: readonly number[]): void {
  const v = (i: number) => moves[i] ?? 0;
  if (moves.length < 14) return;
  pen.curve([v(0) + v(2), v(1) + v(3), v(4), v(5), v(6), v(7)]);
  pen.curve([v(8), v(9), v(10), v(11), v(12), v(13)]);
}
