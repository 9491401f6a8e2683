import type { Page } from '@playwright/test';
import { expect } from './test';

/** A request of whoever is signed in on the page; `adresse` follows « /api/ ». */
export async function demander<T>(
  page: Page,
  methode: 'GET' | 'POST' | 'PUT' | 'PATCH',
  adresse: string,
  data?: object,
): Promise<T> {
  const reponse = await page.request.fetch(`/api/${adresse}`, {
    method: methode,
    headers: { 'X-Coopilote': '1' },
    data,
  });
  expect(reponse.ok(), `${methode} ${adresse} : ${await reponse.text()}`).toBe(true);
  return (await reponse.json()) as T;
}
