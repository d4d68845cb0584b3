#!/usr/bin/env node
// Nothing is imported before the version of Node is known to be one that can load the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `samut needs Node.js 22.13 or newer; this is ${process.version}. See https://nodejs.org\n`,
  );
  process.exitCode = 2;
} else {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
