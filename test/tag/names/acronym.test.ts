import { describe, expect, it } from 'vitest';
import { initialsScore, isAcronym, isThaiAbbreviation } from '../../../src/tag/names/acronym.ts';

describe('isAcronym', () => {
  it.each(['ILO', 'UN-ACT', 'SDGs', 'MoU', 'R&D', 'ASEAN+3'])('takes %s', (word) => {
    expect(isAcronym(word)).toBe(true);
  });
  it.each(['A', 'XIV', 'Bangkok', 'A1', 'the', 'iPhone', ''])('leaves "%s"', (word) => {
    expect(isAcronym(word)).toBe(false);
  });
});

describe('isThaiAbbreviation', () => {
  it('needs its full stops', () => {
    expect(['ก.พ.ร.', 'พม.', 'ศอ.บต.'].every(isThaiAbbreviation)).toBe(true);
    expect(['กรม', '.', 'พม'].some(isThaiAbbreviation)).toBe(false);
  });
});

describe('initialsScore', () => {
  const score = (name: string, acronym: string) => initialsScore(name.split(' '), acronym);

  it('is 1 where every word but the small ones gives its initial', () => {
    expect(score('International Labour Organization', 'ILO')).toBe(1);
    expect(score('Memorandum of Understanding', 'MOU')).toBeGreaterThanOrEqual(1 - 1 / 3);
    expect(score('Sustainable Development Goals', 'SDGs')).toBe(1);
  });

  it('lets a word give more than one letter', () => {
    expect(
      score('Coordinated Mekong Ministerial Initiative Against Human Trafficking', 'COMMIT'),
    ).toBeGreaterThan(0.8);
  });

  it('is 0 where the initials do not spell the acronym', () => {
    expect(score('International Labour Organization', 'IOM')).toBe(0);
    expect(score('Labour Organization', 'ILO')).toBe(0);
  });
});
