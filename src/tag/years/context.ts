import type { YearReading } from './reading.ts';

/** UTF-16 units before and after a mention that say how it is meant. */
const LEFT = 24;
const RIGHT = 24;
/** UTF-16 units before a mention in which a law's name may begin. */
const LAW_WINDOW = 240;

const HEAD = '(?:ปี[ \\u00a0]?|ช่วง|วันที่[ \\u00a0]?|เดือน[ \\u00a0]?)*$';
const START = new RegExp(`(?:ต้น|early\\s)[ \\u00a0]?${HEAD}`, 'i');
const MID = new RegExp(`(?:กลาง|mid[-\\s])[ \\u00a0]?${HEAD}`, 'i');
const END = new RegExp(`(?:ปลาย|สิ้น|ท้าย|late\\s)[ \\u00a0]?${HEAD}`, 'i');
const APPROXIMATE = new RegExp(
  `(?:ราว|(?<!งบ)ประมาณ|ราว ๆ|\\bc\\.|\\bca\\.|circa|around|about)[ \\u00a0]?${HEAD}`,
  'i',
);
const SINCE = new RegExp(`(?:ตั้งแต่|นับแต่|นับตั้งแต่|จาก|since)[ \\u00a0]?${HEAD}`, 'i');
const UNTIL = new RegExp(`(?:จนถึง|ภายใน|ก่อน|until|by)[ \\u00a0]?${HEAD}`, 'i');
const ONWARDS = /^\s?(?:เป็นต้น|onwards)/;
const LAW =
  /(?:พระราชบัญญัติ|พ\.ร\.บ\.|พรบ\.?|พระราชกำหนด|พ\.ร\.ก\.|พระราชกฤษฎีกา|ประมวล|รัฐธรรมนูญ|กฎกระทรวง|ระเบียบ|ข้อบังคับ|อนุสัญญา|พิธีสาร|สนธิสัญญา|กฎหมาย|ฉบับที่|\bAct\b|Regulation|Convention|Code)/;
/** What ends the name of a law between its head and its year. */
const LAW_BREAK = /[\n;]|(?:พ\.ศ\.|ค\.ศ\.)/;

/** A reading with what its surroundings say: part of the year, open end, approximation, law. */
export function contextual(text: string, reading: YearReading): YearReading {
  const left = text.slice(Math.max(0, reading.start - LEFT), reading.start);
  const right = text.slice(reading.end, reading.end + RIGHT);
  const mod = START.test(left) ? 'START' : MID.test(left) ? 'MID' : END.test(left) ? 'END' : undefined;
  const open = SINCE.test(left) || ONWARDS.test(right) ? 'start' : UNTIL.test(left) ? 'end' : undefined;
  const approx = APPROXIMATE.test(left);
  const role = reading.role ?? lawRole(text, reading);
  return {
    ...reading,
    ...(mod === undefined ? {} : { mod }),
    ...(open === undefined || reading.kind === 'interval' ? {} : { open }),
    ...(approx ? { approx, edtf: approximate(reading) } : {}),
    ...(role === undefined ? {} : { role }),
  };
}

function approximate(reading: YearReading): string | null {
  return reading.kind === 'year' && reading.edtf !== null && /^\d{4}$/.test(reading.edtf)
    ? `${reading.edtf}~`
    : reading.edtf;
}

/** A year that closes the name of a law: its head word stands before it in the same line. */
function lawRole(text: string, reading: YearReading): string | undefined {
  if (reading.kind !== 'year' || reading.eraSource !== 'explicit') return undefined;
  const before = text.slice(Math.max(0, reading.start - LAW_WINDOW), reading.start);
  if (/(?:ปี|ใน|เมื่อ|[(])\s?$/.test(before)) return undefined;
  const name = before.split(LAW_BREAK).at(-1) ?? '';
  return LAW.test(name) ? 'law' : undefined;
}
