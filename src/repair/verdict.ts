import type { RepairedPage, Status } from '../document/page.ts';

/** The page with its status: what was found of it before, or what its repairs say. */
export function verdict(page: RepairedPage): RepairedPage {
  return { ...page, status: statusOf(page) };
}

function statusOf(page: RepairedPage): Status {
  if (page.status === 'failed' || page.status === 'unreadable') return page.status;
  if (page.text.trim() === '') return 'empty';
  if (page.status === 'suspect') return page.status;
  return page.repairs.length > 0 ? 'repaired' : 'clean';
}
