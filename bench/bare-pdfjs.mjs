// The yardstick: a bare pdf.js getTextContent() loop with default settings over one file.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const task = getDocument({ data: new Uint8Array(readFileSync(process.argv[2])) });
const document = await task.promise;
let characters = 0;
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  for (const item of items) characters += 'str' in item ? item.str.length : 0;
  page.cleanup();
}
console.log(`${document.numPages} pages, ${characters} characters`);
await task.destroy();
