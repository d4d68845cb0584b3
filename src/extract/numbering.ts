import type { BlockKind } from '../document/page.ts';
import { type Division, readDivision } from './division.ts';

/** What the first characters of a line say of the block that it begins. */
export interface Numbering {
  readonly kind: Extract<BlockKind, 'heading' | 'list-item' | 'caption' | 'paragraph'>;
  /** Depth of a heading, from 1; 0 where the numbering does not say. */
  readonly level: number;
  /** The division of a law or book that it begins. */
  readonly division?: Division;
  /** Whether nothing follows the number: the heading's words are on the next line. */
  readonly bare?: boolean;
}

const digits = '[0-9๐-๙]';
/** Headings that have no number, in the letters that survive broken fonts: see `squeeze`. */
const unnumbered =
  /^(?:คานา|สารบัญ(?:ตาราง|ภาพ|แผนภูมิ)?|บทนา|บทคัดย่อ|บรรณานุกรม|เอกสารอ้างอิง|ภาคผนวก|ดัชนี|กิตติกรรมประกาศ|บทสรุปผู้บริหาร|อภิธานศัพท์|Abstract|Contents|Tableofcontents|Preface|Acknowledge?ments|Executivesummary|References|Bibliography|Appendix|Index)(?:[(]ต่อ[)])?(?:[ก-ฮ0-9๐-๙A-Z]{0,2})$/iu;
/** A decimal before one of these is an amount. */
const unit =
  '(?:ล้าน|แสน|หมื่น|พัน|ร้อย|บาท|เมตร|กิโล|ตาราง|ไร่|เท่า|ปี|คน|องศา|%|million|billion|percent|km|kg|cm|mm)';
const decimal = new RegExp(`^(${digits}{1,2}(?:\\.${digits}{1,2}){1,4})\\.?\\s+(?!${unit})\\S`, 'u');
const caption = new RegExp(
  `^(?:ตารางที่|ตาราง|ภาพที่|รูปที่|แผนภูมิที่|แผนภาพที่|แผนที่|Table|Figure|Fig\\.)\\s*(?:${digits}|[ก-ฮ](?=\\s))`,
  'u',
);
/** An entry of a contents page: dots, then a page number. */
const leader = new RegExp(`(?:\\.{4,}|…{2,})\\s?(?:${digits}{1,4}|[ivxlc]{1,7}|[ก-ฮ])$`, 'u');
const bullet = /^(?:[•●○▪■□◦‣–—\-*✓➢§·\uf0b7\uf0a7\uf0d8]\s|o\s(?=[ก-ฮเ-ไ]))/u;
const numbered = new RegExp(`^(?:\\(${digits}{1,3}\\)|${digits}{1,3}[.)])(?=\\s|[^\\s0-9๐-๙.])`, 'u');
const lettered = /^(?:\([ก-ฮa-z]\)|[ก-ธบ-ฮ]\.\s|[a-z][.)]\s|[ก-ฮ]\))/u; // "น." is the hour

/** Reads the numbering or bullet that a line begins with; null for running text. */
export function readNumbering(line: string): Numbering | null {
  if (leader.test(line)) return { kind: 'list-item', level: 0 };
  const division = readDivision(line);
  if (division?.division === 'article') return { kind: 'paragraph', level: 0, division: 'article' };
  if (division) return { kind: 'heading', ...division };
  if (line.length < 40 && unnumbered.test(squeeze(line))) return { kind: 'heading', level: 1 };
  if (caption.test(line)) return { kind: 'caption', level: 0 };
  const sections = decimal.exec(line)?.[1];
  if (sections !== undefined) return { kind: 'list-item', level: sections.split('.').length };
  if ((bullet.test(line) && !/\s[-–—]$/u.test(line)) || numbered.test(line) || lettered.test(line))
    return { kind: 'list-item', level: 0 };
  return null;
}

/** A line without spaces, and with SARA AA for SARA AM however a font broke it. */
function squeeze(line: string): string {
  return line.replace(/\s+/gu, '').replace(/\u0e4d?\u0e32|\u0e33/gu, 'า');
}
