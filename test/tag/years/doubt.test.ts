import { describe, expect, it } from 'vitest';
import { tagText } from '../../../src/tag/index.ts';

describe('a year far from all others of the document', () => {
  const usual = 'พ.ศ. ๒๕๖๒ '.repeat(14);
  const flags = (text: string) => tagText(text).years.filter((year) => year.flag !== undefined);

  it('is flagged, with what it likely is, when one digit is easily misread', () => {
    const [found] = flags(`${usual} พ.ศ. ๒๕๐๒`);
    expect(found).toMatchObject({
      text: 'พ.ศ. ๒๕๐๒',
      year: 2502,
      edtf: '1959',
      flag: 'out-of-range',
      likely: '2562',
    });
  });

  it('is left alone when no misreading explains it', () => {
    expect(flags(`${usual} พ.ศ. ๒๔๗๕`)).toEqual([]);
  });

  it('is left alone in a document with few years, or when it is mentioned again', () => {
    expect(flags('พ.ศ. ๒๕๖๒ พ.ศ. ๒๕๖๒ และ พ.ศ. ๒๕๐๒')).toEqual([]);
    expect(flags(`${usual} พ.ศ. ๒๕๐๒ และ พ.ศ. ๒๕๐๒`)).toEqual([]);
  });
});
