import type { Category } from './records.ts';

export const categoryNames: Readonly<Record<Category, string>> = {
  product: 'Product',
  service: 'Service',
  value: 'Value',
  competitive: 'Competitive',
};

/** Who usually owns the themes of a category. */
export const usualOwners: Readonly<Record<Category, string>> = {
  product: 'Product and engineering',
  service: 'Customer success and support',
  value: 'Pricing, product marketing and finance',
  competitive: 'Product marketing and competitive intelligence',
};
