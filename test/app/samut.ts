import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The command as it is built; `npm test` builds it first. */
export const cli = fileURLToPath(new URL('../../dist/app/cli.js', import.meta.url));

/** A fixture by its name. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
}

/** What a command line came to. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with what is on standard error so far. */
  readonly watch?: (stderr: string, pid: number) => void;
}

/** Runs `samut` as a user does, and waits for its end. */
export function samut(args: readonly string[], { cwd, input, env = {}, watch }: RunOptions): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
    watch?.(stderr, child.pid ?? 0);
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
