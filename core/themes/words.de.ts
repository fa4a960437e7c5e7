import type { Category } from './records.ts';

export const categoryNames: Readonly<Record<Category, string>> = {
  product: 'Produkt',
  service: 'Service',
  value: 'Preis und Nutzen',
  competitive: 'Wettbewerb',
};

/** Who usually owns the themes of a category. */
export const usualOwners: Readonly<Record<Category, string>> = {
  product: 'Produkt und Entwicklung',
  service: 'Kundenbetreuung und Support',
  value: 'Preise, Produktmarketing und Finanzen',
  competitive: 'Produktmarketing und Wettbewerbsbeobachtung',
};
