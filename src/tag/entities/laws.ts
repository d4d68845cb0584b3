import type { Entity } from '../../document/page.ts';
import { lazy, readRows } from '../data-file.ts';
import { slug } from '../names/slug.ts';
import type { TagRule } from '../rule.ts';
import { readYears } from '../years/index.ts';

/** UTF-16 units that the name of a law may take before its year. */
const MAX_NAME = 240;
/** What the name of a law does not reach over. */
const STOP = /[\n“”"«»;]/;
/** What may stand before the name of a law that is no part of a longer one. */
const BORDER = /(?:^|[\s(“"'‘]|แห่ง|ตาม|และ|ของ|ใน|กับ|หรือ|โดย|ว่า|ร่าง|ให้|ใช้|มี|เป็น|ด้วย|คือ|ที่)$/;
/** An amending act holds the name of the law that it amends. */
const AMENDS = /(?:แก้ไขเพิ่มเติม|ยกเลิก|เพิ่มเติม|ให้ใช้)$/;
const SECTION =
  /(?:มาตรา|ข้อ|หมวด|ลักษณะ)\s?[0-9๐-๙]{1,4}(?:\/[0-9๐-๙]{1,3})?(?:\s?(?:วรรค(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แรก|ท้าย|สุดท้าย)|ทวิ|ตรี|จัตวา))*(?:\s?\([0-9๐-๙ก-ฮ]{1,3}\))?/g;

const heads = lazy(() => {
  const words = readRows('law-heads.tsv').map(([word = '']) => word);
  return new RegExp(
    words
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replaceAll('.', '\\.'))
      .join('|'),
    'g',
  );
});

/**
 * Laws by their name and year, `พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542`, and the sections that the
 * text refers to, `มาตรา 5 วรรคสอง`.
 */
export const laws: TagRule = {
  name: 'laws',
  find({ text }) {
    return { entities: [...titledLaws(text), ...sections(text)] };
  },
};

function* titledLaws(text: string): Generator<Entity> {
  let from = 0;
  for (const year of readYears(text)) {
    const closes = (year.kind === 'year' || year.kind === 'placeholder') && year.eraSource === 'explicit';
    if (!closes) continue;
    const start = lawStart(text, Math.max(from, year.start - MAX_NAME), year.start);
    if (start >= 0) {
      const name = text.slice(start, year.end);
      const id = `law:${slug(name.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50)))}`;
      yield { start, end: year.end, type: 'law', text: name, id, rule: 'law-title', confidence: 0.9 };
    }
    from = year.end;
  }
}

/** Where the law begins whose year is at `end`, or -1. */
function lawStart(text: string, floor: number, end: number): number {
  let from = floor;
  for (let at = end - 1; at >= floor; at--) {
    if (STOP.test(text.charAt(at))) {
      from = at + 1;
      break;
    }
  }
  // "ประกาศใน พ.ศ. 2560" tells when, and names no law.
  if (/(?:ใน|เมื่อ|ปี|ตั้งแต่|\()\s?$/.test(text.slice(from, end))) return -1;
  let start = -1;
  for (const head of text.slice(from, end).matchAll(heads())) {
    const at = from + head.index;
    const before = text.slice(Math.max(from, at - 12), at);
    const free = at === from || BORDER.test(before);
    if (start < 0 ? free : free && !AMENDS.test(before.trimEnd()) && !/ว่าด้วย/.test(before)) start = at;
  }
  return start;
}

function* sections(text: string): Generator<Entity> {
  for (const found of text.matchAll(SECTION)) {
    const start = found.index;
    const end = start + found[0].length;
    yield { start, end, type: 'law-section', text: found[0], rule: 'law-section', confidence: 0.85 };
  }
}
