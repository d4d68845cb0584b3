import type { BlockKind } from '../document/page.ts';

/** What the first characters of a line say of the block that it begins. */
export interface Numbering {
  readonly kind: Extract<BlockKind, 'heading' | 'list-item' | 'caption' | 'paragraph'>;
  /** Depth of a heading, from 1; 0 where the numbering does not say. */
  readonly level: number;
}

const digits = '[0-9๐-๙]';
const chapter = new RegExp(
  `^(?:บทที่|ภาคที่|ภาค|ส่วนที่|Chapter|Part)\\s*(?:${digits}{1,3}|[IVXL]{1,6})(?=\\s|$)`,
  'u',
);
const unnumbered =
  /^(?:คำนำ|ค\s?านำ|ค\s?าน\s?า|คํานํา|สารบัญ|บทนำ|บทคัดย่อ|บรรณานุกรม|เอกสารอ้างอิง|ภาคผนวก|ดัชนี|Abstract|Contents|Preface|References|Bibliography|Appendix|Index)(?:\s{0,2}[ก-ฮ0-9๐-๙A-Z]{0,2})$/u;
const division = new RegExp(`^(?:หมวด|ลักษณะ|ตอนที่|ส่วน)\\s*${digits}{1,3}(?=\\s|$)`, 'u');
/** A decimal before one of these is an amount. */
const unit =
  '(?:ล้าน|แสน|หมื่น|พัน|ร้อย|บาท|เมตร|กิโล|ตาราง|ไร่|เท่า|ปี|คน|องศา|%|million|billion|percent|km|kg|cm|mm)';
const decimal = new RegExp(`^(${digits}{1,2}(?:\\.${digits}{1,2}){1,4})\\.?\\s+(?!${unit})\\S`, 'u');
const caption = new RegExp(
  `^(?:ตารางที่|ตาราง|ภาพที่|รูปที่|แผนภูมิที่|แผนภาพที่|แผนที่|Table|Figure|Fig\\.)\\s*(?:${digits}|[ก-ฮ](?=\\s))`,
  'u',
);
/** An article of a law or a rule of a regulation begins a paragraph of its own. */
const article = new RegExp(
  `^(?:มาตรา|ข้อ|Article|Section)\\s*${digits}{1,4}(?:/${digits}{1,2})?(?=\\s|$)`,
  'u',
);
/** An entry of a contents page: dots, then a page number. */
const leader = new RegExp(`(?:\\.{4,}|…{2,})\\s?(?:${digits}{1,4}|[ivxlc]{1,7}|[ก-ฮ])$`, 'u');
const bullet = /^[•●○▪■□◦‣–—\-*✓➢§·\uf0b7\uf0a7\uf0d8]\s/u;
const numbered = new RegExp(`^(?:\\(${digits}{1,3}\\)|${digits}{1,3}[.)])(?=\\s|[^\\s0-9๐-๙.])`, 'u');
const lettered = /^(?:\([ก-ฮa-z]\)|[ก-ฮ]\.\s|[a-z][.)]\s|[ก-ฮ]\))/u;

/** Reads the numbering or bullet that a line begins with; null for running text. */
export function readNumbering(line: string): Numbering | null {
  if (leader.test(line)) return { kind: 'list-item', level: 0 };
  if (chapter.test(line) || unnumbered.test(line)) return { kind: 'heading', level: 1 };
  if (division.test(line)) return { kind: 'heading', level: 2 };
  if (caption.test(line)) return { kind: 'caption', level: 0 };
  if (article.test(line)) return { kind: 'paragraph', level: 0 };
  const sections = decimal.exec(line)?.[1];
  if (sections !== undefined) return { kind: 'list-item', level: sections.split('.').length };
  if (bullet.test(line) || numbered.test(line) || lettered.test(line)) return { kind: 'list-item', level: 0 };
  return null;
}
