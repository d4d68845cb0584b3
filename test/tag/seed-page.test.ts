import { describe, expect, it } from 'vitest';
import { gatherEntities } from '../../src/document/gather.ts';
import { segmentText } from '../../src/segment/index.ts';
import { tagText } from '../../src/tag/index.ts';
import { hasSeedPage, seedPage } from './seed-page.ts';

const missing = hasSeedPage ? '' : ' [skipped: ../shared/seed is not there]';

describe.skipIf(!hasSeedPage).each([
  ['cut into tokens', segmentText],
  ['as a plain string', () => []],
])(`the seed page, %s${missing}`, (_, cut) => {
  const text = hasSeedPage ? seedPage() : '';
  const tokens = cut(text);
  const annotations = tagText(text, tokens);
  const { entities } = gatherEntities([{ number: 81, ...annotations }]);
  const named = (id: string) => entities.find((entity) => entity.id === id);

  it.each([
    ['somtc', 'SOMTC', 'ที่ประชุมเจ้าหน้าที่อาวุโสว่าด้วยอาชญากรรมข้ามชาติ'],
    ['aaptip', 'AAPTIP', 'โครงการออสเตรเลีย-เอเชียเพื่อต่อต้านการค้ามนุษย์'],
    ['iom', 'IOM', 'องค์การระหว่างประเทศเพื่อการโยกย้ายถิ่นฐาน'],
    ['ilo', 'ILO', 'องค์การแรงงานระหว่างประเทศ'],
    ['un-act', 'UN-ACT', 'ปฏิบัติการความร่วมมือเพื่อต่อต้านการค้ามนุษย์แห่งสหประชาชาติ'],
  ])('names organisation:%s in both languages', (slug, acronym, thai) => {
    const entity = named(`organisation:${slug}`);
    expect(entity?.name).toBe(thai);
    expect(entity?.aliases).toEqual([acronym]);
    for (const [, start, end] of entity?.mentions ?? []) {
      expect([thai, acronym]).toContain(text.slice(start, end));
    }
  });

  it('expands COMMIT from the English of the page, and names it by its memorandum', () => {
    const commit = named('organisation:commit');
    expect(commit?.aliases).toContain('Coordinated Mekong Ministerial Initiative Against Human Trafficking');
    expect(commit?.name).toBe('ความร่วมมือในการต่อต้านการค้ามนุษย์ในอนุภูมิภาคลุ่มแม่น้ำโขง');
    expect(annotations.entities.filter((entity) => entity.text === 'COMMIT').length).toBe(
      text.match(/COMMIT/g)?.length,
    );
  });

  it('tags no other organisation', () => {
    const organisations = annotations.entities.filter((entity) => entity.type === 'organisation');
    // The ministry has a name in the text and no second one: only the tagger, which needs tokens, finds it.
    expect(organisations.filter((entity) => entity.id === undefined).map((entity) => entity.text)).toEqual(
      tokens.length > 0 ? ['กระทรวงกิจการสังคม'] : [],
    );
    expect(new Set(organisations.flatMap((entity) => entity.id ?? [])).size).toBe(6);
    expect(annotations.entities.some((entity) => entity.text.includes('ห้าประเทศ'))).toBe(false);
  });

  it('pairs the terms with their English', () => {
    expect(annotations.terms.map((term) => [term.thai, term.english ?? term.abbreviation])).toContainEqual([
      'กลไกการส่งต่อและคุ้มครองข้ามชาติ',
      'Transnational Referral and Protection Mechanism',
    ]);
    expect(annotations.terms).toHaveLength(11);
  });

  it('reads its years, all of the Common Era, each mention', () => {
    const { years } = annotations;
    expect(years.map((year) => year.edtf)).toEqual([
      '2014',
      '2013',
      '2007',
      '2012',
      '2015',
      '2015',
      '2015',
      '2017',
      '2016',
      '2016',
    ]);
    expect(years.every((year) => year.era === 'CE')).toBe(true);
    expect(years.slice(1, 4).map((year) => year.eraSource)).toEqual(['inferred', 'explicit', 'inherited']);
  });

  it('tells Thai from English, letter by letter', () => {
    for (const { start, end, language } of annotations.languages) {
      const letters = text.slice(start, end).replace(/[^\p{L}]/gu, '');
      expect(letters).toMatch(language === 'tha' ? /^[\u0e00-\u0e7f]+$/ : /^[A-Za-z]+$/);
    }
  });
});
