/** Whether a UTF-16 unit is an Arabic, Thai or full-width digit. */
export function isDigitCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xe50 && code <= 0xe59) || (code >= 0xff10 && code <= 0xff19);
}

/** The digits of a text, of all three kinds, as one number; other characters are passed over. */
export function digitsValue(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isDigitCode(code)) continue;
    value = value * 10 + (code < 0x100 ? code - 48 : code < 0xff00 ? code - 0xe50 : code - 0xff10);
  }
  return value;
}
